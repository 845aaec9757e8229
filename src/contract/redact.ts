import { createHash } from 'node:crypto';
import { isValid } from '../documents/check.ts';
import { documents, type ProviderName, providerNames } from '../documents/documents.ts';
import {
  isObject,
  type JsonObject,
  listOf,
  nameOf,
  objectOf,
  parentOf,
  plainName,
  stepsOf,
  valueAt,
} from '../documents/json.ts';
import { type Schema, withBranches } from '../documents/openapi.ts';
import { placesOf } from '../documents/places.ts';
import { setAt } from './constraints.ts';
import { type DocumentedOperation, documentedOperations, requestSchema } from './documented.ts';

/**
 * Taking out of exchanges what is nobody else's business, before they are kept. In what a provider sends, placeholders of the
 * same form stand for it. In what an application sends, hashes do, so that the same input can be told again.
 */

/** A text of a request as it is kept: a part of its SHA-256, and how many characters it has. */
const covered = /^sha256:[\da-f]{16}:(\d{1,9})$/;

function coverText(text: string): string {
  if (text === '' || covered.test(text)) return text;
  const kept = stripAddresses(text);
  const hash = createHash('sha256').update(kept).digest('hex').slice(0, 16);
  let length = 0;
  for (const _ of kept) length += 1;
  return `sha256:${hash}:${length}`;
}

/** A text whose addresses have neither a password nor a query, which may hold a signature and then is another one each time. */
const stripAddresses = (text: string): string =>
  text.replace(/(https?:\/\/)(?:[^\s/?#]*@)?([^\s?#"'<>]*)(?:[?#][^\s"'<>]*)?/gi, '$1$2');

const isAddress = (text: string) => /^https?:\/\//i.test(text) && URL.canParse(text);

/** The longest text that a small limit allows, in characters. */
const smallLimit = 32;
const shortNumber = /^\d{1,4}(\.\d{1,3})?%?$/;

/** Whether a text of a request is one of a few, and not free: its schema, or a word of any document, says so. */
function isOneOfFew(text: string, schema: Schema | undefined): boolean {
  if (isWord(text) || shortNumber.test(text)) return true;
  const { enum: few, const: one, pattern, maxLength = Number.POSITIVE_INFINITY } = schema ?? {};
  const isBound = few !== undefined || one !== undefined || pattern !== undefined;
  return (isBound || maxLength <= smallLimit) && isValid(schema ?? {}, text);
}

/**
 * Covers what is free in a request: texts that the schema does not limit to a few, large numbers that it does not name, and
 * names that are none. What is covered already stays.
 */
function coverFree(value: unknown, schema: Schema | undefined): unknown {
  if (typeof value === 'string') return isOneOfFew(value, schema) ? value : coverText(value);
  if (typeof value === 'number') {
    const isNamed = [schema?.type].flat().some((type) => type === 'number' || type === 'integer');
    return isNamed || Math.abs(value) < 1e6 ? value : coverText(String(value));
  }
  if (Array.isArray(value)) return value.map((item) => coverFree(item, schema?.items));
  if (!isObject(value)) return value;
  const fields = Object.entries(value).map(([name, child]) => {
    const field = findField(schema, name);
    return [plainName.test(name) ? name : coverText(name), coverFree(child, field)];
  });
  return Object.fromEntries(fields);
}

function findField(schema: Schema | undefined, name: string): Schema | undefined {
  const own = withBranches(schema ?? {}).map(({ properties = {} }) =>
    Object.hasOwn(properties, name) ? properties[name] : undefined,
  );
  return own.find((each) => typeof each === 'object');
}

/** Fields that are the caller's own, as JSON pointers: the same input may come with others. */
function callersOwn(provider: ProviderName): string[] {
  const { sentExternalId, callbackUrl } = placesOf(provider);
  return [sentExternalId, callbackUrl];
}

/** A body without the fields that are the caller's own, nor objects that had nothing else. */
function withoutOwn(provider: ProviderName, body: unknown): unknown {
  let rest = body;
  for (const pointer of callersOwn(provider)) {
    if (valueAt(body, pointer) === undefined) continue;
    rest = setAt(rest, stepsOf(pointer), undefined);
    const parent = stepsOf(parentOf(pointer));
    const isEmpty = Object.keys(objectOf(valueAt(rest, parentOf(pointer)))).length === 0;
    if (parent.length > 0 && isEmpty) rest = setAt(rest, parent, undefined);
  }
  return rest;
}

/** What a create asks for, as one text that is the same for the same input, covered or not. */
export function inputKey(create: DocumentedOperation, body: unknown): string {
  return JSON.stringify([create.provider, create.key, sortNames(readInput(create, body))]);
}

/** The fields of a create's body with free texts covered, without those that are the caller's own. */
export function readInput(create: DocumentedOperation, body: unknown): JsonObject {
  const fields = isObject(body) ? body : { '': body };
  return objectOf(coverFree(withoutOwn(create.provider, fields), requestSchema(create)));
}

function sortNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortNames);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sortNames(value[name])]));
}

