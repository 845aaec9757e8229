import { execFile } from 'node:child_process';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** One version of a package, and the file that is downloaded. */
interface Version {
  manifest: { name: string; version: string };
  tarball: Promise<string> | (() => Promise<string>);
}

/**
 * Starts a registry for npm on this machine. It has our packages as `npm pack` makes them, and everything that is installed
 * here, so that what ours need can be installed without a network.
 */
export async function startRegistry(): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kling-registry-'));
  const versions = [...ourVersions(folder), ...installedVersions(folder)];
  // INTERIM
  if (!existsSync('packages/cli')) versions.unshift(interim(versions[0]!));
  const server = createServer(async ({ url = '' }, response) => {
    const [name, asked] = decodeURIComponent(url).slice(1).split('/-/');
    const found = versions.filter(({ manifest }) => manifest.name === name);
    const one = found.find(({ manifest }) => manifest.version === asked);
    if (one) createReadStream(await fileOf(one)).pipe(response);
    else response.writeHead(found.length > 0 ? 200 : 404).end(describe(found, address()));
  });
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: address(),
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

const fileOf = ({ tarball }: Version) => (typeof tarball === 'function' ? tarball() : tarball);

/** What a registry says about a package. */
function describe(versions: Version[], address: string): string {
  const all = versions.map(({ manifest }) => {
    const dist = { tarball: `${address}/${manifest.name}/-/${manifest.version}` };
    return [manifest.version, { ...manifest, dist }];
  });
  const latest = versions[0]?.manifest.version;
  return JSON.stringify({ 'dist-tags': { latest }, versions: Object.fromEntries(all) });
}

/** The packages of this repository. */
function ourVersions(folder: string): Version[] {
  const workspaces: string[] = readJson('package.json').workspaces ?? [];
  return ['.', ...workspaces].map((path) => {
    const flags = ['pack', '--json', '--ignore-scripts', `--pack-destination=${folder}`];
    const tarball = execute('npm', flags, { cwd: path }).then(({ stdout }) => {
      const [packed] = Object.values<{ filename: string }>(JSON.parse(stdout));
      return join(folder, packed?.filename ?? '');
    });
    return { manifest: readJson(join(path, 'package.json')), tarball };
  });
}

/** What is installed here; each is only packed when it is asked for. */
function installedVersions(folder: string): Version[] {
  const paths = Object.keys(readJson('package-lock.json').packages).filter(
    (path) => path.startsWith('node_modules/') && existsSync(join(path, 'package.json')),
  );
  return paths.map((path) => ({
    manifest: readJson(join(path, 'package.json')),
    async tarball() {
      const file = join(folder, `${path.replaceAll('/', '+')}.tgz`);
      const what = ['--exclude=node_modules', '-C', dirname(path), basename(path)];
      if (!existsSync(file)) await execute('tar', ['-czf', file, ...what]);
      return file;
    },
  }));
}

const interim = ({ manifest, tarball }: Version): Version => ({
  manifest: {
    ...manifest,
    peerDependencies: undefined,
    peerDependenciesMeta: undefined,
    name: 'kling-fetch-cli',
    dependencies: {
      'openapi-fetch': '0.17.0',
      ajv: '8.20.0',
      'ajv-formats': '3.0.1',
      yaml: '2.9.1',
      '@stoplight/prism-core': '5.8.0',
      '@stoplight/prism-http': '5.12.0',
      'h264-mp4-encoder': '1.0.12',
      'wasm-media-encoders': '0.7.0',
    },
  } as never,
  tarball,
});
