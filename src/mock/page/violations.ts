import { check } from '../../documents/check.ts';
import type { JournalEntry } from '../server/journal.ts';
import { type Draft, schemaOf } from './draft.ts';

/** What is wrong with a field, to be shown next to it. */
export interface Note {
  /** As in `check`; empty when it is about the request as a whole. */
  field: string;
  text: string;
}

/** A violation as Prism reports it, in the journal by `path`, in its header by `location`. */
export type PrismViolation = JournalEntry['violations'][number];

/** What the document would say to a request. */
export function notesOn(draft: Draft): Note[] {
  const notes = check(schemaOf(draft), draft.values).map(({ field, rule }) => ({
    field,
    text: rule,
  }));
  // Several keywords say the same in words: a list of numbers, and its bounds.
  return notes.filter(
    (note, at) =>
      at === notes.findIndex(({ field, text }) => field === note.field && text === note.text),
  );
}

/** What the mock said to a request: the rule in our words where the check knows it, in Prism's where not. */
export function refusalsOf(draft: Draft, violations: readonly PrismViolation[]): Note[] {
  const own = violations.length > 0 ? notesOn(draft) : [];
  const others = violations
    .map(({ path = [], message }) => ({ field: fieldAt(path), text: message }))
    .filter(({ field }) => !own.some((note) => isWithin(note.field, field)));
  return [...own, ...others];
}

/** Prism counts from where the request's parts begin: `['body', 'multi_prompt', 0, 'prompt']`. */
function fieldAt(path: readonly (string | number)[]): string {
  return path
    .slice(1)
    .map((step) => (/^\d+$/.test(String(step)) ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

const isWithin = (inner: string, outer: string) =>
  outer === '' || inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);

/** The notes by the name of the field that shows them; those that no field can show are under the empty name. */
export function byField(notes: readonly Note[], names: readonly string[]): Map<string, Note[]> {
  const sorted = new Map<string, Note[]>();
  for (const note of notes) {
    const home =
      names.find((name) => note.field !== '' && isWithin(note.field, name)) ??
      // An object has no field of its own here: its first stands for it.
      names.find((name) => note.field !== '' && isWithin(name, note.field)) ??
      '';
    sorted.set(home, [...(sorted.get(home) ?? []), note]);
  }
  return sorted;
}

/** A note as it reads next to a field of this name: `config.zoom must be …` when it is about a part of it. */
export function wordsOf({ field, text }: Note, name: string): string {
  return field === name || field === '' ? text : `${field} ${text}`;
}
