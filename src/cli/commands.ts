import { documents, pathOf } from '../documents/documents.ts';
import type { OperationName } from '../index.ts';
import type { Command } from './command.ts';
import { driftCommands } from './drift.ts';
import { engines } from './drift-engines.ts';
import {
  choosing,
  demonstrating,
  finishing,
  operationWords,
  reaching,
  serving,
} from './options.ts';
import { demo, serve } from './serve.ts';
import { create, createFields, get, list, listFields, wait } from './tasks.ts';

/** The documents' own words; Kling's has every operation. */
function summaryOf(operation: OperationName): string {
  return `${documents.klingai.paths[pathOf('klingai', operation)]?.post?.summary}.`;
}

const creating = [...operationWords].map(([word, operation]): [string, Command] => [
  word,
  {
    summary: summaryOf(operation),
    operation,
    options: { ...finishing, ...reaching },
    fields: createFields,
    run: (call) => create(call),
  },
]);

const argument = 'ID';
const details = 'ID is the id of a task, or what JSON.stringify(task) gives.';

/** Every command by its name. */
export const commands = new Map<string, Command>([
  ...creating,
  [
    'get',
    {
      summary: 'Look at a task once, and print how it stands.',
      details,
      argument,
      options: { ...choosing, ...reaching },
      run: get,
    },
  ],
  [
    'wait',
    {
      summary: 'Wait for a task that exists, and save its result.',
      details,
      argument,
      options: { ...choosing, ...finishing, ...reaching },
      run: wait,
    },
  ],
  [
    'list',
    {
      summary: "Print a page of the account's tasks: id, status, time, reason.",
      options: { ...choosing, ...reaching },
      fields: listFields,
      run: list,
    },
  ],
  [
    'mock',
    {
      summary: 'Run a mock of all providers until Ctrl-C.',
      options: serving,
      run: serve,
    },
  ],
  [
    'demo',
    {
      summary: 'Make a sound against a mock of its own; needs no key.',
      operation: 'textToAudio',
      options: { ...demonstrating, ...finishing, ...reaching },
      fields: createFields,
      defaults: { prompt: 'Rain on a tin roof', duration: 5 },
      forgets: ({ live }) => !live,
      run: demo,
    },
  ],
  ...driftCommands(engines),
]);
