import type { Kind } from '../../contract/kinds.ts';
import {
  documents,
  type ProviderName,
  providerNames,
  providers,
} from '../../documents/documents.ts';
import { type JsonObject, objectOf } from '../../documents/json.ts';
import { type ApiOperation, dereference } from '../../documents/openapi.ts';

/** What happens to a task. */
export interface Lifecycle {
  /** The state that it ends in. @default 'succeed' */
  ends?: 'succeed' | 'failed' | 'never';
  /** Why it failed. */
  reason?: string;
  /** How many times longer than usual it takes. */
  factor?: number;
  /** The status while it runs. @default 'processing' */
  runningStatus?: string;
  /** How much later than `succeed` the result comes, as a share of the task's time. */
  resultDelay?: number;
  /** What happens to its callbacks. */
  callbacks?: 'lost' | 'repeated' | 'reordered';
}

/** The status that a client sees under each fault; 0 where no response arrives. */
export const faultStatus = { html: 502, empty: 200, truncated: 200, reset: 0, hang: 0 };

/** What can go wrong with a response on its way. */
export type Fault = keyof typeof faultStatus;

/** What a check says of a provider: kinds of findings, or that something could not be checked. */
type Verdict = Kind | 'unchecked';

/** The groups that scenarios are listed by, in this order. */
const groups = [
  'Creating a task',
  'Waiting for it',
  'Its result',
  'Account and limits',
  'Connection and server',
  'Callbacks',
] as const;

/** What happens to requests and tasks. One without any of the optional fields changes nothing. */
export interface Scenario {
  /** What a user sees, in a line. */
  means: string;
  /** The group that it is listed in. */
  group: (typeof groups)[number];
  /** Which requests it is for where a rule does not say. @default 'create' */
  on?: 'any' | 'read';
  /** What happens to the task. */
  lifecycle?: Lifecycle;
  /** The example of a document that the request is refused with. */
  refuse?: {
    status: number;
    example: string;
    /** Whose document it is from, for providers whose own document does not have that status. */
    from: ProviderName;
    headers?: Record<string, string>;
  };
  /** Refuses only while at least this many tasks are running. */
  running?: number;
  /** Whether a task that nobody has is refused as the document says, where something else was seen. */
  unknownAsDocumented?: boolean;
  /** What goes wrong with the response. */
  fault?: Fault;
  /** Whether the request is carried out although the response has a fault. */
  isCarriedOut?: boolean;
  /** Milliseconds before the response, and the share that chance may add. */
  latency?: { ms: number; jitter: number };
  /** All that `drift live --spend` says of each provider while it does this. */
  drift: Readonly<Record<ProviderName, readonly Verdict[]>>;
}

/** A scenario as the tables below have it. */
interface Draft extends Omit<Scenario, 'drift'> {
  /** Where it is the same for every provider. @default nothing, or what the refusal leads to */
  drift?: readonly Verdict[];
}

const rateLimit = { status: 429, example: '1302', from: 'klingai' } as const;

