import { readBody } from '../../client/body.ts';
import { orAbort } from '../../client/sleep.ts';
import { type DocumentedOperation, resultFiles } from '../../contract/documented.ts';
import { readPicture } from '../../documents/pictures.ts';
import type { Format } from '../../documents/result-files.ts';
import { readSeconds } from '../../documents/seconds.ts';
import type { Session } from './session.ts';

/** The media types of each container. Those that name no format are allowed for all. */
const types: Record<Format, string[]> = {
  mp3: ['audio/mpeg', 'audio/mp3', 'audio/mpeg3'],
  wav: ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
  mp4: ['video/mp4', 'application/mp4'],
  png: ['image/png', 'image/jpeg', 'image/webp'],
};
const anyFormat = ['application/octet-stream', 'binary/octet-stream', ''];

/** Larger files are not checked. */
const maxBytes = 200_000_000;
/** By how many seconds a file may be longer or shorter than the answer says. */
const tolerance = 1;

/** Fetches every file of a result, without credentials, and checks that it plays, and for how long, or that it is a picture. */
export async function checkFiles(
  session: Session,
  get: DocumentedOperation,
  body: unknown,
): Promise<void> {
  for (const { pointer, url, kind, seconds } of resultFiles(get, body)) {
    const what = `the file of ${pointer}`;
    session.setup.tell(what);
    const { wrong, skipped } = await checkFile(session, url, kind, seconds);
    if (skipped) {
      session.skip({ what, why: skipped, failed: true });
    } else if (wrong) {
      const expected = kind === 'png' ? 'a picture' : `a file of ${kind.toUpperCase()}`;
      session.addCheck(get, {
        kind: 'result-unplayable',
        location: pointer,
        expected,
        actual: wrong,
      });
    } else {
      session.addCheck(get);
    }
  }
}

interface FileCheck {
  /** What is wrong with the file. */
  wrong?: string;
  /** Why the file could not be checked. */
  skipped?: string;
}

async function checkFile(
  session: Session,
  url: string,
  container: Format,
  expectedSeconds: number,
): Promise<FileCheck> {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return { wrong: 'has no address' };
  const { fetch, signal } = session.setup;
  let response: Response;
  let bytes: Uint8Array;
  try {
    response = await orAbort(fetch(url, { signal }), signal);
    bytes = response.ok ? await readBody(response.body, maxBytes, signal) : new Uint8Array();
  } catch (error) {
    if (error instanceof RangeError) return { skipped: `it is larger than ${maxBytes / 1e6} MB` };
    return { skipped: signal.aborted ? 'the time was up' : 'the network failed' };
  }
  if (!response.ok) return { wrong: `came back with ${response.status}` };
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (![...types[container], ...anyFormat].includes(type)) {
    return { wrong: `is of the type ${type}` };
  }
  if (container === 'png') return readPicture(bytes) ? {} : { wrong: 'is no picture' };
  const seconds = readSeconds(bytes, container);
  if (seconds === undefined) return { wrong: 'cannot be played' };
  if (expectedSeconds > 0 && Math.abs(seconds - expectedSeconds) > tolerance) {
    return { wrong: `plays ${seconds.toFixed(1)} s, not ${expectedSeconds} s` };
  }
  return {};
}
