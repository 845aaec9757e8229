import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { start } from './example.ts';

const running = new AbortController();
let folder: string;
let port: number;
let host: string;

/** Sends these bytes, and gives what comes back until the server closes the connection. */
async function say(request: string, address = 'localhost'): Promise<string> {
  const socket = connect(port, address);
  await once(socket, 'connect');
  socket.write(request);
  return text(socket);
}

const get = (target: string, name: string | undefined = host) =>
  say(`GET ${target} HTTP/1.1\r\nhost: ${name}\r\nconnection: close\r\n\r\n`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-fetch-server-'));
  const modules = 'example/node_modules';
  const files = {
    'secret.js': 'canary',
    'example/.env': 'canary',
    'example/.git/config': 'canary',
    'example/package.json': 'canary',
    'example/secret.js': 'canary',
    'example/dist/secret.js': 'canary',
    [`${modules}/.package-lock.json`]: 'canary',
    [`${modules}/other/dist/index.js`]: 'canary',
    [`${modules}/kling-fetch/package.json`]: 'canary',
    [`${modules}/kling-fetch/dist/.env.js`]: 'canary',
    [`${modules}/kling-fetch/dist/index.js`]: 'export const our = 1;',
    [`${modules}/kling-fetch-cli/dist/mock.js`]: 'canary',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  for (const name of ['server.mjs', 'index.html'])
    await cp(`examples/browser/${name}`, join(folder, 'example', name));
  const address = await start(['server.mjs'], join(folder, 'example'), running.signal);
  ({ host } = new URL(address));
  port = Number(new URL(address).port);
});
afterAll(async () => {
  running.abort();
  await rm(folder, { recursive: true });
});

it.each([
  ['/', /200 OK.*text\/html.*<title>A sound/s],
  ['/index.html?from=mail', /200 OK.*text\/html.*<title>A sound/s],
  ['/node_modules/kling-fetch/dist/index.js', /200 OK.*text\/javascript.*our/s],
])('the page’s server serves what the page needs: %s', async (target, answer) => {
  expect(await get(target)).toMatch(answer);
});

it.each([
  '/.env',
  '/.git/config',
  '/package.json',
  '/server.mjs',
  '/secret.js',
  '/dist/secret.js',
  '/../secret.js',
  '/%2e%2e/secret.js',
  '/..%2fsecret.js',
  '/..\\secret.js',
  '/node_modules/.package-lock.json',
  '/node_modules/other/dist/index.js',
  '/node_modules/kling-fetch-cli/dist/mock.js',
  '/node_modules/kling-fetch/package.json',
  '/node_modules/kling-fetch/dist/.env.js',
  '/node_modules/kling-fetch/dist/../../../secret.js',
  '/node_modules/kling-fetch/dist/%2e%2e/%2e%2e/%2e%2e/secret.js',
  '/node_modules/kling-fetch/dist//etc/passwd',
  '/node_modules/kling-fetch/dist/src',
  '/node_modules/kling-fetch/dist/index.js%00',
  'http://localhost/.env',
  'file:///etc/passwd',
  '//localhost/.env',
])('it serves nothing else that lies there: %s', async (target) => {
  const answer = await get(target);
  expect(answer).toMatch(/^HTTP\/1.1 404 /);
  expect(answer).not.toContain('canary');
});

it.each(['//[', '//', '/%', '/%zz', '/\\', '*', '?', 'http://[', '//:x@'])(
  'it survives a target that is no address: %s',
  async (target) => {
    expect(await get(target)).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(await get('/')).toMatch(/200 OK/);
  },
);

it('it survives a target that is very long', async () => {
  const folders = `/node_modules/kling-fetch/dist/${'a/'.repeat(7_000)}`;
  expect(await get(folders)).toMatch(/^HTTP\/1.1 404 /);
  expect(await get('/')).toMatch(/200 OK/);
});

it.each([
  ['a stranger’s name for this machine', () => get('/', `evil.example:${port}`)],
  ['a name that only begins like it', () => get('/', `localhost.evil.example:${port}`)],
  ['two names in one', () => get('/', 'localhost:1@evil.example')],
  ['no name', () => say('GET / HTTP/1.0\r\n\r\n')],
  ['an empty one', () => get('/', '')],
])('it answers only under this machine’s own names, not to %s', async (_, ask) => {
  const answer = await ask();
  expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
  expect(answer).not.toContain('<title>');
});

it('it listens where nothing but this machine reaches it', async () => {
  // A server that listens on every address also answers here.
  await expect(say('GET / HTTP/1.0\r\n\r\n', '127.0.0.2')).rejects.toThrow();
});
