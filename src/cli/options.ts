import { providerNames } from '../documents/documents.ts';
import { type OperationName, operations } from '../index.ts';
import type { Fields } from './fields.ts';
import { kebab } from './words.ts';

/** The operations as commands and `--operation` spell them. */
export const operationWords = new Map<string, OperationName>(
  Object.keys(operations)
    .filter((name): name is OperationName => name in operations)
    .map((name) => [kebab(name), name]),
);

const help = { type: 'boolean', description: 'Show this.' };
const json = { type: 'boolean', description: 'Print one JSON object on stdout.' };

/** Which provider is asked, and where. */
export const reaching = {
  provider: {
    type: 'string',
    enum: providerNames,
    default: 'klingai',
    description: 'Who is asked.',
  },
  baseUrl: {
    type: 'string',
    format: 'url',
    description: 'Stands in for the address of the provider: a mock, a proxy, another region.',
  },
  json,
  help,
} satisfies Fields;

/** Which tasks are meant. */
export const choosing = {
  operation: {
    type: 'string',
    enum: [...operationWords.keys()],
    default: 'text-to-audio',
    description: 'What kind of task it is.',
  },
} satisfies Fields;

/** How long to wait, and what becomes of the result. */
export const finishing = {
  out: {
    type: 'string',
    format: 'file',
    description:
      'Where the result goes: .mp3 or .wav for a sound, .mp4 for a video. Left out: COMMAND-ID in this folder.',
  },
  noSave: { type: 'boolean', description: 'Print the addresses of the result, save nothing.' },
  timeout: {
    type: 'number',
    format: 'seconds',
    minimum: 0,
    default: 3600,
    description: 'How long to wait. The task goes on after that.',
  },
} satisfies Fields;

/** How the mock runs. */
export const serving = {
  port: {
    type: 'integer',
    minimum: 0,
    maximum: 65_535,
    default: 4010,
    description: 'Port to listen on; 0 takes a free one.',
  },
  host: { type: 'string', default: '127.0.0.1', description: 'Address to listen on.' },
  speed: {
    type: 'string',
    default: '60',
    description: 'How many times faster than in life tasks go, or instant.',
  },
  scenario: {
    type: 'string',
    default: 'normal',
    description: 'What creates meet; --scenarios lists them all.',
  },
  scenarios: { type: 'boolean', description: 'List every scenario, and stop.' },
  seed: {
    type: 'integer',
    minimum: 0,
    default: 1,
    description: 'The same seed gives the same ids and chances.',
  },
  allowCallbacks: {
    type: 'string',
    description: 'Hosts besides this machine that callback_url may name, separated by commas.',
  },
  replay: {
    type: 'string',
    format: 'dir',
    description: 'Answer from the exchanges in this folder, as drift keeps them with --record.',
  },
  help,
} satisfies Fields;

/** What the demo has besides. */
export const demonstrating = {
  live: { type: 'boolean', description: 'Ask the provider itself. Needs a key, and is paid.' },
} satisfies Fields;