/** A request with a text of the same length in the place of each covered one, so that the rules about lengths can be checked. */
export function fillCovered(value: unknown): unknown {
  if (typeof value === 'string') {
    const length = covered.exec(value)?.[1];
    return length === undefined ? value : 'x'.repeat(Math.min(Number(length), maxFilled));
  }
  if (Array.isArray(value)) return value.map(fillCovered);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, fillCovered(child)]),
  );
}

/** More characters than any documented limit. */
const maxFilled = 20_000;
/** Characters of a text that is kept where texts are: a picture in Base64 is longer. */
const maxKept = 10_000;

/** A text that may be kept as it is; addresses never are. */
const keepText = (text: string) =>
  isAddress(text) || text.length > maxKept ? coverText(text) : stripAddresses(text);

/** The same as {@link coverFree} where texts may be kept. */
function keepTexts(value: unknown): unknown {
  if (typeof value === 'string') return keepText(value);
  if (Array.isArray(value)) return value.map(keepTexts);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [
      plainName.test(name) ? name : coverText(name),
      keepTexts(child),
    ]),
  );
}

/** Names of fields whose value is a status or a code, documented or not. */
const statusOrCode = /^(task_)?status$|^code$|^type$/;
/** Names of fields in which a provider tells people something. */
const messages = /^message$|^task_status_msg$/;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Puts placeholders of the same type and form in place of whatever may be private in an exchange. Use one for all exchanges of
 * a task, so that what is equal in one of them and another stays equal. It keeps numbers below a million, the words of the
 * document, and the values of status and code fields. Everything else becomes a placeholder, even a field's name when it does
 * not look like a name, but a message still names the fields that it is about.
 */
export class Redactor {
  readonly #provider: ProviderName;
  readonly #keepsTexts: boolean;
  readonly #placeholders = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** @param keepsTexts whether prompts and other free texts of requests, and the messages of answers, are kept */
  constructor(provider: ProviderName, keepsTexts = false) {
    this.#provider = provider;
    this.#keepsTexts = keepsTexts;
  }

