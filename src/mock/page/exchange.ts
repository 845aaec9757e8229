import type { JournalEntry } from '../server/journal.ts';
import { button, el, json } from './dom.ts';
import { type Draft, draftOf, isValues, schemaOf } from './draft.ts';
import { fieldsOf, textOf } from './fields.ts';
import { timeOfDay } from './time.ts';
import { byField, refusalsOf, wordsOf } from './violations.ts';

/** One request and its answer, folded until somebody wants to see it. */
export function exchange(entry: JournalEntry, onUse: (draft: Draft) => void): HTMLElement {
  const { at, method, path, status, violations, scenario, note } = entry;
  const marks = [
    violations.length > 0
      ? `${violations.length} violation${violations.length > 1 ? 's' : ''}`
      : '',
    scenario && scenario !== 'normal' ? scenario : '',
    note ?? '',
  ];
  const element = el(
    'details',
    { class: 'exchange' },
    el(
      'summary',
      {},
      // Nothing was answered when a scenario broke the connection.
      el('span', { class: `code code-${Math.floor(status / 100)}` }, String(status || 'none')),
      el('code', {}, `${method} ${path}`),
      ...marks.filter((mark) => mark !== '').map((mark) => el('span', { class: 'mark' }, mark)),
      el('time', {}, timeOfDay(at)),
    ),
  );
  element.addEventListener('toggle', () => {
    if (element.open && element.childElementCount === 1) element.append(inside(entry, onUse));
  });
  return element;
}

function inside(entry: JournalEntry, onUse: (draft: Draft) => void): HTMLElement {
  const draft = draftOf(entry);
  return el(
    'div',
    { class: 'inside' },
    ...requestPart(entry, draft),
    draft ? button('Put into the form', () => onUse(draft), { class: 'small' }) : undefined,
    el('p', { class: 'part' }, 'Answer'),
    json('Answer', entry.answer),
  );
}

function requestPart(entry: JournalEntry, draft: Draft | undefined): HTMLElement[] {
  const { request, violations } = entry;
  const head = el('p', { class: 'part' }, 'Request');
  if (draft?.kind === 'create') return [head, rows(draft, violations)];
  const others = violations.map(({ message }) => el('p', { class: 'note' }, message));
  if (request === undefined) return others;
  return [head, json('Request', request), ...others];
}

/** The fields that were sent, each with what is wrong with it and what the document says of it. */
function rows(draft: Draft, violations: JournalEntry['violations']): HTMLElement {
  const fields = fieldsOf(schemaOf(draft));
  const names = [...new Set([...Object.keys(draft.values), ...fields.map(({ name }) => name)])];
  const notes = byField(refusalsOf(draft, violations), names);
  const shown = ['', ...names].filter((name) => name in draft.values || notes.has(name));
  return el(
    'dl',
    { class: 'rows' },
    ...shown.flatMap((name) => {
      const value = isValues(draft.values) ? draft.values[name] : undefined;
      const own = notes.get(name) ?? [];
      const help = fields.find((field) => field.name === name)?.schema.description;
      return [
        el('dt', {}, el('code', {}, name || 'the body')),
        el(
          'dd',
          {},
          el('span', { class: 'value' }, value === undefined ? 'not given' : textOf(value)),
          ...own.map((note) => el('span', { class: 'note' }, wordsOf(note, name))),
          own.length > 0 && help ? el('span', { class: 'help' }, help) : undefined,
        ),
      ];
    }),
  );
}
