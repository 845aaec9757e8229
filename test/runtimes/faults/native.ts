/** A `fetch` as React Native has it. */
import { providerNames } from '../../../src/documents/documents.ts';
import type { Finding, Measured } from '../findings.ts';
import { type Run, runProgram } from '../runtimes.ts';
import { Provider } from './provider.ts';

/** Whether a task works where responses have no body stream and there is no `crypto`. */
export async function measureNative(): Promise<Measured> {
  const findings: Finding[] = [];
  for (const name of providerNames) {
    const provider = await Provider.start(name, { takes: () => 2_000 });
    const settings = { provider: name, baseUrl: provider.url, timeout: 15_000 };
    const { end } = (await runProgram('Node', 'native.mjs', settings)) as Run;
    provider.stop();
    findings.push({
      what: `a task without body streams and \`crypto\`, as in React Native, ${name}`,
      found: `${end}, ${provider.saw.paid} paid`,
      wanted: 'task, 1 paid',
      isRight: end === 'task' && provider.saw.paid === 1,
    });
  }
  return { findings };
}
