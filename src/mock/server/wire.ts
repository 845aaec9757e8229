import type { Answer } from './answers.ts';

/** Bytes that the body of a request may have: as many as Prism itself takes. */
export const maxBody = 10 * 1024 * 1024;

/** Statuses whose answers never have a body: a `Response` with one cannot be made. */
const bodiless = new Set([204, 205, 304]);

/** An answer as it leaves. */
export interface Wire {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer> | string | undefined;
}

/** Status, headers and bytes of an answer; spoilt, where a scenario wants that. */
export function wire({ status, headers = {}, body, text, spoil }: Answer): Wire {
  if (spoil === 'html') {
    const page = '<html><body><h1>502 Bad Gateway</h1></body></html>';
    return { status: 502, ...sized({ 'content-type': 'text/html' }, page) };
  }
  if (spoil === 'empty') return { status, ...sized({}, '') };
  if (body === undefined || bodiless.has(status)) return { status, headers, body: undefined };
  // All bytes here were made here, none are shared between threads.
  if (body instanceof Uint8Array)
    return { status, ...sized(headers, body as Uint8Array<ArrayBuffer>) };
  const json = typeof body === 'string' ? body : (text ?? JSON.stringify(body));
  const whole = spoil === 'truncated' ? json.slice(0, json.length / 2) : json;
  return { status, ...sized({ 'content-type': 'application/json', ...headers }, whole) };
}

/** With its length, a body leaves together with its headers. */
function sized(headers: Record<string, string>, body: NonNullable<Wire['body']>) {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  return { headers: { ...headers, 'content-length': String(length) }, body };
}
