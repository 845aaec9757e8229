/**
 * Writes `generated/media.ts`, the pieces that the mock's sounds and films are joined from: each plucked note as MP3,
 * and for each aspect ratio a loop of H.264 in each of twelve looks. With `--check` it writes nothing and exits 1 when
 * what is committed is stale: when it is not what was made, or not from what it would be made from now. To encode all of
 * it takes seconds, so the file says what it was made from in a hash.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFile(new URL(path, root), 'utf8');

/** The file with these pieces: its first line has a hash of them, and of all that they are made from. */
async function withHash(pieces: string): Promise<string> {
  const { devDependencies } = JSON.parse(await read('package.json'));
  const encoders = ['h264-mp4-encoder', 'wasm-media-encoders'].map((name) => devDependencies[name]);
  const sources = await Promise.all(
    ['scripts/encode-media.ts', 'src/mock/media/tune.ts'].map(read),
  );
  const hash = createHash('sha256').update(JSON.stringify([sources, encoders, pieces]));
  const from = hash.digest('hex').slice(0, 16);
  return `/** Pieces of sounds and films in base64. Made by scripts/media.ts (${from}); do not edit. */\n${pieces}`;
}

const path = 'generated/media.ts';
if (!process.argv.includes('--check')) {
  // Not for a check, which the encoders would make slow.
  const { encodeAll } = await import('./encode-media.ts');
  await writeFile(new URL(path, root), await withHash(await encodeAll()));
} else {
  const committed = await read(path).catch(() => '');
  if (committed !== (await withHash(committed.slice(committed.indexOf('\n') + 1)))) {
    console.error(`stale: ${path}. Run \`npm run media\` and commit what it writes.`);
    process.exitCode = 1;
  }
}
