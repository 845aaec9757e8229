import { type Severity, severities } from '../contract/finding.ts';
import { providerNames } from '../documents/documents.ts';
import { type Format, formats } from '../drift/report/formats.ts';
import type { Fields } from './fields.ts';
import { operationWords, reaching } from './options.ts';

/** The flags of `drift` that no other command has. Their schemas are below. */
export interface DriftOptions {
  format: Format;
  output?: string;
  summary?: string;
  baseline?: string;
  failOn: Severity;
  from?: string;
  update?: boolean;
  spend: number;
  task?: string;
  pollInterval: number;
  record?: string;
}

/** What an exit code of `drift` means. */
export const driftCodes = {
  0: 'nothing at or above --fail-on, and all that was asked for was checked',
  1: 'drift; also where something else could not be checked, which the report lists',
  2: 'wrong usage, a bad baseline, or no file can be written there',
  3: 'something could not be checked, and no drift was found in the rest: no key, no answer, or not the answer of the provider',
};

const { baseUrl, help } = reaching;
const provider = { type: 'string', enum: providerNames };

/** What becomes of the report. */
const reporting = {
  format: {
    type: 'string',
    enum: Object.keys(formats),
    default: 'text',
    description: 'How the report is written.',
  },
  output: {
    type: 'string',
    format: 'file',
    description: 'Where the report goes, instead of stdout.',
  },
  summary: {
    type: 'string',
    format: 'file',
    description: 'Add the report to the end of this file, too, as Markdown.',
  },
  baseline: {
    type: 'string',
    format: 'file',
    description:
      'Findings that are accepted: a JSON array of { kind, provider, operation, location, reason, until }. They count again after that date.',
  },
  failOn: {
    type: 'string',
    enum: [...severities],
    default: 'breaking',
    description: 'From which severity on a finding makes the exit code 1.',
  },
} satisfies Fields;

const timeout = (seconds: number, description: string) => ({
  type: 'number',
  format: 'seconds',
  minimum: 1,
  default: seconds,
  description,
});

const record = {
  type: 'string',
  format: 'dir',
  description: 'Keep the exchanges in this folder, without keys and prompts.',
};

/** `drift spec` */
export const specOptions = {
  provider: { ...provider, description: 'Whose pages. Left out: those of all providers.' },
  from: {
    type: 'string',
    format: 'dir',
    description: 'Read the pages from this folder instead of fetching them.',
  },
  update: {
    type: 'boolean',
    description: 'Write what is published now into openapi/, with our wording kept.',
  },
  timeout: timeout(60, 'How long to wait for each page.'),
  ...reporting,
  help,
} satisfies Fields;

/** `drift live` */
export const liveOptions = {
  provider: { ...provider, description: 'Who is asked. Required.' },
  baseUrl,
  spend: {
    type: 'integer',
    minimum: 0,
    maximum: 100,
    default: 0,
    description: 'How many tasks may be created and paid for.',
  },
  task: { type: 'string', description: 'The id of a task to look at.' },
  operation: {
    type: 'string',
    enum: [...operationWords.keys()],
    description: 'What kind of task that is.',
  },
  timeout: timeout(900, 'How long the whole check may take.'),
  pollInterval: {
    type: 'number',
    format: 'ms',
    minimum: 1,
    default: 5000,
    description: 'How long to wait between two looks at a task.',
  },
  record,
  ...reporting,
  help,
} satisfies Fields;

/** `drift proxy` */
export const proxyOptions = {
  provider: { ...provider, description: 'Whose document counts. Required.' },
  port: {
    type: 'integer',
    minimum: 0,
    maximum: 65_535,
    default: 4011,
    description: 'Port to listen on; 0 takes a free one.',
  },
  baseUrl,
  record,
  ...reporting,
  help,
} satisfies Fields;

/** `drift matrix` */
export const matrixOptions = { output: reporting.output, help } satisfies Fields;

/** `drift` itself */
export const driftOptions = { help } satisfies Fields;
