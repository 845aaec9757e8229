import { execFile } from 'node:child_process';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { packageFolders } from './packages.ts';

const execute = promisify(execFile);
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** One version of a package, and the file that is downloaded. */
interface Version {
  manifest: { name: string; version: string };
  tarball(): Promise<string>;
}

/**
 * Starts a registry for npm on this machine. It has our packages, and everything that is installed here, so that what ours
 * need can be installed without a network.
 */
export async function startRegistry(): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kling-registry-'));
  const versions = [...ourVersions(folder), ...installedVersions(folder)];
  const server = createServer(async ({ url = '' }, response) => {
    const [name, asked] = decodeURIComponent(url).slice(1).split('/-/');
    const found = versions.filter(({ manifest }) => manifest.name === name);
    const one = found.find(({ manifest }) => manifest.version === asked);
    if (one) createReadStream(await one.tarball()).pipe(response);
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

/** What a registry says about a package. */
function describe(versions: Version[], address: string): string {
  const all = versions.map(({ manifest }) => {
    const dist = { tarball: `${address}/${manifest.name}/-/${manifest.version}` };
    return [manifest.version, { ...manifest, dist }];
  });
  const latest = versions[0]?.manifest.version;
  return JSON.stringify({ 'dist-tags': { latest }, versions: Object.fromEntries(all) });
}

/** A version whose files below a folder are packed when it is asked for: not compressed, which npm takes, too. */
function versionAt(path: string, file: string, files: string[]): Version {
  const root = basename(resolve(path));
  const what = files.map((each) => join(root, each));
  const args = ['--exclude=node_modules', '-cf', file, '-C', dirname(resolve(path)), ...what];
  let packed: Promise<string> | undefined;
  return {
    manifest: readJson(join(path, 'package.json')),
    tarball() {
      packed ??= execute('tar', args).then(() => file);
      return packed;
    },
  };
}

/** The packages of this repository, with the files that `npm pack` takes by their manifests; `package.test.ts` packs with it. */
const ourVersions = (folder: string): Version[] =>
  Object.entries(packageFolders).map(([name, path]) => {
    const { files } = readJson(join(path, 'package.json'));
    return versionAt(path, join(folder, `${name}.tar`), ['package.json', ...files]);
  });

/** What is installed here. */
function installedVersions(folder: string): Version[] {
  const paths = Object.keys(readJson('package-lock.json').packages).filter(
    (path) => path.startsWith('node_modules/') && existsSync(join(path, 'package.json')),
  );
  return paths.map((path) =>
    versionAt(path, join(folder, `${path.replaceAll('/', '+')}.tar`), ['.']),
  );
}
