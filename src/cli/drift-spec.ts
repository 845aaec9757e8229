import { access, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { orAbort } from '../client/sleep.ts';
import { specKinds } from '../contract/kinds.ts';
import { providerNames } from '../documents/documents.ts';
import { type Call, UsageError } from './command.ts';
import { progressOn, unlessImpossible } from './drift-call.ts';
import type { Engines } from './drift-engines.ts';
import { replace, reported } from './drift-report.ts';

/** Compares what is published with what is vendored, and writes it down where that is asked for. */
export async function spec(call: Call, { spec: check, update }: Engines): Promise<void> {
  const { options, given, context } = call;
  const { cwd, signal } = context;
  const provider = given.has('provider') ? options.provider : undefined;
  const openapi = options.update ? await vendored(cwd) : undefined;
  const tell = progressOn(context);
  const asked = {
    provider,
    from: options.from === undefined ? undefined : resolve(cwd, options.from),
    timeout: options.timeout * 1000,
    fetch: fetchUntil(signal),
  };
  await reported(call, async () => {
    const report = await unlessImpossible('the pages', () =>
      check({ ...asked, onProgress: ({ what, done, total }) => tell(`${done}/${total} ${what}`) }),
    );
    if (openapi !== undefined) {
      const files = await update(asked);
      await mkdir(join(openapi, 'pages'), { recursive: true });
      for (const { path, text } of files) await replace(join(openapi, path), text, '--update');
      tell(files.length > 0 ? updated(files.map(({ path }) => path)) : 'openapi/ is up to date');
    }
    return { report, providers: provider ? [provider] : providerNames, kinds: specKinds };
  });
}

const updated = (paths: string[]) =>
  `wrote openapi/${paths.join(', openapi/')}; review that, then run: npm run generate`;

/** The folder of the documents, which only a clone has. */
async function vendored(cwd: string): Promise<string> {
  const folder = join(cwd, 'openapi');
  const isThere = await access(join(folder, 'sources.json')).then(
    () => true,
    () => false,
  );
  if (isThere) return folder;
  throw new UsageError('--update writes into openapi/ of a clone of kling-fetch; run it there');
}

/** A fetch that the user can interrupt. */
const fetchUntil = (signal: AbortSignal | undefined) => (request: Request) =>
  orAbort(fetch(request), signal);