  /** The body of a request: free texts covered, or kept. */
  redactRequest(documented: DocumentedOperation, body: unknown): unknown {
    const schema = requestSchema(documented);
    let redacted = this.#keepsTexts ? keepTexts(body) : coverFree(body, schema);
    for (const pointer of callersOwn(this.#provider)) {
      const value = valueAt(body, pointer);
      if (value !== undefined)
        redacted = setAt(redacted, stepsOf(pointer), this.#redactOwn(value, nameOf(pointer)));
    }
    return redacted;
  }

  /** The query of a request. Of ids with commas between them, each is one for itself. */
  redactQuery(query: Readonly<Record<string, string>>): Record<string, string> {
    const { taskIds, externalTaskIds } = placesOf(this.#provider);
    const isOfMany = (name: string) => name === taskIds || name === externalTaskIds;
    return Object.fromEntries(
      Object.entries(query).map(([name, value]) => {
        const parts = isOfMany(name) ? value.split(',') : [value];
        const plain = plainName.test(name)
          ? name
          : this.#replace(name, 'field', (n) => `field-${n}`);
        return [plain, parts.map((part) => this.redact(part, plain)).join()];
      }),
    );
  }

  /** Whether an address can be called from the internet shows in its placeholder, too. */
  #redactOwn(value: unknown, name: string): unknown {
    const redacted = this.redact(value, name);
    const isNear =
      typeof value === 'string' && isAddress(value) && !/\.[a-z]/i.test(new URL(value).hostname);
    return isNear ? String(redacted).replace('https://example.com', 'http://localhost') : redacted;
  }

  /** Anything else: the body of a response, a query, an id. The name is that of the field that has it. */
  redact(value: unknown, name = 'text'): unknown {
    if (typeof value === 'string') return this.#redactText(value, name);
    if (typeof value === 'number') return redactNumber(value);
    if (Array.isArray(value)) return value.map((item) => this.redact(item, name));
    if (!isObject(value)) return value;
    const fields = Object.entries(value).map(([key, child]) => {
      const plain = plainName.test(key) ? key : this.#replace(key, 'field', (n) => `field-${n}`);
      return [plain, this.redact(child, plain)];
    });
    return Object.fromEntries(fields);
  }

  #redactText(value: string, name: string): string {
    if (value === '' || wordsOf(this.#provider).has(value) || shortNumber.test(value)) return value;
    if (statusOrCode.test(name) && /^[A-Za-z_]{1,24}$/.test(value)) return value;
    if (messages.test(name)) {
      if (this.#keepsTexts) return keepText(value);
      const named = namedFields(this.#provider, value);
      const about = named.length > 0 ? ` (${named.join(', ')})` : '';
      return this.#replace(value, name, (n) => `${name}-${n}${about}`);
    }
    // One for all: each response has another one, and says the same as the one before all the same.
    const same = name === 'request_id' ? name : value;
    if (uuid.test(value)) {
      return this.#replace(same, 'uuid', (n) => `00000000-0000-4000-8000-${n.padStart(12, '0')}`);
    }
    if (/^\d+$/.test(value)) {
      return this.#replace(same, 'digits', (n) => `1${n.padStart(value.length - 1, '0')}`);
    }
    if (isAddress(value)) {
      const ending = /\.(mp3|wav|mp4|mov|png|jpg)$/.exec(new URL(value).pathname)?.[0] ?? '';
      return this.#replace(value, 'url', (n) => `https://example.com/${n}${ending}`);
    }
    return this.#replace(same, name, (n) => `${name}-${n}`);
  }

  #replace(value: string, form: string, make: (count: string) => string): string {
    const known = this.#placeholders.get(value);
    if (known !== undefined) return known;
    const count = (this.#counts.get(form) ?? 0) + 1;
    this.#counts.set(form, count);
    const placeholder = make(String(count));
    this.#placeholders.set(value, placeholder);
    return placeholder;
  }
}

/** Times keep their unit, and other large numbers their size. */
function redactNumber(value: number): number {
  const size = Math.abs(value);
  if (size < 1e6) return value;
  const digits = Math.floor(Math.log10(size));
  if (digits === 9) return 1_700_000_000;
  return digits === 12 ? 1_700_000_000_000 : Math.sign(value) * 10 ** digits;
}

/** Makes what is known of a provider once. */
function onceFor<T>(make: (provider: ProviderName) => T): (provider: ProviderName) => T {
  const made = new Map<ProviderName, T>();
  return (provider) => {
    const known = made.get(provider) ?? make(provider);
    made.set(provider, known);
    return known;
  };
}

/** The words of a provider's document: all values in its enums, and the messages of its examples. */
const wordsOf = onceFor(
  (provider): ReadonlySet<string> => new Set(collectWords(documents[provider], '')),
);

/** A gateway passes on what Kling takes, so the words of all documents are words for it, too. */
const isWord = (text: string) => providerNames.some((name) => wordsOf(name).has(text));

const fieldsWithWords = new Set(['enum', 'const', 'message', 'task_status_msg', 'type']);

function collectWords(node: unknown, name: string): string[] {
  if (typeof node === 'string') return fieldsWithWords.has(name) ? [node] : [];
  if (Array.isArray(node)) return node.flatMap((item) => collectWords(item, name));
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, child]) => collectWords(child, key));
}

/** The names of all fields and parameters that requests to a provider can have. */
const fieldNamesOf = onceFor((provider): ReadonlySet<string> => {
  const names = documentedOperations(provider).flatMap((documented) => [
    ...(documented.operation.parameters ?? []).flatMap((each) => ('name' in each ? each.name : [])),
    ...collectFields(requestSchema(documented)),
  ]);
  return new Set(names);
});

function collectFields(schema: unknown): string[] {
  if (!isObject(schema)) return [];
  const { properties, items, allOf, anyOf, oneOf } = schema;
  const inside = [
    ...Object.values(objectOf(properties)),
    items,
    ...listOf(allOf),
    ...listOf(anyOf),
    ...listOf(oneOf),
  ];
  return [...Object.keys(objectOf(properties)), ...inside.flatMap(collectFields)];
}

/** The fields that a message names, with the path to them where it has one: `multi_prompt[0].prompt`. */
function namedFields(provider: ProviderName, message: string): string[] {
  const words = message.slice(0, maxKept).match(/[A-Za-z_]\w*(?:\[\d+\]|\.\w+)*/g) ?? [];
  const names = fieldNamesOf(provider);
  const isField = (word: string) =>
    word.split(/[.[\]]+/).every((step) => /^\d{0,3}$/.test(step) || names.has(step));
  return [...new Set(words.filter(isField))].slice(0, 10);
}
