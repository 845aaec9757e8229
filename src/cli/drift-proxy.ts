import { type Call, UsageError } from './command.ts';
import { progressOn, recordOf, theProvider } from './drift-call.ts';
import type { Engines } from './drift-engines.ts';
import { reported } from './drift-report.ts';
import { baseUrlOf, environment } from './environment.ts';
import { interrupted } from './serve.ts';

/** Stands between an application and its provider until it is interrupted, and reports on what went through. */
export async function proxy(call: Call, { proxy: open }: Engines): Promise<void> {
  const { options, context } = call;
  const provider = theProvider(call, 'proxy');
  const upstream = baseUrlOf(provider, {}, options.baseUrl);
  await reported(call, async () => {
    const running = await listening(() =>
      open({ provider, port: options.port, upstream, record: recordOf(call) }),
    );
    const tell = progressOn(context);
    tell(`export ${environment[provider].baseUrl}=${running.url}`);
    tell(`What goes to ${provider} through this address is checked; Ctrl-C ends it.`);
    await interrupted(context.signal);
    await running.close();
    // Which kinds there could have been depends on the traffic.
    return { report: running.report(), providers: [provider], kinds: {} };
  });
}

/** A port that cannot be had is wrong usage. */
async function listening<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error)) throw error;
    throw new UsageError(`${error.message}; choose another --port`);
  }
}
