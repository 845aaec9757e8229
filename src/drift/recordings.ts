import type { DocumentedOperation } from '../contract/documented.ts';
import { type Exchange, taskStateIn } from '../contract/exchange.ts';
import { CouldNotCheck, type Report } from '../contract/finding.ts';
import { type Recording, readRecordings, toExchange } from '../contract/recordings.ts';
import { externalIdIn, tasksAt, withOnly } from '../contract/tasks.ts';
import { toFinding } from '../contract/validate.ts';
import type { ProviderName } from '../documents/documents.ts';
import { generic, isObject, join, parentOf } from '../documents/json.ts';
import { driftLive, type LiveOptions } from './live/live.ts';
import { ReportBuilder } from './traffic/report-builder.ts';

/** What {@link driftRecordings} checks. */
export interface RecordingsOptions {
  /** The folder that `drift proxy --record` or `drift live --record` has made. */
  folder: string;
  /** Checks the recordings of this provider only. @default all of them */
  provider?: ProviderName | undefined;
  /**
   * How a provider that was recorded is asked, as {@link driftLive} without `spend`: nothing is created.
   * @default nothing is sent
   */
  live?: ((provider: ProviderName) => Omit<LiveOptions, 'provider' | 'spend'>) | undefined;
}

/**
 * Checks recordings against the documents of today, as the proxy checked the exchanges when they were recorded: responses,
 * rules for requests, and each task from one response to the next. With `live` the providers are asked, too, and where their
 * responses have other fields than the recorded ones, that is a finding. What cannot be read or asked is listed as skipped.
 * @throws {TypeError} there is no such folder, it has no recordings, or too many
 */
export async function driftRecordings({
  folder,
  provider,
  live,
}: RecordingsOptions): Promise<Report> {
  const report = new ReportBuilder();
  const groups = new Map<string, Group>();
  const providers = new Set<ProviderName>();
  for await (const each of readRecordings(folder)) {
    if ('why' in each) report.skip({ what: each.name, why: each.why, failed: true });
    else if (provider === undefined || each.recording.provider === provider) {
      providers.add(each.recording.provider);
      for (const exchange of checkRecording(each.name, each.recording, report)) {
        if (live) addToGroup(groups, exchange, 'recorded');
      }
    }
  }
  if (!live) return report.build();
  const asked: Report[] = [];
  for (const each of providers) {
    const onExchange = (exchange: Exchange) => addToGroup(groups, exchange, 'today');
    asked.push(await ask(each, () => driftLive({ ...live(each), provider: each, onExchange })));
  }
  for (const group of groups.values()) compareFields(group, report);
  return joinReports([report.build(), ...asked]);
}

/** Asks a provider. When that is not possible, the report says so. */
async function ask(provider: ProviderName, live: () => Promise<Report>): Promise<Report> {
  try {
    const { checked, skipped, findings } = await live();
    // What could only be checked for money was not asked for.
    return { checked, skipped: skipped.filter(({ failed }) => failed), findings };
  } catch (error) {
    if (!(error instanceof CouldNotCheck)) throw error;
    const skipped = [{ what: provider, why: error.message, failed: true }];
    return { checked: 0, skipped, findings: [] };
  }
}

/** One report of several, with each finding once. */
function joinReports(reports: Report[]): Report {
  const findings = reports.flatMap((each) => each.findings);
  const causes = findings.map(
    (each) =>
      [
        JSON.stringify([each.kind, each.provider, each.operation, generic(each.location)]),
        each,
      ] as const,
  );
  return {
    checked: reports.reduce((sum, { checked }) => sum + checked, 0),
    skipped: reports.flatMap(({ skipped }) => skipped),
    // The first of each cause, in the order in which they were found.
    findings: [...new Map(causes.toReversed()).values()].toReversed(),
  };
}

/** Checks a recording, and returns those of its exchanges that today's document has. */
function checkRecording(
  name: string,
  { provider, exchanges }: Recording,
  report: ReportBuilder,
): Exchange[] {
  const known: Exchange[] = [];
  report.startAnew();
  for (const recorded of exchanges) {
    const exchange = toExchange(provider, recorded);
    if (!exchange) {
      report.skipOnce({ what: name, why: `not in the document of ${provider}`, failed: true });
      continue;
    }
    const externalId = externalIdIn(provider, exchange.requestBody);
    if (recorded.isExternalIdUsed) report.addUsedExternalId(externalId);
    report.addExchange(exchange);
    known.push(exchange);
  }
  return known;
}

/** The bodies of one operation with one status and one state of the task: as they were recorded, and as they are today. */
interface Group {
  documented: DocumentedOperation;
  recorded: Set<string>[];
  today: Set<string>[];
}

/** Adds the fields of a response to those that it can be compared with; several tasks count as a response for each. */
function addToGroup(
  groups: Map<string, Group>,
  { documented, status, body }: Exchange,
  side: 'recorded' | 'today',
): void {
  const isQuery = documented.action === 'list' || documented.action === 'get';
  const tasks = isQuery ? tasksAt(documented, body) : [];
  const bodies = tasks.length > 0 ? tasks.map((task) => withOnly(body, task)) : [body];
  for (const each of bodies) {
    const state = taskStateIn(each)?.status ?? '';
    const key = `${documented.provider} ${documented.key} ${status} ${state}`;
    const group = groups.get(key) ?? { documented, recorded: [], today: [] };
    group[side].push(new Set(pointersIn(each)));
    groups.set(key, group);
  }
}

/** Finds fields that every recorded response has and none of today, and the other way round. */
function compareFields({ documented, recorded, today }: Group, report: ReportBuilder): void {
  if (recorded.length === 0 || today.length === 0) return;
  const gone = findOnly(recorded, today);
  const differing = (location: string, expected: string, actual: string) =>
    report.addCheck(
      toFinding(documented, { kind: 'recording-differs', location, expected, actual }),
    );
  for (const each of gone) differing(each, 'in every recording', 'in no response of today');
  for (const each of findOnly(today, recorded))
    differing(each, 'in no recording', 'in every response of today');
}

/** What all of these have and none of the others, without what is inside of it. */
function findOnly(these: Set<string>[], others: Set<string>[]): string[] {
  const inAny = new Set(others.flatMap((each) => [...each]));
  const [first = new Set<string>(), ...rest] = these;
  return [...first].filter((pointer) => {
    const parent = parentOf(pointer);
    return (
      !inAny.has(pointer) &&
      (parent === '' || inAny.has(parent)) &&
      rest.every((each) => each.has(pointer))
    );
  });
}

/** The pointers to everything that has a value; those of all items of an array are those of the first. */
function pointersIn(value: unknown, pointer = ''): string[] {
  if (Array.isArray(value)) {
    const items = `${pointer}/0`;
    const inside = value.flatMap((item) => pointersIn(item, items));
    return [...new Set(value.length > 0 ? [...inside, items] : inside)];
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const at = join(pointer, name);
    return child === null ? [] : [at, ...pointersIn(child, at)];
  });
}
