import { findOperation, nameServed, requestExample } from '../../src/contract/documented.ts';
import { type ProviderName, requestOf } from '../../src/documents/documents.ts';
import { objectOf } from '../../src/documents/json.ts';
import { placesOf } from '../../src/documents/places.ts';
import {
  cometapi,
  createKling,
  deerapi,
  type KlingOptions,
  klingai,
  klingai2,
} from '../../src/index.ts';
import type { Mock } from '../../src/mock/index.ts';
import type { AnyKling, Fields } from './kling.ts';

/** The mock as it is published, for a process of its own: it loads in a fraction of the time that its sources take. */
export const builtMock = new URL('../../packages/cli/dist/mock.js', import.meta.url).href;

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

/** The same, as loosely typed as a test over all of them needs it. */
export const anyClientsOf = (...args: Parameters<typeof clientsOf>) =>
  clientsOf(...args) as object as Record<ProviderName, AnyKling>;

/** What every provider makes a film from, with other values at these places. */
export function filmOf(provider: ProviderName, { externalId = '', callbackUrl = '' } = {}): Fields {
  const create = findOperation(provider, 'textToVideo', 'create');
  if (!create) throw new Error(`${provider} makes no films`);
  const { model } = create;
  const film = nameServed(create, objectOf(requestExample(create)));
  const places = placesOf(provider);
  const own = { [places.sentExternalId]: externalId, [places.callbackUrl]: callbackUrl };
  for (const [pointer, value] of Object.entries(own)) {
    const [name = '', inner] = pointer.split('/').slice(1);
    film[name] = inner === undefined ? value : { ...objectOf(film[name]), [inner]: value };
  }
  return { ...(model !== undefined && { model }), ...film };
}

/** The create of a film below the client: what `fetch` takes. */
export function filmRequest(
  { url }: Pick<Mock, 'url'>,
  provider: ProviderName,
  film: Fields = filmOf(provider),
  more: Record<string, string> = {},
): [url: string, init: RequestInit] {
  const { path, body } = requestOf(provider, 'textToVideo', film);
  const headers = { authorization: 'Bearer test', 'content-type': 'application/json', ...more };
  return [`${url}/${provider}${path}`, { method: 'POST', body: JSON.stringify(body), headers }];
}

/** The body of the smallest good create of a sound. */
export const rain = { prompt: 'rain', duration: 3 };

/** Where sounds are made, below a provider that makes them. */
export const soundPath: { [P in ProviderName]?: string } = {
  klingai: '/v1/audio/text-to-audio',
  cometapi: '/kling/v1/audio/text-to-audio',
  deerapi: '/kling/v1/audio/text-to-audio',
};

/** Requests below the client, to one provider of a mock: over a connection, unless a mock's own `fetch` sends them. */
export function raw(
  { url }: Pick<Mock, 'url'>,
  provider: ProviderName = 'klingai',
  fetch = globalThis.fetch,
) {
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
