import type { ProviderName } from '../../src/documents/documents.ts';
import {
  cometapi,
  createKling,
  deerapi,
  type KlingOptions,
  klingai,
  klingai2,
} from '../../src/index.ts';
import type { Mock } from '../../src/mock/index.ts';

/** A client of each provider, with an account of its own for each key. Looks often, and warns nobody. */
export function clientsOf({ url }: Pick<Mock, 'url'>, apiKey = 'test', more: KlingOptions = {}) {
  const options = (name: ProviderName) => ({ baseUrl: `${url}/${name}`, interval: 5, ...more });
  return {
    klingai: createKling(klingai, { apiKey }, options('klingai')),
    klingai2: createKling(klingai2, { apiKey }, options('klingai2')),
    cometapi: createKling(cometapi, { apiKey }, options('cometapi')),
    deerapi: createKling(deerapi, { apiKey }, options('deerapi')),
  };
}

/** The body of the smallest good create of a sound. */
export const rain = { prompt: 'rain', duration: 3 };

/** Where sounds are made, below a provider that makes them. */
export const soundPath: { [P in ProviderName]?: string } = {
  klingai: '/v1/audio/text-to-audio',
  cometapi: '/kling/v1/audio/text-to-audio',
  deerapi: '/kling/v1/audio/text-to-audio',
};

/** Requests below the client, to one provider of a mock. */
export function raw({ url }: Pick<Mock, 'url'>, provider: ProviderName = 'klingai') {
  const to = (path: string) => `${url}/${provider}${path}`;
  const headers = { authorization: 'Bearer test', 'content-type': 'application/json' };
  return {
    to,
    create: (body: unknown = rain, more: Record<string, string> = {}) =>
      fetch(to(soundPath[provider] ?? ''), {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { ...headers, ...more },
      }),
    get: (path: string, more: Record<string, string> = {}) =>
      fetch(to(`${soundPath[provider]}${path}`), { headers: { ...headers, ...more } }),
  };
}

/** Sends to the control API; the answer's status and body. */
export async function control(
  { url }: Pick<Mock, 'url'>,
  method: string,
  path: string,
  body?: unknown,
) {
  const answer = await fetch(`${url}/_mock${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : undefined };
}
