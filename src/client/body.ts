import { orAbort, stopIfAborted } from './sleep.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The pieces of a body as they come. Lets go of the rest of the body, whatever happens.
 * @throws {RangeError} there are more than `maxBytes`
 * @throws what breaks the body off: an error of the network, or the signal's reason
 */
export async function* readPieces(
  body: ReadableStream<Bytes> | null,
  maxBytes: number,
  signal?: AbortSignal,
): AsyncGenerator<Bytes, void> {
  let size = 0;
  const reader = body?.getReader();
  try {
    for (;;) {
      // A piece that is there already would win the race against the signal, again and again.
      stopIfAborted(signal);
      const read = await (reader && orAbort(reader.read(), signal));
      if (!read || read.done) return;
      size += read.value.length;
      if (size > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
      yield read.value;
    }
  } finally {
    // Not awaited: a sender that never ends need not agree.
    reader?.cancel().catch(() => {});
  }
}

/** A body read to its end. Throws what {@link readPieces} throws. */
export async function readBody(...body: Parameters<typeof readPieces>): Promise<Bytes> {
  const pieces: Bytes[] = [];
  for await (const piece of readPieces(...body)) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
