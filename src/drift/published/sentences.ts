/** What pages say in sentences: kept as hashes, and compared where rules of ours rest on them. */
import { createHash } from 'node:crypto';
import { type Finding, makeFinding } from '../../contract/finding.ts';
import { ruleOf } from '../../documents/rules.ts';
import { inline } from './normalize.ts';
import { nameOf, operationsIn, pairOperations } from './operations.ts';
import { actionsOn, applyOverlay } from './overlay.ts';
import { aboutField, type PageLine, requestFields } from './page-document.ts';
import type { PublishedPage } from './published-page.ts';
import type { Contract, KeptSentence, LineHashes } from './vendored.ts';

const hashOf = ({ text, about = '' }: PageLine): string =>
  createHash('sha256')
    .update(`${about} ${text.replaceAll(/\s+/g, ' ')}`.trim())
    .digest('hex')
    .slice(0, 12);

/** Sentences and the name under which they are kept. */
interface Group {
  key: string;
  lines: readonly PageLine[];
}

/**
 * The sentences of a page in groups, each of which comes whole or not at all: under the address that the page names as its
 * own, which differs by language, or under the one where it was read. What was copied as text from a browser is another page
 * than its export, and OpenAPI comes with a page around it or alone.
 */
export function groupsOf(page: PublishedPage, contract: Contract, address: string): Group[] {
  const { source, isPartial, lines, around } = page;
  const ours = namesOfOurs(page, contract);
  const rename = ({ about, ...line }: PageLine): PageLine =>
    about === undefined ? line : { ...line, about: ours(about) };
  const renamed = lines.map(rename);
  if (isPartial) {
    const key = source !== undefined && URL.canParse(source) ? source : `${address} as text`;
    return [{ key, lines: renamed }];
  }
  const addresses = addressesByOperation(contract);
  const groups = addressesOn(page, contract).map((each) => ({
    key: `${each} as OpenAPI`,
    lines: renamed.filter(({ about = '' }) => addresses.get(operationOf(about)) === each),
  }));
  if (around) groups.push({ key: `${address} as page`, lines: around.map(rename) });
  return groups.filter((group) => group.lines.length > 0 || contract.pages[group.key]);
}

/** Where we read each operation, as lines name it: a document of the whole provider has those of many pages. */
function addressesByOperation({ sources }: Contract): Map<string, string> {
  return new Map(
    Object.entries(sources).map(([name, { address }]) => {
      const [method = '', path = ''] = name.split(' ');
      return [aboutField(method, path, ''), address];
    }),
  );
}

/** What a line is about, without its field. */
const operationOf = (about: string) => about.slice(0, about.lastIndexOf(' ') + 1);

/** The addresses of the operations that a page has. */
function addressesOn({ document }: PublishedPage, { document: vendored, sources }: Contract) {
  const pairs = pairOperations(operationsIn(vendored), operationsIn(document));
  return [...new Set(pairs.flatMap(([ours]) => sources[nameOf(ours)]?.address ?? []))];
}

/** Names a field of the page as our document does, which may have its operation in another place. */
function namesOfOurs({ document }: PublishedPage, contract: Contract): (about: string) => string {
  const pairs = pairOperations(operationsIn(contract.document), operationsIn(document));
  const names = new Map(
    pairs.map(([ours, theirs]) => [
      aboutField(theirs.method, theirs.path, ''),
      aboutField(ours.method, ours.path, ''),
    ]),
  );
  return (about) => {
    const operation = operationOf(about);
    return (names.get(operation) ?? operation) + about.slice(operation.length);
  };
}

/** What is kept of sentences, to see later whether a page says something else. */
export const hashLines = ({ lines }: Group): LineHashes =>
  // Backwards, so that of a sentence that stands there twice the first line is kept.
  Object.fromEntries(
    lines
      .toReversed()
      .map((each): [string, KeptSentence] => [
        hashOf(each),
        each.about ? [each.line, each.about] : each.line,
      ]),
  );

const lineOf = (kept: KeptSentence) => (Array.isArray(kept) ? kept[0] : kept);
const aboutOf = (kept: KeptSentence) => (Array.isArray(kept) ? kept[1] : '');

/** A sentence that is new on a page, or gone from it; of one that is gone, only the line is known. */
interface Change {
  line: number;
  about: string;
  shown: string;
  isNew: boolean;
}