const ownScenarios: Record<string, Draft> = {
  normal: { group: 'Its result', means: 'the task succeeds' },
  fails: {
    group: 'Its result',
    means: 'the task fails: the image has the wrong size',
    lifecycle: { ends: 'failed', reason: 'Image pixel is invalid' },
  },
  'fails-policy': {
    group: 'Its result',
    means: 'the task fails: its content is refused while it runs',
    lifecycle: { ends: 'failed', reason: 'Refused by the risk control of the platform' },
  },
  'content-policy': {
    group: 'Creating a task',
    means: 'the create is refused for its content (1301)',
    refuse: { status: 400, example: '1301', from: 'klingai' },
  },
  slow: {
    group: 'Waiting for it',
    means: 'the task takes five times as long',
    lifecycle: { factor: 5 },
  },
  stuck: {
    group: 'Waiting for it',
    means: 'the task never ends',
    lifecycle: { ends: 'never' },
    drift: ['unchecked'],
  },
  'succeed-before-url': {
    group: 'Its result',
    means: 'the task says succeed before its result is there',
    lifecycle: { resultDelay: 0.5 },
  },
  'unknown-status': {
    group: 'Waiting for it',
    means: 'the task runs under a status that nobody knows',
    lifecycle: { runningStatus: 'reviewing' },
    drift: ['answer-enum'],
  },
  'concurrency-full': {
    group: 'Account and limits',
    means: 'creates are refused (1303) while two tasks are running',
    refuse: { status: 429, example: '1303', from: 'klingai' },
    running: 2,
    // A check has one task at a time.
    drift: [],
  },
  'rate-limit': {
    group: 'Account and limits',
    means: 'creates are refused: too many requests (1302)',
    refuse: rateLimit,
  },
  'rate-limit-retry-after': {
    group: 'Account and limits',
    means: 'creates are refused: too many requests (1302), with a Retry-After of one second',
    refuse: { ...rateLimit, headers: { 'retry-after': '1' } },
  },
  'out-of-credit': {
    group: 'Account and limits',
    means: 'creates are refused: the resource pack is used up (1102)',
    refuse: { status: 429, example: '1102', from: 'klingai' },
  },
  'html-502': {
    group: 'Connection and server',
    means: 'no task is created, and the response is an HTML page with status 502',
    fault: 'html',
    drift: ['unchecked'],
  },
  'empty-200': {
    group: 'Connection and server',
    means: 'the task is created, but the response is empty',
    fault: 'empty',
    isCarriedOut: true,
    drift: ['answer-content-type', 'unchecked'],
  },
  'truncated-json': {
    group: 'Connection and server',
    means: 'the task is created, but the response is cut off in the middle',
    fault: 'truncated',
    isCarriedOut: true,
    drift: ['answer-type', 'unchecked'],
  },
  'reset-before': {
    group: 'Connection and server',
    means: 'the connection breaks before the task is created',
    fault: 'reset',
    drift: ['unchecked'],
  },
  'reset-after': {
    group: 'Connection and server',
    means: 'the task is created, then the connection breaks',
    fault: 'reset',
    isCarriedOut: true,
    drift: ['unchecked'],
  },
  hang: {
    group: 'Connection and server',
    means: 'the task is created, but the response never comes',
    fault: 'hang',
    isCarriedOut: true,
    drift: ['unchecked'],
  },
  latency: {
    group: 'Connection and server',
    means: 'every response takes between half a second and a second',
    on: 'any',
    latency: { ms: 500, jitter: 1 },
  },
  'unknown-404': {
    group: 'Waiting for it',
    means:
      'an unknown id is refused as Kling documents it (404, 1203), not as it was seen (400, 1201)',
    on: 'read',
    unknownAsDocumented: true,
  },
  'callbacks-lost': {
    group: 'Callbacks',
    means: 'no callback arrives',
    lifecycle: { callbacks: 'lost' },
  },
  'callbacks-repeated': {
    group: 'Callbacks',
    means: 'every callback arrives twice',
    lifecycle: { callbacks: 'repeated' },
  },
  'callbacks-reordered': {
    group: 'Callbacks',
    means: 'the last callback arrives first',
    lifecycle: { callbacks: 'reordered' },
  },
};

/** Makes a scenario of each error that a provider's document has an example of. */
function readRefusals(
  provider: ProviderName,
  nameFor: (status: string, example: string) => string,
): [string, Draft][] {
  return Object.entries(refusalsOf(provider))
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([status, { content }]) =>
      Object.entries(content?.['application/json']?.examples ?? {}).map(
        ([example, { value }]): [string, Draft] => [
          nameFor(status, example),
          {
            group: groupOf(Number(status)),
            means: `${status}: ${readMessage(value)}`,
            refuse: { status: Number(status), example, from: provider },
          },
        ],
      ),
    );
}

/** What a refusal with this status is about. */
function groupOf(status: number): Draft['group'] {
  if (status >= 500) return 'Connection and server';
  return [401, 402, 403, 429].includes(status) ? 'Account and limits' : 'Creating a task';
}

