import { orAbort } from '../client/sleep.ts';

/**
 * The bytes of a request's body; `size` when there are more than `maxBytes`, of which no more than that are held; `slow`
 * when they did not all come.
 * @throws {TypeError} somebody has read the body already
 */
export async function bytesOf(
  request: Request,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | 'size' | 'slow'> {
  if (request.bodyUsed || request.body?.locked) {
    throw new TypeError('the body was read before: pass the request unread');
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = request.body?.getReader();
  try {
    let size = 0;
    for (;;) {
      const read = reader && (await orAbort(reader.read(), signal));
      if (!read || read.done) break;
      size += read.value.length;
      if (size > maxBytes) return 'size';
      chunks.push(read.value);
    }
  } catch {
    return 'slow';
  } finally {
    // Not waited for: a sender that never ends need not agree.
    reader?.cancel().catch(() => {});
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
