import { createKling, klingai } from '../../src/index.ts';
import { createProxy, type ProxyOptions } from '../../src/proxy/index.ts';
import { type Answer, scripted, withRequest } from '../support/fetch.ts';
import { accepted } from '../support/kling.ts';

export const key = 'canary-key-of-the-server';
export const home = 'https://app.example/api/kling';
export const everything = {
  textToAudio: ['create', 'read', 'list'],
  textToVideo: ['create', 'read'],
} as const;
export const route = '/v1/audio/text-to-audio';

/** A proxy to a provider that gives these answers, and keeps the requests that reach it whole. */
export function proxied(
  options: Partial<ProxyOptions> = {},
  first: Answer = accepted(),
  ...more: Answer[]
) {
  const { fetch, requests } = scripted(first, ...more);
  const seen: Request[] = [];
  const proxy = createProxy(
    klingai,
    { apiKey: key },
    {
      allow: everything,
      rate: { requests: 100, perSeconds: 60 },
      fetch: withRequest((request) => {
        seen.push(request.clone());
        return fetch(request);
      }),
      ...options,
    },
  );
  const send = (path: string, init: RequestInit = {}) => proxy(new Request(home + path, init));
  return {
    requests,
    seen,
    proxy,
    send,
    get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
    post: (body: unknown, headers: Record<string, string> = {}, path = route) =>
      send(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers,
      }),
    /** The ordinary client, as it runs in a browser. */
    kling: createKling(
      klingai,
      { apiKey: 'session-7' },
      { baseUrl: home, fetch: withRequest(proxy), interval: 1 },
    ),
  };
}

export const input = { prompt: 'rain', duration: 5 };

/** An `authorize` that takes a header's word for who is asking. */
export const userOf = ({ headers }: Request) => headers.get('x-user');

/** The status and the message of a refusal of the proxy's own. */
export const said = async (response: Response) => [
  response.status,
  (await response.json()).error.message,
];
