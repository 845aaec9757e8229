import { overlays } from '../../../generated/overlays.ts';
import { documents, providerNames } from '../../documents/documents.ts';
import { type OpenApiDocument, operationsOf } from '../../documents/openapi.ts';
import { byId, el, renderCode } from './dom.ts';
import { describeServed } from './draft.ts';

/** Shows the documents that the mock serves: each operation with its source and certainty, and all corrections. */
export function showContracts(): void {
  byId('contracts').append(
    ...providerNames.map((name) => renderContract(name, documents[name], overlays[name] ?? [])),
  );
}

type Correction = (typeof overlays)[string][number];

function renderContract(
  name: string,
  document: OpenApiDocument,
  corrections: readonly Correction[],
): HTMLElement {
  const operations = operationsOf(document);
  const { info, servers } = document;
  const counts = `${operations.length} operations, ${corrections.length} corrections`;
  const element = el(
    'details',
    { class: 'contract' },
    el('summary', {}, el('strong', {}, info.title), el('span', { class: 'age' }, counts)),
  );
  const renderInside = () => [
    el(
      'p',
      { class: 'help' },
      el('code', {}, `openapi/${name}.yaml`),
      ` of ${info.version} with `,
      el('code', {}, `openapi/overlays/${name}.yaml`),
      `, standing in for ${servers[0]?.url ?? ''}`,
    ),
    el('h3', {}, 'Operations'),
    el('ul', { class: 'operations' }, ...operations.map(renderOperation)),
    el('h3', {}, 'Corrections to the published contract'),
    el('ol', { class: 'corrections' }, ...corrections.map(renderCorrection)),
  ];
  // There are hundreds, and few people look.
  element.addEventListener('toggle', () => element.append(...renderInside()), { once: true });
  return element;
}

function renderOperation({
  path,
  method,
  operation,
}: ReturnType<typeof operationsOf>[number]): HTMLElement {
  const { summary = '', 'x-served': served } = operation;
  const source = operation['x-source'] ?? '';
  const certainty = operation['x-certainty'] ?? '';
  return el(
    'li',
    {},
    el('code', {}, `${method.toUpperCase()} ${path}`),
    el('span', {}, summary),
    served ? el('span', { class: 'note ignored' }, describeServed(served)) : undefined,
    el('span', { class: 'mark', 'data-certainty': certainty }, certainty),
    el('a', { href: source, rel: 'noreferrer', target: '_blank' }, `as of ${operation['x-read']}`),
  );
}

const renderCorrection = ({ target, description }: Correction): HTMLElement =>
  el('li', {}, el('span', {}, ...renderCode(description)), el('code', { class: 'target' }, target));
