import { type Base64Options, base64, FileError, type MediaField } from './base64.ts';
import { type DownloadOptions, receive } from './download.ts';
import { kindOf, type MediaKind } from './media-kind.ts';
import { replaceFile } from './partial-file.ts';
import { SaveError } from './save-error.ts';

export {
  type Base64Options,
  base64,
  type DownloadOptions,
  FileError,
  type MediaField,
  type MediaKind,
  SaveError,
};

/** How a result is saved. Every field may be left out. */
export type SaveOptions = DownloadOptions;

/** A file that has been saved completely. */
export interface Saved {
  /** The path, as it was given to `save`. */
  file: string;
  bytes: number;
}

/**
 * Downloads the file at an address, such as `audios[0].url_mp3` of a result, and saves it. The file appears only when it is
 * complete, and replaces one of the same name, whose mode it keeps; until then the bytes are in a hidden file beside it. Only
 * one piece at a time is held in memory. What {@link download} refuses is refused here too; what breaks off is gone on with,
 * or begun anew, in at most five attempts.
 * @throws {SaveError} no response or a refusal, not the kind of file that the name says, an incomplete or too large file, no
 *   time left, no space or permission, aborted
 */
export async function save(
  url: string | URL,
  file: string,
  options: SaveOptions = {},
): Promise<Saved> {
  const expect = options.expect ?? kindOf(file);
  const bytes = await replaceFile(file, {
    fill: async (partial) => {
      const pieces = receive(url, { ...options, expect }, () => partial.restart());
      for await (const piece of pieces) await partial.write(piece);
    },
  });
  return { file, bytes };
}

/**
 * The bytes of the file at an address, piece by piece, to send them on: to stdout, to a bucket. Pages of HTML, text, XML and JSON
 * in place of the file are errors, and so are private addresses, empty files and downloads that end too early. A download that
 * breaks off goes on where it was, in at most five attempts, if the server can tell that the file is still the same; otherwise
 * that is an error, as pieces that were given cannot be taken back. Leaving the loop ends the download.
 * @throws {SaveError} as `save` does
 */
export function download(
  url: string | URL,
  options: DownloadOptions = {},
): AsyncGenerator<Uint8Array, void> {
  return receive(url, options);
}

/**
 * Checks that a file can be saved there, before a task is paid for. Does with a file beside it what `save` does, and removes it.
 * @throws {SaveError} with the reason `disk`
 */
export async function checkTarget(file: string): Promise<void> {
  await replaceFile(file, {
    fill: async (partial) => {
      await partial.write(Buffer.from('.'));
      await partial.restart();
      await partial.write(Buffer.from('.'));
    },
    isRehearsal: true,
  });
}
