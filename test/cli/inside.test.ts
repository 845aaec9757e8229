import dns from 'node:dns';
import dnsPromises from 'node:dns/promises';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mayLeadInside } from '../../src/cli/environment.ts';
import { accepted, looksLike } from '../support/kling.ts';
import { withoutWaits } from '../support/waits.ts';
import { fakeProvider, inFolder } from './support.ts';

withoutWaits();
const { kling, files } = inFolder();
const provider = fakeProvider(({ at, headers }) => {
  if (at.startsWith('POST')) return accepted();
  if (at.endsWith('.mp3')) return Buffer.alloc(9);
  const host = at.includes('/other/') ? 'other.internal' : headers.host;
  const url_mp3 = `http://${host}/sound.mp3`;
  return looksLike('succeed', { task_result: { audios: [{ id: '1', url_mp3 }] } });
});

const real = { callback: dns.lookup, promise: dnsPromises.lookup };
const isInside = (host: string) => host === 'mock' || host.endsWith('.internal');
beforeEach(() => {
  const callback = (host: string, ...rest: unknown[]) =>
    Reflect.apply(real.callback, dns, [isInside(host) ? '127.0.0.1' : host, ...rest]);
  const promise = (host: string, ...rest: unknown[]) =>
    Reflect.apply(real.promise, dnsPromises, [isInside(host) ? '127.0.0.1' : host, ...rest]);
  Object.assign(dns, { lookup: callback });
  Object.assign(dnsPromises, { lookup: promise });
  syncBuiltinESMExports();
});
afterEach(() => {
  Object.assign(dns, { lookup: real.callback });
  Object.assign(dnsPromises, { lookup: real.promise });
  syncBuiltinESMExports();
});

const rain = ['text-to-audio', '--prompt', 'rain', '--duration', '5', '--out', 'rain.mp3'];
const at = (host: string, path = '') => [
  '--base-url',
  `http://${host}:${new URL(provider.url()).port}${path}`,
];

it.each(['mock', 'host.docker.internal'])('a mock at http://%s gives its files', async (host) => {
  expect((await kling([...rain, ...at(host)])).code).toBe(0);
  expect(await files()).toEqual(['rain.mp3']);
});

it('but leads to no other server inside', async () => {
  const { code, err } = await kling([...rain, ...at('mock', '/other')]);
  expect(code).toBe(3);
  expect(err).toContain('other.internal is in a private network; get its address with --no-save');
  expect(await files()).toEqual([]);
});

it.each(['example.com', '192.168.1.5', 'mock.internal.example', '[fd00::1]'])(
  'no key is sent to http://%s',
  async (host) => {
    const { code, err } = await kling([...rain, ...at(host)]);
    expect(code).toBe(2);
    expect(err).toContain('would show the key to others: use https');
  },
);

it.each<[string | undefined, string, boolean | undefined]>([
  [undefined, 'http://localhost:4010/a.mp3', false],
  ['https://example.com', 'http://localhost/a.mp3', false],
  ['https://example.com', 'http://example.com/a.mp3', false],
  ['https://example.com/v1', 'https://example.com/a.mp3', true],
  ['http://localhost:4010', 'http://127.0.0.1:4010/a.mp3', undefined],
  ['http://mock', 'not an address', false],
])('of a provider at %s, %s may lead inside: %s', (baseUrl, url, may) => {
  expect(mayLeadInside(url, baseUrl)).toBe(may);
});
