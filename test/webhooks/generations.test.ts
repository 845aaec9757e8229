import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { createKling, klingai, klingai2 } from '../../src/index.ts';
import { callbackUrl, receive } from '../../src/webhooks/index.ts';
import { scripted } from '../support/fetch.ts';
import { looksLike, refused, taskId } from '../support/kling.ts';
import { flat, post, published, secret, signed } from './support.ts';

afterEach(() => {
  vi.useRealTimers();
});

const apiKey = 'canary-key';
const address = callbackUrl('https://app.example/kling', 'textToVideo');
const task = (id: string) => ({
  id,
  status: 'succeeded',
  create_time: 1,
  update_time: 2,
  outputs: [],
});
const listed = (...tasks: object[]) => ({ code: 0, message: '', request_id: 'r', data: tasks });
/** A callback as the routes of the models send it. */
const renewed = (id = taskId) => JSON.stringify({ ...task(id), external_id: 'mine', message: '' });

/** A client of each generation, and what each was asked. */
function clients() {
  const first = scripted(looksLike('processing'));
  const second = scripted(listed(task(taskId)));
  return {
    kling: createKling(klingai, { apiKey }, { fetch: first.fetch }),
    kling2: createKling(klingai2, { apiKey }, { fetch: second.fetch }),
    asked: () => [first.requests.length, second.requests.length],
  };
}

describe('a callback of the second generation', () => {
  it('gives the task as that shows it, with its types', async () => {
    const { kling2, asked } = clients();
    const {
      operation,
      snapshot,
      task: made,
    } = await receive(post(renewed(), {}, address), { kling: kling2 });
    expect(snapshot).toEqual(task(taskId));
    expect(made?.toJSON()).toMatchObject({
      provider: 'klingai2',
      operation: 'textToVideo',
      id: taskId,
    });
    expect(asked()).toEqual([0, 1]);
    if (operation === 'textToVideo') {
      expectTypeOf(snapshot.status).toEqualTypeOf<
        'submitted' | 'processing' | 'succeeded' | 'failed'
      >();
      expectTypeOf(made).toEqualTypeOf<ReturnType<typeof kling2.textToVideo.task>>();
    }
  });

  it('counts by the signature that Kling publishes', async () => {
    const { id, timestamp, signature, body } = published;
    vi.useFakeTimers({ now: (Number(timestamp) + 3) * 1_000, toFake: ['Date'] });
    const { fetch } = scripted(listed(task('1234567890')));
    const kling = createKling(klingai2, { apiKey }, { fetch });
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    };
    const received = await receive(post(body, headers, address), {
      kling,
      secret: published.secret,
      // Its id may have counted in this process before.
      seen: { claim: () => 'new', confirm() {}, release() {} },
    });
    expect([received.isVerified, received.task?.id]).toEqual([true, '1234567890']);
  });

  it('with both ids is about the one by which this generation knows it', async () => {
    const { kling2 } = clients();
    const body = JSON.stringify({ ...task(taskId), task_id: 'other' });
    const received = await receive(post(body, {}, address), { kling: kling2 });
    expect(received.task?.id).toBe(taskId);
  });

  it('about a task that it does not show is refused', async () => {
    const { fetch } = scripted(listed());
    const kling = createKling(klingai2, { apiKey }, { fetch });
    const { error, response } = await receive(post(renewed(), {}, address), { kling });
    expect([error?.reason, response.status]).toEqual(['task', 404]);
  });
});

describe('an address for both generations', () => {
  it.each([
    ['with task_id goes to the first', flat(), 'klingai', [1, 0]],
    ['with id goes to the second', renewed(), 'klingai2', [0, 1]],
    [
      'wrapped by a gateway goes to the first',
      `{"code":"success","data":${flat()}}`,
      'klingai',
      [1, 0],
    ],
  ] as const)(
    'a body %s, in whatever order the clients are given',
    async (_, body, name, expected) => {
      for (const order of [1, -1]) {
        const { kling, kling2, asked } = clients();
        const both = [kling, kling2].sort(() => order);
        const headers = signed(body);
        const received = await receive(post(body, headers, address), { kling: both, secret });
        expect(received.task?.toJSON().provider).toBe(name);
        expect(asked()).toEqual(expected);
      }
    },
  );

  it('has the types of both', async () => {
    const { kling, kling2 } = clients();
    const { snapshot } = await receive(post(renewed(), {}, address), { kling: [kling, kling2] });
    if (snapshot && 'outputs' in snapshot) expectTypeOf(snapshot.outputs).not.toBeAny();
    expect(snapshot).toHaveProperty('outputs');
  });

  it('takes the test of the console', async () => {
    const test = { id: '9', status: 'submitted', outputs: [], create_time: 5, update_time: 5 };
    const { kling } = clients();
    const { fetch } = scripted(listed());
    const kling2 = createKling(klingai2, { apiKey }, { fetch });
    const { error } = await receive(post(JSON.stringify(test), {}, address), {
      kling: [kling, kling2],
    });
    expect(error?.reason).toBe('test');
  });

  it('refuses what is no task, and an operation that its client does not have', async () => {
    const { kling, kling2, asked } = clients();
    const both = { kling: [kling, kling2] };
    expect((await receive(post('{}', {}, address), both)).error?.reason).toBe('body');
    const sounds = callbackUrl('https://app.example/kling', 'textToAudio');
    expect((await receive(post(renewed(), {}, sounds), both)).error?.reason).toBe('operation');
    expect(asked()).toEqual([0, 0]);
  });

  it('keeps tasks of the two apart that have the same id', async () => {
    const first = scripted(refused(1201, 400));
    const { kling2 } = clients();
    const kling = createKling(klingai, { apiKey }, { fetch: first.fetch });
    const both = { kling: [kling, kling2] };
    const [old, renewedOne] = await Promise.all([
      receive(post(flat(), {}, address), both),
      receive(post(renewed(), {}, address), both),
    ]);
    expect([old.error?.reason, renewedOne.task?.id]).toEqual(['task', taskId]);
  });
});