/** The sentences of a page that are new or gone; those about fields with rules of ours are findings of their own. */
export function compareSentences(
  page: PublishedPage,
  contract: Contract,
  address: string,
): Finding[] {
  const here = pairOperations(operationsIn(contract.document), operationsIn(page.document));
  const operations = here.map(([{ method, path }]) => aboutField(method, path, ''));
  // An operation that is not on the page is a finding of its own.
  const isHere = ({ about }: Change) =>
    about === '' || operations.some((operation) => about.startsWith(operation));
  const changes = groupsOf(page, contract, address).flatMap((group) => {
    const kept = contract.pages[group.key];
    return kept ? changesOf(group, kept).filter(isHere) : [];
  });
  const resting = changes.some(({ about }) => about) ? rulesByField(contract) : new Map();
  const fields = [...new Set(changes.map(({ about }) => about))].filter((name) =>
    resting.has(name),
  );
  const others = changes.filter(({ about }) => !fields.includes(about));
  return [
    ...fields.map((field) => {
      const own = changes.filter(({ about }) => about === field);
      const [method = '', path = '', name = ''] = field.split(' ');
      return makeChanged(own, contract, {
        kind: 'sentence-changed',
        operation: `${method} ${path}`,
        location: `${address}#${name}`,
        page: page.name,
        message: `${page.name} says something else about ${name}, on which this rests: ${resting.get(field)}`,
      });
    }),
    // Of a page with OpenAPI only what rests on sentences is kept: the rest of its prose makes no difference.
    ...(others.length > 0 && page.isPartial
      ? [
          makeChanged(others, contract, {
            kind: 'page-changed',
            operation: '',
            location: address,
            page: page.name,
          }),
        ]
      : []),
  ];
}

function changesOf({ lines }: Group, kept: LineHashes): Change[] {
  const hashes = new Set(lines.map(hashOf));
  const removed = Object.entries(kept)
    .filter(([hash]) => !hashes.has(hash))
    .map(([, sentence]): Change => {
      const line = lineOf(sentence);
      return { line, about: aboutOf(sentence), shown: `- line ${line}`, isNew: false };
    })
    .sort((a, b) => a.line - b.line);
  const fresh = lines.filter((line) => !Object.hasOwn(kept, hashOf(line)));
  const added = fresh.map(
    ({ line, about = '', text }): Change => ({
      line,
      about,
      shown: `+ line ${line}: ${text}`,
      isNew: true,
    }),
  );
  return [...removed, ...new Map(added.map((each) => [each.about + each.shown, each])).values()];
}

/** The most lines of each sort that a finding shows. */
const maxShown = 50;

function makeChanged(
  changes: readonly Change[],
  { provider }: Contract,
  facts: Pick<Finding, 'kind' | 'operation' | 'location'> & { page: string; message?: string },
): Finding {
  // What is gone stands on no line.
  const line = changes.find(({ isNew }) => isNew)?.line;
  const shown = changes.map((change) => change.shown);
  const rest = changes.length > 3 ? `; and ${changes.length - 3} more` : '';
  const message = shown.slice(0, 3).join('; ').slice(0, 300) + rest;
  const showAll = (isNew: boolean) =>
    changes.filter((change) => change.isNew === isNew).map((change) => change.shown);
  return makeFinding({
    ...facts,
    provider,
    expected: showAll(false).slice(0, maxShown),
    actual: showAll(true).slice(0, maxShown),
    message: facts.message ? `${facts.message} (${message})` : message,
    ...(line ? { line } : {}),
  });
}

/** Keywords that pages state in sentences more often than in tables. */
const limits = [
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
  'enum',
  'const',
  'not',
];

/** What is vendored does not change while a program runs. */
const rulesOf = new WeakMap<Contract, Map<string, string>>();

/**
 * What rests on the sentences about a field, by operation and field, as `POST /v1/audio/text-to-audio prompt`: its limits
 * in our corrected document, and the corrections that gave them to it. Each page asks for the same.
 */
function rulesByField(contract: Contract): Map<string, string> {
  const known = rulesOf.get(contract);
  if (known) return known;
  const { document, overlay } = contract;
  const rules = new Map<string, string>();
  rulesOf.set(contract, rules);
  for (const { about, at, schema } of requestFields(inline(applyOverlay(document, overlay)))) {
    const own = Object.fromEntries(Object.entries(schema).filter(([key]) => limits.includes(key)));
    const reasons = [
      ruleOf(own),
      ...actionsOn(document, overlay, at).map(
        ({ target, description = '' }) => `the correction of ${target} (${description})`,
      ),
    ].filter(Boolean);
    if (reasons.length > 0) rules.set(about, reasons.join('; '));
  }
  return rules;
}
