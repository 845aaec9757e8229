import { matrix } from '../drift/matrix.ts';
import { type Command, UsageError } from './command.ts';
import type { Engines } from './drift-engines.ts';
import { live } from './drift-live.ts';
import {
  driftCodes,
  driftOptions,
  liveOptions,
  matrixOptions,
  proxyOptions,
  specOptions,
} from './drift-options.ts';
import { proxy } from './drift-proxy.ts';
import { print } from './drift-report.ts';
import { spec } from './drift-spec.ts';

/** The commands that ask whether the contract still holds, by their names. */
export function driftCommands(engines: Engines): [string, Command][] {
  return [
    [
      'drift',
      { summary: 'Does the contract still hold?', details, options: driftOptions, run: none },
    ],
    [
      'drift spec',
      {
        summary: 'What providers publish now, against what is vendored.',
        details: 'A page that cannot be had or read is no page without drift: see the exit codes.',
        options: specOptions,
        exitCodes: driftCodes,
        run: (call) => spec(call, engines),
      },
    ],
    [
      'drift live',
      {
        summary: 'What a provider answers, against its document.',
        details: 'Costs nothing without --spend, unless something is taken that should be refused.',
        options: liveOptions,
        exitCodes: driftCodes,
        run: (call) => live(call, engines),
      },
    ],
    [
      'drift proxy',
      {
        summary: "An application's own traffic, against the provider's document. Ctrl-C ends it.",
        details: 'Keys and prompts are in no report and no record.',
        options: proxyOptions,
        exitCodes: driftCodes,
        run: (call) => proxy(call, engines),
      },
    ],
    [
      'drift matrix',
      {
        summary: "The providers' documents side by side, as Markdown.",
        options: matrixOptions,
        run: (call) => print(matrix(), call),
      },
    ],
  ];
}

const details = 'Ask spec, live, proxy or matrix; see kling-fetch drift spec --help, and so on.';

async function none(): Promise<never> {
  throw new UsageError('drift needs a question: spec, live, proxy or matrix');
}
