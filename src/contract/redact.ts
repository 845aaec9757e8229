import { documents, type ProviderName } from '../documents/documents.ts';
import { plainName } from '../documents/json.ts';
import type { Documented } from './answers/routes.ts';

/** Puts placeholders of the same type and form in the places of all that may be somebody's. */
export type Redact = (value: unknown) => unknown;

const wordsByProvider = new Map<ProviderName, ReadonlySet<string>>();

/** The words of a provider's document: everything on its lists of values, and the messages of its examples. */
function wordsOf(provider: ProviderName): ReadonlySet<string> {
  const known = wordsByProvider.get(provider) ?? new Set(collected(documents[provider], ''));
  wordsByProvider.set(provider, known);
  return known;
}

const listing = new Set(['enum', 'const', 'message', 'type']);

function collected(node: unknown, name: string): string[] {
  if (typeof node === 'string') return listing.has(name) ? [node] : [];
  if (Array.isArray(node)) return node.flatMap((item) => collected(item, name));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => collected(child, key));
}

/** Fields whose value is a word of the provider's, known or new. */
const saying = /^(task_)?status$|^code$|^type$/;
const number = /^\d{1,4}(\.\d{1,3})?%?$/;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Redacts one exchange: its parts with one function, so that what is the same in request and answer stays the same.
 * Kept are numbers below a million, the words of the document, and words in the place of a status or code. Everything
 * else, names of unknown fields included where they do not look like names, becomes a placeholder.
 */
export function redactor({ provider }: Documented): Redact {
  const words = wordsOf(provider);
  const made = new Map<string, string>();
  const counts = new Map<string, number>();

  function placeholder(value: string, form: string, make: (count: string) => string): string {
    const known = made.get(value);
    if (known !== undefined) return known;
    const count = (counts.get(form) ?? 0) + 1;
    counts.set(form, count);
    made.set(value, make(String(count)));
    return make(String(count));
  }

  function text(value: string, name: string): string {
    if (value === '' || words.has(value) || number.test(value)) return value;
    if (saying.test(name) && /^[A-Za-z_]{1,24}$/.test(value)) return value;
    if (uuid.test(value)) {
      return placeholder(value, 'uuid', (n) => `00000000-0000-4000-8000-${n.padStart(12, '0')}`);
    }
    if (/^\d+$/.test(value)) {
      return placeholder(value, 'digits', (n) => `1${n.padStart(value.length - 1, '0')}`);
    }
    if (/^https?:\/\//.test(value) && URL.canParse(value)) {
      const ending = /\.(mp3|wav|mp4|mov|png|jpg)$/.exec(new URL(value).pathname)?.[0] ?? '';
      return placeholder(value, 'url', (n) => `https://example.com/${n}${ending}`);
    }
    return placeholder(value, name, (n) => `${name}-${n}`);
  }

  function redact(value: unknown, name: string): unknown {
    if (typeof value === 'string') return text(value, name);
    if (typeof value === 'number') return roundNumber(value);
    if (Array.isArray(value)) return value.map((item) => redact(item, name));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([key, child]) => {
      const shown = plainName.test(key) ? key : placeholder(key, 'field', (n) => `field-${n}`);
      return [shown, redact(child, shown)];
    });
    return Object.fromEntries(fields);
  }

  return (value) => redact(value, 'text');
}

/** Times keep their unit, and other large numbers their size. */
function roundNumber(value: number): number {
  const size = Math.abs(value);
  if (size < 1e6) return value;
  const digits = Math.floor(Math.log10(size));
  if (digits === 9) return 1_700_000_000;
  return digits === 12 ? 1_700_000_000_000 : Math.sign(value) * 10 ** digits;
}