const knownRefusals = new Map<ProviderName, ApiOperation['responses']>();

/** The responses of a provider to a create; all creates are refused in the same way. */
function refusalsOf(provider: ProviderName): ApiOperation['responses'] {
  const document = documents[provider];
  const [path = ''] = Object.keys(document.paths);
  const found =
    knownRefusals.get(provider) ??
    dereference(document, document.paths[path]?.post)?.responses ??
    {};
  knownRefusals.set(provider, found);
  return found;
}

/** The form in which a gateway passes on what Kling said. */
const passedOn = 'kling';

/**
 * The example that a provider refuses with: that one, or the form in which a gateway passes it on, or else the first of its own.
 * @param from whose document has the example, where that is another one's
 */
export function chooseExample(
  examples: object,
  name: string,
  from?: ProviderName,
): { name: string; passesOn: boolean } {
  if (name in examples) return { name, passesOn: false };
  // Kling's own routes have no prefix.
  const isKlings = from !== undefined && providers[from].prefix === '';
  if (isKlings && passedOn in examples) return { name: passedOn, passesOn: true };
  return { name: Object.keys(examples)[0] ?? '', passesOn: false };
}

/** Code and message of one of Kling's refusals, for a gateway to pass on. */
export function readPassedOn(status: number, example: string): JsonObject {
  const { examples = {} } = refusalsOf('klingai')[status]?.content?.['application/json'] ?? {};
  const { code, message } = objectOf(examples[example]?.value);
  return { code, message };
}

/** The examples that refuse a create for its fields. */
const aboutFields = [
  '1200',
  '1201',
  '1202',
  '1203',
  passedOn,
  'invalid_request',
  'model_not_found',
];

/** What a check says when its creates, which keep every rule, are refused: for their fields, or for something else. */
function judgeRefusal(
  { status, example, from }: NonNullable<Scenario['refuse']>,
  provider: ProviderName,
): readonly Verdict[] {
  const own = refusalsOf(provider)[status];
  const shown = chooseExample(own?.content?.['application/json']?.examples ?? {}, example, from);
  const name = own && !shown.passesOn ? shown.name : example;
  const isAboutFields = aboutFields.includes(name) || (status === 400 && name === 'gateway');
  return [
    ...(own ? [] : (['answer-status'] as const)),
    isAboutFields ? 'limit-newly-enforced' : 'unchecked',
  ];
}

const forEachProvider = <T>(ask: (provider: ProviderName) => T) =>
  Object.fromEntries(providerNames.map((name) => [name, ask(name)])) as Record<ProviderName, T>;

/** The message of a refusal in either of its forms, without the request id that a gateway adds. */
function readMessage(body: unknown): string {
  const { message, error } = body as { message?: string; error?: { message: string } };
  return (message ?? error?.message ?? '').replace(/ \(request id: .*/, '');
}

/** Every scenario by its name, group by group: what can happen to a task, each of Kling's error codes, each error of a gateway. */
export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [
    ...Object.entries(ownScenarios),
    ...readRefusals('klingai', (_, code) => `code-${code}`),
    ...readRefusals('cometapi', (status, example) =>
      example === 'gateway' ? `gateway-${status}` : `gateway-${status}-${example}`,
    ),
  ]
    .sort(([, a], [, b]) => groups.indexOf(a.group) - groups.indexOf(b.group))
    .map(([name, { drift, ...draft }]) => {
      const judge = (provider: ProviderName) =>
        drift ?? (draft.refuse ? judgeRefusal(draft.refuse, provider) : []);
      return [name, { ...draft, drift: forEachProvider(judge) }];
    }),
);

/**
 * The scenario of that name.
 * @throws {TypeError} there is none; the message lists a few
 */
export function findScenario(name: string): Scenario {
  const found = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (found) return found;
  const some = Object.keys(ownScenarios).join(', ');
  throw new TypeError(
    `no such scenario: ${name}; there are ${some}, code-1303, gateway-503 and others`,
  );
}
