import { readBody } from '../client/body.ts';

/**
 * The bytes of a request's body; `size` when there are more than `maxBytes`, `slow` when they did not all come.
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
  try {
    return await readBody(request.body, maxBytes, signal);
  } catch (error) {
    return error instanceof RangeError ? 'size' : 'slow';
  }
}
