import { createHmac, randomUUID } from 'node:crypto';
import { createKling, klingai } from '../../src/index.ts';
import { callbackUrl, type ReceiveOptions, receive } from '../../src/webhooks/index.ts';
import { type Answer, scripted } from '../support/fetch.ts';
import { looksLike, taskId } from '../support/kling.ts';

/** The test vector that Kling publishes. */
export const published = {
  secret: 'whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=',
  id: '9876543210',
  timestamp: '1781080794',
  body: '{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}',
  signature: 'v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=',
};

export const secret = `whsec_${Buffer.from('the secret of this test').toString('base64')}`;
export const address = callbackUrl('https://app.example/kling', 'textToAudio');

/** A callback as the older routes send it. */
export const flat = (more: object = {}) =>
  JSON.stringify({
    task_id: taskId,
    task_status: 'succeed',
    task_status_msg: '',
    created_at: 1722769557708,
    updated_at: 1722769569708,
    task_result: { videos: [{ id: '1', url: 'https://evil.example/1.mp4', duration: '5.0' }] },
    ...more,
  });

/** The three headers, made without the code that they test. */
export function signed(body: string, { key = secret, id = randomUUID(), at = Date.now() } = {}) {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', Buffer.from(key.replace('whsec_', ''), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

export const post = (body: BodyInit | null, headers: Record<string, string> = {}, to = address) =>
  new Request(to, { method: 'POST', body, headers });

/** A receiver whose provider gives these answers when it is asked. */
export function receiver(first: Answer = looksLike('processing'), ...more: Answer[]) {
  const { fetch, requests } = scripted(first, ...more);
  const kling = createKling(klingai, { apiKey: 'canary-key' }, { fetch });
  type Options = Partial<ReceiveOptions<typeof kling>>;
  return {
    requests,
    receive: (request: Request, options: Options = {}) => receive(request, { kling, ...options }),
  };
}
