import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { RequestRecord } from '../mock/index.ts';
import type { Output } from './command.ts';
import { describeDiskError, refuseWrite } from './files.ts';

/** Bytes that may wait for the disk; what comes beyond is left out, and counted. */
const maxWaiting = 16 * 1024 * 1024;

/** Appends each request to a file, as one line of JSON. A disk that takes no more ends the log, and nothing else. */
export class RequestLog {
  readonly #file: WriteStream;
  readonly #stderr: Output;
  #left = 0;

  private constructor(file: WriteStream, stderr: Output) {
    this.#file = file;
    this.#stderr = stderr;
    file.on('error', (error) => {
      stderr.write(`--log ends here: ${describeDiskError(error)}; the mock goes on\n`);
    });
  }

  /**
   * Opens the file, which stays open: one that is moved away is written on where it is.
   * @throws {UsageError} it cannot be opened
   */
  static async open(path: string, stderr: Output): Promise<RequestLog> {
    const file = createWriteStream(path, { flags: 'a' });
    await once(file, 'open').catch(refuseWrite('--log'));
    return new RequestLog(file, stderr);
  }

  /** Writes a request, unless the disk has failed or is too slow. */
  add(record: RequestRecord): void {
    const done = (error?: Error | null) => {
      if (error) this.#left += 1;
    };
    if (this.#file.writable && this.#file.writableLength < maxWaiting)
      this.#file.write(`${JSON.stringify(record)}\n`, done);
    else this.#left += 1;
  }

  /** Ends when all lines are on their way to the disk, and says on stderr how many requests are not in the file. */
  async close(): Promise<void> {
    // The constructor's listener has told of a failure.
    await finished(this.#file.end()).catch(() => {});
    if (this.#left > 0) this.#stderr.write(`--log: ${this.#left} of the requests are not in it\n`);
  }
}
