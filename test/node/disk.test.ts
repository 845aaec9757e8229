import {
  chmod,
  type FileHandle,
  lstat,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkTarget, SaveError, save } from '../../src/node/index.ts';
import { failure } from '../support/outcome.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-save-'));
  file = join(folder, 'rain.mp3');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const url = 'https://1.2.3.4/a';
const fetch = async () => new Response(new Uint8Array(9));
const modeOf = async (path: string) => ((await stat(path)).mode & 0o7777).toString(8);

describe('the mode of a file', () => {
  it.each(['600', '640', '644', '666', '755', '400'])(
    'stays %s when it is replaced',
    async (mode) => {
      await writeFile(file, 'old');
      await chmod(file, Number.parseInt(mode, 8));
      await save(url, file, { fetch });
      expect(await modeOf(file)).toBe(mode);
      expect((await stat(file)).size).toBe(9);
    },
  );

  it('is at no time more open than it will be', async () => {
    await writeFile(file, 'old');
    await chmod(file, 0o600);
    const seen: string[] = [];
    const onProgress = async () => {
      for (const name of await readdir(folder)) seen.push(await modeOf(join(folder, name)));
    };
    let looked: Promise<void> | undefined;
    await save(url, file, {
      fetch: async () => {
        await onProgress();
        return fetch();
      },
      onProgress: () => {
        looked = onProgress();
      },
    });
    await looked;
    expect(new Set(seen)).toEqual(new Set(['600']));
    expect(seen.length).toBeGreaterThan(2);
  });

  it('is the usual one for a new file', async () => {
    await writeFile(join(folder, 'other'), '');
    await save(url, file, { fetch });
    expect(await modeOf(file)).toBe(await modeOf(join(folder, 'other')));
  });

  it('is left alone by a check', async () => {
    await writeFile(file, 'old');
    await chmod(file, 0o640);
    await checkTarget(file);
    expect(await modeOf(file)).toBe('640');
    expect(await readFile(file, 'utf8')).toBe('old');
  });
});

describe('a link', () => {
  it('that somebody planted in a shared folder is not followed', async () => {
    const mine = join(folder, 'mine');
    await writeFile(mine, 'mine');
    await symlink('mine', file);
    await chmod(folder, 0o1777);
    await save(url, file, { fetch });
    expect((await stat(mine)).size).toBe(9);
    const { uid } = await lstat(file);
    vi.spyOn(process, 'getuid').mockReturnValue(uid + 1);
    for (const attempt of [() => save(url, file, { fetch }), () => checkTarget(file)]) {
      const { reason, message } = await failure(attempt(), SaveError);
      expect(reason).toBe('disk');
      expect(message).toContain('somebody else made that link; choose another name');
    }
    await chmod(folder, 0o755);
    await save(url, file, { fetch });
  });

  it('or file of others in a shared folder is refused before anything is paid', async () => {
    await writeFile(file, 'old');
    await chmod(folder, 0o1777);
    const { uid } = await lstat(file);
    const me = vi.spyOn(process, 'getuid');
    for (const attempt of [() => save(url, file, { fetch }), () => checkTarget(file)]) {
      me.mockReturnValue(uid + 1);
      const { reason, message } = await failure(attempt(), SaveError);
      expect(reason).toBe('disk');
      expect(message).toContain('that file is somebody else’s; choose another name');
      // Root may replace it all the same.
      me.mockReturnValue(0);
      await attempt();
    }
    me.mockReturnValue(uid + 1);
    await save(url, join(folder, 'new.mp3'), { fetch });
    await chmod(folder, 0o755);
    await save(url, file, { fetch });
  });

  it('that leads nowhere is replaced', async () => {
    await symlink(join(folder, 'nowhere'), file);
    await save(url, file, { fetch });
    expect(await readdir(folder)).toEqual(['rain.mp3']);
  });
});

describe('where handles of files are emulated', () => {
  /** The class of all handles, to take away what an emulated one does not have. */
  async function prototypeOfHandles(): Promise<FileHandle> {
    const handle = await open(join(folder, 'any'), 'w');
    await handle.close();
    await rm(join(folder, 'any'));
    return Object.getPrototypeOf(handle);
  }
  const missing = async () => {
    throw new Error('Method not implemented.');
  };

  it('as Yarn does, a file is saved all the same', async () => {
    const handles = await prototypeOfHandles();
    for (const name of ['sync', 'datasync', 'utimes', 'writeFile'] as const)
      vi.spyOn(handles, name).mockImplementation(missing);
    await checkTarget(file);
    expect(await save(url, file, { fetch })).toEqual({ file, bytes: 9 });
    expect(await readFile(file)).toEqual(Buffer.alloc(9));
  });

  it('the pieces are written to their end, however little a call takes', async () => {
    const handles = await prototypeOfHandles();
    const { write } = handles;
    const short = function (this: FileHandle, ...[piece, at, , position]: unknown[]) {
      return Reflect.apply(write, this, [piece, at, 1, position]);
    };
    Reflect.set(handles, 'write', short);
    const body = Buffer.from('\0ne by one');
    try {
      await save(url, file, { fetch: async () => new Response(body) });
    } finally {
      Reflect.set(handles, 'write', write);
    }
    expect(await readFile(file)).toEqual(body);
  });

  it.each(['write', 'truncate', 'chmod'] as const)(
    'without %s, that is said before anything is paid',
    async (name) => {
      await writeFile(file, 'old');
      const handles = await prototypeOfHandles();
      vi.spyOn(handles, name).mockImplementation(missing);
      const { reason, message } = await failure(checkTarget(file), SaveError);
      expect(reason).toBe('disk');
      expect(message).toContain('the file system says Error: Method not implemented.');
      expect(message).toContain(`${file} cannot be saved`);
      expect(await readdir(folder)).toEqual(['rain.mp3']);
    },
  );
});
