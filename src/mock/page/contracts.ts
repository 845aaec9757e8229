import { overlays } from '../../../generated/overlays.ts';
import { documents, providerNames } from '../../documents/documents.ts';
import { type OpenApiDocument, operationsOf } from '../../documents/openapi.ts';
import { byId, el } from './dom.ts';

/** Shows the documents that the mock serves: where each operation was read, how sure that is, and what was put right. */
export function showContracts(): void {
  byId('contracts').append(
    ...providerNames.map((name) => contract(name, documents[name], overlays[name] ?? [])),
  );
}

type Action = (typeof overlays)[string][number];

function contract(
  name: string,
  document: OpenApiDocument,
  actions: readonly Action[],
): HTMLElement {
  const operations = operationsOf(document);
  const { info, servers } = document;
  const counts = `${operations.length} operations, ${actions.length} corrections`;
  return el(
    'details',
    { class: 'contract' },
    el('summary', {}, el('strong', {}, info.title), el('span', { class: 'age' }, counts)),
    el(
      'p',
      { class: 'help' },
      el('code', {}, `openapi/${name}.yaml`),
      ` of ${info.version} with `,
      el('code', {}, `openapi/overlays/${name}.yaml`),
      `, standing in for ${servers[0]?.url ?? ''}`,
    ),
    el('h3', {}, 'Operations'),
    el('ul', { class: 'operations' }, ...operations.map(operationRow)),
    el('h3', {}, 'Corrections to what is published'),
    el('ol', { class: 'corrections' }, ...actions.map(correction)),
  );
}

function operationRow({
  path,
  method,
  operation,
}: ReturnType<typeof operationsOf>[number]): HTMLElement {
  const { summary = '' } = operation;
  const source = operation['x-source'] ?? '';
  const certainty = operation['x-certainty'] ?? '';
  return el(
    'li',
    {},
    el('code', {}, `${method.toUpperCase()} ${path}`),
    el('span', {}, summary),
    el('span', { class: 'mark', 'data-certainty': certainty }, certainty),
    el('a', { href: source, rel: 'noreferrer', target: '_blank' }, `read ${operation['x-read']}`),
  );
}

const correction = ({ target, description }: Action): HTMLElement =>
  el('li', {}, el('span', {}, ...withCode(description)), el('code', { class: 'target' }, target));

/** A text in which backquotes mean code. */
const withCode = (text: string): (Node | string)[] =>
  text.split('`').map((part, at) => (at % 2 === 1 ? el('code', {}, part) : part));
