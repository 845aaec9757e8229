import { orAbort } from './sleep.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The pieces of a body as they come. Lets go of the rest of the body, whatever happens.
 * @throws what breaks the body off: an error of the network, or the signal's reason
 */
export async function* readPieces(
  body: ReadableStream<Bytes> | null,
  signal?: AbortSignal,
): AsyncGenerator<Bytes, void> {
  const reader = body?.getReader();
  try {
    for (;;) {
      const read = await (reader && orAbort(reader.read(), signal));
      if (!read || read.done) return;
      yield read.value;
    }
  } finally {
    // Not awaited: a sender that never ends need not agree.
    reader?.cancel().catch(() => {});
  }
}

/**
 * Reads a body to its end and holds no more of it than `maxBytes`. Throws what {@link readPieces} throws.
 * @throws {RangeError} there is more of it
 */
export async function readBody(
  body: ReadableStream<Bytes> | null,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Bytes> {
  const pieces: Bytes[] = [];
  let size = 0;
  for await (const piece of readPieces(body, signal)) {
    size += piece.length;
    if (size > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
    pieces.push(piece);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
