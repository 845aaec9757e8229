/** Printing what is known about a request instead of sending it. */
import { forecast, formatCost } from '../contract/forecast.ts';
import type { Call, Flags } from './command.ts';
import { print, type providerFlags } from './provider.ts';

/** The flag of commands whose request may cost something. */
export const dryRunFlag = {
  dryRun: {
    type: 'boolean',
    description: 'Send nothing; print what is known against the request, and about what it costs.',
  },
} satisfies Flags;

/** Prints what is known about the request, instead of sending it. */
export function printForecast(call: Call<typeof providerFlags>): void {
  const { options, operation, input } = call;
  const { warnings, cost } = forecast(options.provider, operation, input, false);
  const lines = [...warnings, ...formatCost(cost)];
  const price = cost?.units === 0 ? 'and it is free' : 'nor what it costs';
  const none = `nothing is known against it, ${price}`;
  print(call, { lines: lines.length > 0 ? lines : [none], json: { warnings, cost } });
}
