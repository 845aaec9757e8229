import { orAbort } from '../../client/sleep.ts';
import { placesOf } from '../../contract/answers/places.ts';
import type { Documented } from '../../contract/answers/routes.ts';
import { isWithin, nameOf, parentOf, valueAt } from '../../documents/json.ts';
import { type Container, secondsOf } from './seconds.ts';
import type { Session } from './session.ts';

/** The media types of each container; one that says nothing is allowed everywhere. */
const types: Record<Container, string[]> = {
  mp3: ['audio/mpeg', 'audio/mp3', 'audio/mpeg3'],
  wav: ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
  mp4: ['video/mp4', 'application/mp4'],
};
const saysNothing = ['application/octet-stream', 'binary/octet-stream', ''];

/** Larger files are not looked at. */
const maxBytes = 200_000_000;
/** Seconds that a file may be longer or shorter than the answer says. */
const tolerance = 1;

/** Fetches every file of a result, without credentials, and looks whether it is there and plays as long as it should. */
export async function lookAtFiles(session: Session, get: Documented, body: unknown): Promise<void> {
  const content = get.operation.responses['200']?.content?.['application/json'];
  for (const { pointer, value } of placesOf(content?.schema ?? {}, body)) {
    const isFile = isWithin(pointer, '/data/task_result') && /(^|_)url(_|$)/.test(nameOf(pointer));
    // No watermark was asked for, so an empty address of one is no loss.
    const isNothing = value === '' && nameOf(pointer).startsWith('watermark');
    if (!isFile || isNothing || typeof value !== 'string') continue;
    const ending = nameOf(pointer).split('_').at(-1);
    const container = ending === 'mp3' || ending === 'wav' ? ending : 'mp4';
    const length = nameOf(pointer).replace('watermark_', '').replace('url', 'duration');
    const stated = Number(valueAt(body, `${parentOf(pointer)}/${length}`));
    session.setup.tell(`the file of ${pointer}`);
    const what = `the file of ${pointer}`;
    const { trouble, why } = await troubleWith(session, value, container, stated);
    if (why) session.skip({ what, why, failed: true });
    else
      session.expect(
        get,
        trouble === undefined
          ? undefined
          : {
              kind: 'result-unplayable',
              location: pointer,
              expected: `a file of ${container.toUpperCase()}`,
              actual: trouble,
            },
      );
  }
}

interface Look {
  /** What is wrong with the file. */
  trouble?: string;
  /** Why it could not be looked at. */
  why?: string;
}

async function troubleWith(
  session: Session,
  url: string,
  container: Container,
  stated: number,
): Promise<Look> {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return { trouble: 'has no address' };
  const { fetch, signal } = session.setup;
  let response: Response;
  let bytes: Uint8Array | undefined;
  try {
    response = await orAbort(fetch(new Request(url, { signal })), signal);
    bytes = response.ok ? await orAbort(bytesOf(response), signal) : new Uint8Array();
  } catch {
    return { why: signal.aborted ? 'the time was up' : 'the network failed' };
  }
  if (!response.ok) return { trouble: `came back with ${response.status}` };
  if (!bytes) return { why: `it is larger than ${maxBytes / 1e6} MB` };
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (![...types[container], ...saysNothing].includes(type))
    return { trouble: `is of the type ${type}` };
  const seconds = secondsOf(bytes, container);
  if (seconds === undefined) return { trouble: 'cannot be played' };
  if (stated > 0 && Math.abs(seconds - stated) > tolerance) {
    return { trouble: `plays ${seconds.toFixed(1)} s, not ${stated} s` };
  }
  return {};
}

/** The file; undefined when it is too large. */
async function bytesOf({ body }: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length;
    if (size > maxBytes) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
