import { check } from '../../documents/check.ts';
import { checkFile } from '../../documents/files.ts';
import { isObject } from '../../documents/json.ts';
import { describeUnknown, findUnknown } from '../../documents/unknown.ts';
import type { JournalEntry } from '../server/journal.ts';
import { type Draft, schemaOf } from './draft.ts';
import { type Field, fieldsOf, itemOf } from './fields.ts';
import { fileAt } from './files.ts';

/** Something wrong with a field, to be shown next to it. */
export interface Note {
  /** Named as `check` does: `camera_control.config.zoom`. Empty if it is about the request as a whole. */
  field: string;
  text: string;
  /** Whether the request breaks no rule with it: the field is unknown and ignored. */
  isIgnored?: boolean;
}

/** A violation that Prism reported: one of a journal entry, or one from the response header, with `location` as `path`. */
export type PrismViolation = JournalEntry['violations'][number];

/** Checks a draft against the document, which also names the fields that there are. */
export function checkDraft(draft: Draft): Note[] {
  const schema = schemaOf(draft);
  const broken = check(schema, draft.values).map(({ field, rule }) => ({ field, text: rule }));
  const ignored = findUnknown(schema, draft.values).map((unknown) => ({
    field: nameField(unknown.path),
    text: describeUnknown(unknown),
    isIgnored: true,
  }));
  const notes: Note[] = [...broken, ...ignored, ...checkFiles({ name: '', schema }, draft.values)];
  // Several keywords can have the same text: a list of numbers, and its bounds.
  return notes.filter(
    (note, at) =>
      at === notes.findIndex(({ field, text }) => field === note.field && text === note.text),
  );
}

/** What is wrong with the files that were chosen from the disk. */
function checkFiles(field: Pick<Field, 'name' | 'schema'>, value: unknown): Note[] {
  const { name, schema } = field;
  if (Array.isArray(value)) return value.flatMap((each, at) => checkFiles(itemOf(field, at), each));
  if (isObject(value)) {
    return fieldsOf(schema, name).flatMap((each) => checkFiles(each, value[each.key]));
  }
  const limits = schema['x-media'];
  const file = limits && fileAt(value);
  return file
    ? checkFile(limits, file).map((text) => ({ field: name, text: `${file.name} ${text}` }))
    : [];
}

/** What the mock found wrong with a request: in the words of our own check if it found the same, else in Prism's. */
export function explainViolations(draft: Draft, violations: readonly PrismViolation[]): Note[] {
  const own = violations.length > 0 ? checkDraft(draft) : [];
  const others = violations
    // Prism's paths begin with the part of the request: `['body', 'multi_prompt', 0, 'prompt']`.
    .map(({ path = [], message }) => ({ field: nameField(path.slice(1)), text: message }))
    .filter(({ field }) => !own.some((note) => isPartOf(note.field, field)));
  return [...own, ...others];
}

/** The name of the field at a path: `multi_prompt[0].prompt`. */
function nameField(path: readonly (string | number)[]): string {
  return path
    .map((step) => (/^\d+$/.test(String(step)) ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

const isPartOf = (inner: string, outer: string) =>
  outer === '' || inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);

/** Groups notes by the field, out of these, that shows them. Notes that none of them can show have an empty name. */
export function groupByField(
  notes: readonly Note[],
  names: readonly string[],
): Map<string, Note[]> {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    const name =
      names.find((each) => note.field !== '' && isPartOf(note.field, each)) ??
      // The form has no field for an object itself, so the first field in it shows the note.
      names.find((each) => note.field !== '' && isPartOf(each, note.field)) ??
      '';
    groups.set(name, [...(groups.get(name) ?? []), note]);
  }
  return groups;
}

/** How a note is styled. */
export const classOf = ({ isIgnored }: Note): string => (isIgnored ? 'note ignored' : 'note');

/** The text of a note next to the field `name`: `config.zoom must be …` if it is about a part of the field. */
export function describeNote({ field, text }: Note, name: string): string {
  return field === name || field === '' ? text : `${field} ${text}`;
}
