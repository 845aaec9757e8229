import callbackDns from 'node:dns';
import dns from 'node:dns/promises';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SaveError, type SaveOptions, save } from '../../src/node/index.ts';
import { failure } from '../support/outcome.ts';
import { serve } from '../support/serve.ts';

let folder: string;
let file: string;
const real = dns.lookup;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-save-'));
  file = join(folder, 'rain.mp3');
});
afterEach(async () => {
  dns.lookup = real;
  syncBuiltinESMExports();
  await rm(folder, { recursive: true });
});

/** Makes a name resolve to these addresses, one after the other; returns how often it was resolved. */
function resolving(name: string, ...answers: string[][]) {
  const seen = { times: 0 };
  const fake = async (host: string, options: { all: true }) => {
    if (host !== name) return real(host, options);
    const answer = answers[Math.min(seen.times++, answers.length - 1)] ?? [];
    return answer.map((address) => ({ address, family: net.isIPv6(address) ? 6 : 4 }));
  };
  Object.assign(dns, { lookup: fake });
  syncBuiltinESMExports();
  return seen;
}

/** Answers with a redirect for each address, and with a sound at the last one. */
function redirecting(...locations: string[]) {
  const asked: string[] = [];
  const fetch = async (url: string, { redirect }: RequestInit) => {
    expect(redirect).toBe('manual');
    const location = locations[asked.push(url) - 1];
    if (location === undefined) return new Response(new Uint8Array(9));
    return new Response(null, { status: 302, headers: { location } });
  };
  return { fetch, asked };
}

async function refused(url: string, options: SaveOptions = {}): Promise<string> {
  const { reason, message } = await failure(save(url, file, options), SaveError);
  expect(reason).toBe('download');
  expect(await readdir(folder)).toEqual([]);
  return message;
}

/** Never contacted here: each test with it has a fetch of its own. */
const url = 'https://1.2.3.4/a.mp3';

