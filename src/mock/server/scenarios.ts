import { documents, type ProviderName } from '../../documents/documents.ts';
import { dereference } from '../../documents/openapi.ts';

/** How a task goes. */
export interface Course {
  /** The state it ends in. @default 'succeed' */
  ends?: 'succeed' | 'failed' | 'never';
  /** Why it failed. */
  reason?: string;
  /** How many times longer than usual it takes. */
  factor?: number;
  /** A word of its own for `processing`. */
  word?: string;
  /** Shows its result this share of its time later than `succeed`. */
  resultLater?: number;
  /** What becomes of its callbacks. */
  callbacks?: 'lost' | 'repeated' | 'reordered';
}

/** What happens to requests and tasks. Without anything it is an ordinary day. */
export interface Scenario {
  /** What a user sees, in a line. */
  means: string;
  /** Which requests it is for where a rule does not say. @default 'create' */
  on?: 'any';
  course?: Course;
  /** The example of the document that refuses the request. */
  refuse?: {
    status: number;
    example: string;
    /** Whose document it is, for providers whose own does not know that status. */
    from: ProviderName;
    headers?: Record<string, string>;
  };
  /** Refuses only while at least this many tasks are running. */
  running?: number;
  /** Spoils the answer. */
  spoil?: Spoil;
  /** Whether the request is carried out although its answer is spoilt. */
  isCarriedOut?: boolean;
  /** Milliseconds before the answer, and how much of them is chance. */
  latency?: { ms: number; jitter: number };
}

/** What can become of an answer on its way. */
export type Spoil = 'html' | 'empty' | 'truncated' | 'reset' | 'hang';

const course = (means: string, facts: Course): Scenario => ({ means, course: facts });
const spoilt = (means: string, spoil: Spoil, isCarriedOut: boolean): Scenario => ({
  means,
  spoil,
  isCarriedOut,
});
const rateLimit = (headers: Record<string, string>): NonNullable<Scenario['refuse']> => ({
  status: 429,
  example: '1302',
  from: 'klingai',
  headers,
});

const named: Record<string, Scenario> = {
  normal: course('the task succeeds', {}),
  fails: course('the task fails: a picture of the wrong size', {
    ends: 'failed',
    reason: 'Image pixel is invalid',
  }),
  'fails-policy': course('the task fails: the content was refused while at work', {
    ends: 'failed',
    reason: 'Refused by the risk control of the platform',
  }),
  'content-policy': {
    means: 'the create is refused for its content (1301)',
    refuse: { status: 400, example: '1301', from: 'klingai' },
  },
  slow: course('the task takes five times as long', { factor: 5 }),
  stuck: course('the task never ends', { ends: 'never' }),
  'succeed-before-url': course('the task says succeed before its result is there', {
    resultLater: 0.5,
  }),
  'unknown-status': course('the task is at work under a word that nobody knows', {
    word: 'reviewing',
  }),
  'concurrency-full': {
    means: 'creates are refused (1303) while two tasks are running',
    refuse: { status: 429, example: '1303', from: 'klingai' },
    running: 2,
  },
  'rate-limit': { means: 'creates are refused: too fast (1302)', refuse: rateLimit({}) },
  'rate-limit-retry-after': {
    means: 'creates are refused: too fast (1302), with Retry-After of a second',
    refuse: rateLimit({ 'retry-after': '1' }),
  },
  'out-of-credit': {
    means: 'creates are refused: the resource pack is used up (1102)',
    refuse: { status: 429, example: '1102', from: 'klingai' },
  },
  'html-502': spoilt('a page of HTML with 502 comes instead of the answer', 'html', false),
  'empty-200': spoilt('the task is made, the answer is empty', 'empty', true),
  'truncated-json': spoilt('the task is made, the answer ends in the middle', 'truncated', true),
  'reset-before': spoilt('the connection breaks before the task is made', 'reset', false),
  'reset-after': spoilt('the task is made, then the connection breaks', 'reset', true),
  hang: spoilt('the task is made, the answer never comes', 'hang', true),
  latency: {
    means: 'every answer takes half a second, a second at times',
    on: 'any',
    latency: { ms: 500, jitter: 1 },
  },
  'callbacks-lost': course('no callback arrives', { callbacks: 'lost' }),
  'callbacks-repeated': course('every callback arrives twice', { callbacks: 'repeated' }),
  'callbacks-reordered': course('the last callback arrives first', { callbacks: 'reordered' }),
};

/** Each error that a document shows, as a scenario that answers with it. */
function refusalsOf(
  provider: ProviderName,
  nameOf: (status: string, example: string) => string,
): [string, Scenario][] {
  const document = documents[provider];
  const [path = ''] = Object.keys(document.paths);
  const { responses = {} } = dereference(document, document.paths[path]?.post) ?? {};
  return Object.entries(responses)
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([status, { content }]) =>
      Object.entries(content?.['application/json']?.examples ?? {}).map(
        ([example, { value }]): [string, Scenario] => [
          nameOf(status, example),
          {
            means: `${status}: ${messageIn(value)}`,
            refuse: { status: Number(status), example, from: provider },
          },
        ],
      ),
    );
}

/** The words of a refusal, in whichever of the forms; without the request id that a gateway adds. */
function messageIn(body: unknown): string {
  const { message, error } = body as { message?: string; error?: { message: string } };
  return (message ?? error?.message ?? '').replace(/ \(request id: .*/, '');
}

/** Every scenario by its name. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  ...named,
  ...Object.fromEntries(refusalsOf('klingai', (_, code) => `code-${code}`)),
  ...Object.fromEntries(
    refusalsOf('cometapi', (status, example) =>
      example === 'gateway' ? `gateway-${status}` : `gateway-${status}-${example}`,
    ),
  ),
};

/**
 * The scenario of that name.
 * @throws {TypeError} there is none; the message lists a few
 */
export function scenarioOf(name: string): Scenario {
  const found = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (found) return found;
  const some = Object.keys(named).join(', ');
  throw new TypeError(
    `no such scenario: ${name}; there are ${some}, code-1303, gateway-503 and others`,
  );
}
