import type { ProviderName } from '../documents/documents.ts';
import { News } from './server/accounts.ts';
import type { App } from './server/app.ts';
import { addRule, advanceTime } from './server/control.ts';
import { identifyCaller } from './server/credentials.ts';
import type { JournalEntry, JournalFacts } from './server/journal.ts';
import { type Rule, readRule } from './server/rules.ts';
import { createFetch } from './server/server.ts';
import { type TaskView, viewTasks } from './server/task-view.ts';
import { reset, type World } from './server/world.ts';

/** Settings of a session. */
export interface SessionOptions {
  /**
   * The API key that tells its requests from others. With the same key, chance draws the same in every run, whatever else
   * the mock does meanwhile. @default `session-1` and so on
   */
  key?: string | undefined;
}

/** One test's part of a mock: tasks, requests, scenarios and a clock that go with a key of its own. */
export interface Session extends AsyncDisposable {
  /** The API key: whatever is sent with it belongs to the session. */
  readonly key: string;
  /** The address of the mock; each provider is below it. */
  readonly url: string;
  /**
   * Options for a client of that provider: `createKling(klingai, { apiKey: session.key }, session.options('klingai'))`. Its waits
   * notice at once what the mock or `advance` does to their tasks.
   */
  options(provider: ProviderName): { baseUrl: string; interval: number; callback: EventTarget };
  /** The mock without a connection. A key that is sent is replaced by that of the session. */
  readonly fetch: typeof fetch;
  /** Its tasks as they are now, newest first. */
  readonly tasks: TaskView[];
  /** Its latest requests and their responses, oldest first. */
  readonly requests: readonly JournalEntry[];
  /**
   * Applies a scenario to its requests to come. Wins over every scenario that was given to the mock.
   * @throws {TypeError} no such scenario, or another field of the rule is wrong
   */
  scenario(name: string, rule?: Omit<Rule, 'scenario'>): void;
  /** Moves its time forward: `5m`, `90s`, or milliseconds. */
  advance(by: number | string): void;
  /** Clears its tasks, requests, scenarios and clock. What it has found so far stays. */
  reset(): void;
  /**
   * What is wrong with its requests, one line each: what the provider refuses although no scenario asked for that, unknown
   * fields, and retired models. No line has a key or a prompt.
   */
  readonly findings: readonly string[];
  /** Allows findings that have this in their line; all of them without an argument. */
  allow(finding?: string | RegExp): void;
  /** Does nothing if there are no findings that were not allowed. @throws {Error} lists them */
  check(): void;
}

/** Findings that are kept. */
const maxFindings = 100;
/** Stands for those that come after them. */
const tooMany = `more requests were wrong: only the first ${maxFindings} findings are kept`;
/** Sessions so far, over all mocks. */
let count = 0;

/** Opens a session of a mock. @throws {TypeError} the key is in use, or cannot be one */
export function openSession(world: World, app: App, options: SessionOptions = {}): Session {
  count += 1;
  const { key = `session-${count}` } = options;
  const { accounts, journal, memory } = world;
  const { account, refused } = identifyCaller(`Bearer ${key}`, world.keys, 0);
  if (refused) throw new TypeError('the key of a session must be an API key, without spaces');
  if (accounts.find(account)?.news) throw new TypeError(`the session ${key} is open already`);
  const news = new News(
    (id) => memory.get(id),
    () => accounts.now(account),
  );
  accounts.hold(account, news);
  const findings: string[] = [];
  const allowed: (string | RegExp)[] = [];
  const isMeant = (line: string) => allowed.some((each) => fits(line, each));
  const forget = journal.listen((_, facts) => {
    if (facts.account !== account) return;
    for (const line of findingsIn(facts, key)) {
      if (findings.length < maxFindings) findings.push(line);
      else if (!isMeant(line)) findings[maxFindings] = tooMany;
    }
  });
  return {
    key,
    url: world.url,
    options: (provider) => ({
      baseUrl: `${world.url}/${provider}`,
      interval: 1,
      callback: news,
    }),
    fetch: createSessionFetch(app, key),
    get tasks() {
      return viewTasks(world, account);
    },
    get requests() {
      return journal.entries(account);
    },
    scenario: (name, rule) => addRule(world, readRule({ ...rule, scenario: name }), account),
    advance: (by) => advanceTime(world, by, account),
    reset: () => reset(world, account),
    get findings() {
      return findings.filter((line) => !isMeant(line));
    },
    allow: (finding = '') => void allowed.push(finding),
    check() {
      if (this.findings.length > 0) throw new Error(describe(this.findings));
    },
    async [Symbol.asyncDispose]() {
      // By now the key may be that of another session.
      if (accounts.find(account)?.news !== news) return;
      forget();
      reset(world, account);
      news.close();
      accounts.forget(account);
    },
  };
}

/** What is wrong with a request, one line each. The reasons are those of the log, which has neither key nor prompt. */
function findingsIn(
  { method, path, status, why, violations }: JournalFacts,
  key: string,
): string[] {
  const ignored = violations.filter(({ severity }) => severity > 0).map(({ message }) => message);
  const reasons = why === undefined ? ignored : [why, ...ignored];
  // Before anything is cut off, as a part of a key would not be found.
  const hide = (text: string) =>
    text.replaceAll(encodeURIComponent(key), '[key]').replaceAll(key, '[key]');
  const where = `${method} ${hide(path).slice(0, 100)} (${status})`;
  return reasons.map((reason) => `${where}: ${hide(reason)}`);
}

const fits = (line: string, allowed: string | RegExp) =>
  typeof allowed === 'string' ? line.includes(allowed) : line.search(allowed) >= 0;

const describe = (findings: readonly string[]) =>
  ['the mock found wrong requests; session.allow() is for those that are meant:', ...findings].join(
    '\n  ',
  );

/** A `fetch` to the mock, with a key in place of any other. Without one, as the application has forgotten it, it stays so. */
function createSessionFetch(app: App, key: string): typeof fetch {
  const send = createFetch(app);
  return (input, init) => {
    const request = new Request(input, init);
    if (request.headers.has('authorization')) request.headers.set('authorization', `Bearer ${key}`);
    return send(request);
  };
}