/** An address in every network that is not part of the public internet, at both of its ends. */
const inside = [
  ...['0.0.0.0', '0.255.255.255', '10.0.0.0', '10.255.255.255', '100.64.0.0', '100.127.255.255'],
  ...['169.254.0.0', '169.254.169.254', '169.254.255.255', '172.16.0.0', '172.31.255.255'],
  ...['192.0.0.0', '192.0.0.192', '192.0.0.255', '192.0.2.1', '192.88.99.1', '192.168.0.0'],
  ...['192.168.255.255', '198.18.0.0', '198.19.255.255', '198.51.100.1', '203.0.113.1'],
  ...['224.0.0.0', '239.255.255.255', '240.0.0.0', '255.255.255.255'],
  ...['[::]', '[::2]', '[::7f00:1]', '[::ffff:10.0.0.1]', '[::ffff:169.254.169.254]'],
  ...['[::ffff:0:127.0.0.1]', '[64:ff9b::127.0.0.1]', '[64:ff9b::10.0.0.1]', '[64:ff9b::1]'],
  ...['[64:ff9b::169.254.169.254]', '[64:ff9b:1::1]', '[64:ff9b:1:ffff::8.8.8.8]', '[100::1]'],
  ...['[2001::1]', '[2001:0:4136:e378::1]', '[2001:2::1]', '[2001:10::1]', '[2001:1ff::1]'],
  ...['[2001:db8::1]', '[2002:7f00:1::]', '[2002:a9fe:a9fe::1]', '[3fff::1]', '[5f00::1]'],
  ...['[fc00::1]', '[fd00::1]', '[fe80::1]', '[febf::1]', '[fec0::1]', '[feff::1]', '[ff02::1]'],
];
const loopback = ['127.0.0.1', '127.255.255.255', '[::1]', '2130706433', '0x7f.1', 'localhost'];
const outside = [
  ...['1.0.0.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
  ...['128.0.0.0', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0', '192.0.1.0'],
  ...['192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255'],
  ...['[::ffff:8.8.8.8]', '[64:ff9b::8.8.8.8]', '[2001:4860:4860::8888]', '[2606:4700::1111]'],
  ...['[2000::1]', '[2003::1]', '[3ffe::1]'],
];

describe('the first address', () => {
  it.each(inside)('%s is refused, unless private ones are allowed', async (host) => {
    const { fetch, asked } = redirecting();
    const message = await refused(`http://${host}/a.mp3`, { fetch });
    expect(message).toContain('is in a private network; if you trust that address, set allowPriv');
    expect(asked).toEqual([]);
    await save(`http://${host}/a.mp3`, file, { fetch, allowPrivate: true });
  });

  it.each([...outside, ...loopback])('%s is not', async (host) => {
    await save(`http://${host}/a.mp3`, file, { fetch: redirecting().fetch });
  });

  it.each(loopback)('%s is refused where private ones are forbidden', async (host) => {
    const { fetch, asked } = redirecting();
    await refused(`http://${host}/a.mp3`, { fetch, allowPrivate: false });
    expect(asked).toEqual([]);
  });

  it('is refused when the name resolves to nothing', async () => {
    resolving('files.example', []);
    await refused('https://files.example/', { fetch: redirecting().fetch });
  });

  it.each(['127.0.0.1', '10.0.0.1', '::1', '::ffff:127.0.0.1', 'fe80::1%eth0'])(
    'is refused when a public name leads to %s, alone or among others',
    async (address) => {
      const { fetch, asked } = redirecting();
      for (const answer of [[address], ['1.2.3.4', address]]) {
        resolving('files.example', answer);
        expect(await refused('https://files.example/', { fetch })).toContain('private network');
      }
      expect(asked).toEqual([]);
    },
  );

  it('is refused when a name of this machine leads elsewhere inside', async () => {
    resolving('files.localhost', ['10.0.0.1']);
    expect(await refused('http://files.localhost/')).toContain('private network');
  });

  it.each(['ftp://1.2.3.4/', 'file:///etc/passwd', 'data:audio/mpeg,x', 'https://', 'x'])(
    '%s is no address',
    async (address) => {
      expect(await refused(address)).toContain('that is not a valid address');
    },
  );

  it('has no user and no password, which no error repeats', async () => {
    const message = await refused('https://user:s3cret@1.2.3.4/');
    expect(message).toMatch(/no user or password$/);
    expect(message).not.toContain('s3cret');
    for (const user of ['s3cret', ':s3cret'])
      expect(await refused(`https://${user}@1.2.3.4/`)).toMatch(/no user or password$/);
    expect(await refused(url, redirecting('https://user:s3cret@1.2.3.5/'))).not.toContain('s3cr');
  });

  it('that does not resolve is a clear error, whoever sends the request', async () => {
    const why = 'nobody.invalid does not resolve to an address (';
    const { fetch, asked } = redirecting();
    expect(await refused('https://nobody.invalid/')).toContain(why);
    expect(await refused('https://nobody.invalid/', { fetch })).toContain(why);
    expect(asked).toEqual([]);
  });
});
describe('a redirect', () => {
  it('is followed to the file', async () => {
    const { fetch, asked } = redirecting('/b.mp3', 'https://1.2.3.5/c.mp3');
    expect(await save(url, file, { fetch })).toEqual({ file, bytes: 9 });
    expect(asked).toEqual([url, 'https://1.2.3.4/b.mp3', 'https://1.2.3.5/c.mp3']);
  });

  it.each([...inside, ...loopback])('from the world to %s is not followed', async (host) => {
    const location = `http://${host}/latest/meta-data`;
    const { fetch, asked } = redirecting(location);
    expect(await refused(url, { fetch })).toContain('redirects into this machine’s own network');
    expect(asked).toEqual([url]);
    const later = redirecting('https://1.2.3.5/', location);
    await refused(url, { fetch: later.fetch, allowPrivate: true });
    expect(later.asked).toHaveLength(2);
  });

  it('from this machine to another one inside is not followed, unless that is allowed', async () => {
    const { fetch, asked } = redirecting('http://10.0.0.1/', 'http://127.0.0.1/');
    expect(await refused('http://127.0.0.1/', { fetch })).toContain('into this machine’s own');
    await save('http://127.0.0.1/', file, { fetch, allowPrivate: true });
    expect(asked).toHaveLength(3);
  });

  it('never leads back inside', async () => {
    const { fetch, asked } = redirecting(url, 'http://127.0.0.1/');
    await refused('http://127.0.0.1/', { fetch });
    expect(asked).toEqual(['http://127.0.0.1/', url]);
  });

  it('within one’s own network is followed, as a mock may need it', async () => {
    const { fetch, asked } = redirecting('http://localhost:4011/a.mp3');
    await save('http://127.0.0.1:4010/a.mp3', file, { fetch });
    expect(asked).toHaveLength(2);
  });

  it.each(['data:audio/mpeg,x', 'file:///etc/passwd', 'http://['])(
    'to %s is not followed',
    async (location) => {
      const { fetch } = redirecting(location);
      expect(await refused(url, { fetch })).toContain('to an invalid address');
    },
  );

  it('without end has an end', async () => {
    const { fetch, asked } = redirecting(...Array(50).fill('/a.mp3'));
    expect(await refused(url, { fetch })).toContain('redirects more than 5 times');
    expect(asked).toHaveLength(6);
  });
});

describe('a connection', () => {
  it('goes to the address that was checked: the name is resolved once, whatever it says later', async () => {
    const seen = resolving('files.localhost', ['127.0.0.1'], ['169.254.169.254']);
    const again = vi.spyOn(callbackDns, 'lookup');
    const heard: unknown[] = [];
    await using server = await serve(async ({ headers }, response) => {
      heard.push(headers.host);
      response.end(Buffer.alloc(9));
    });
    const { bytes } = await save(`http://files.localhost:${server.port}/a.mp3`, file);
    expect(bytes).toBe(9);
    expect(heard).toEqual([`files.localhost:${server.port}`]);
    expect(seen.times).toBe(1);
    expect(again.mock.calls.flat()).not.toContain('files.localhost');
    again.mockRestore();
  });

  it('is never one that was left open, and may lead to an older address', async () => {
    const ports = new Set<number | undefined>();
    await using server = await serve(async ({ socket }, response) => {
      ports.add(socket.remotePort);
      response.end(Buffer.alloc(9));
    });
    for (let times = 0; times < 3; times++) await save(server.url, file);
    expect(ports.size).toBe(3);
  });

  it('asks for the certificate of the name, not of the address', async () => {
    resolving('files.localhost', ['127.0.0.1']);
    let hello = '';
    const server = net.createServer((socket) =>
      socket
        .on('error', () => {})
        .once('data', (data) => {
          hello = data.toString('latin1');
          socket.destroy();
        }),
    );
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    expect(await refused(`https://files.localhost:${port}/`)).toContain('no answer from files.loc');
    await new Promise((closed) => server.close(closed));
    expect(hello).toContain('files.localhost');
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])(
    'unpacks what comes packed with %s all the same, and measures it unpacked',
    async (name, pack) => {
      const asked: unknown[] = [];
      await using server = await serve(async ({ headers }, response) => {
        asked.push(headers['accept-encoding']);
        response.writeHead(200, { 'content-encoding': name }).end(pack(Buffer.alloc(100_000)));
      });
      expect((await save(server.url, file)).bytes).toBe(100_000);
      const { reason } = await failure(save(server.url, file, { maxBytes: 99_999 }), SaveError);
      expect(reason).toBe('size');
      expect(asked).toEqual(['identity', 'identity']);
    },
  );

  it.each(['gzip, gzip', 'zstd', 'x'])('refuses what comes packed with %s', async (name) => {
    await using server = await serve(async (_, response) => {
      response.writeHead(200, { 'content-encoding': name }).end(Buffer.alloc(9));
    });
    expect(await refused(server.url)).toContain('came packed in a way that nobody asked for');
  });

  it.each(['', 'none', 'UTF-8', 'aws-chunked'])(
    'takes a file as it is whose encoding is wrongly said to be %j',
    async (name) => {
      await using server = await serve(async (_, response) => {
        response.writeHead(200, { 'content-encoding': name }).end(Buffer.alloc(9));
      });
      expect((await save(server.url, file)).bytes).toBe(9);
    },
  );

  it('ends with a server that changes to another protocol', async () => {
    const server = net.createServer((socket) =>
      socket
        .on('error', () => {})
        .resume()
        .write('HTTP/1.1 101 X\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    );
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    expect(await refused(`http://127.0.0.1:${port}/`)).toContain('no answer from 127.0.0.1');
    await new Promise((closed) => server.close(closed));
  });

  it('follows redirects, and is not troubled by odd responses', async () => {
    await using server = await serve(async ({ url: path }, response) => {
      const odd = Number(path?.slice(1));
      if (odd) response.writeHead(odd).end();
      else if (path === '/a.mp3') response.writeHead(302, { location: '/b.mp3' }).end('moved');
      else response.end(Buffer.alloc(9));
    });
    expect((await save(`${server.url}/a.mp3`, file)).bytes).toBe(9);
    await rm(file);
    expect(await refused(`${server.url}/204`)).toContain('the file was empty');
    expect(await refused(`${server.url}/304`)).toContain('HTTP 304');
    expect(await refused(`${server.url}/999`)).toContain('no answer');
  });
});
