import { isObject } from '../../documents/json.ts';
import { operations } from '../../index.ts';
import { createButton, createJsonBlock, el, setText, showMessage } from './dom.ts';
import type { Draft } from './draft.ts';

/** The code that makes the request of the form, with a button that copies it. */
export class ProgramBox {
  readonly element: HTMLElement;
  readonly #code = el('code');
  #lines: string[] = [];

  constructor() {
    const block = createJsonBlock('Code for this request', '');
    block.append(this.#code);
    const copyButton = createButton('Copy', () => this.#copy(copyButton), {
      class: 'small',
      id: 'copy',
    });
    const head = el('div', { class: 'row' }, el('h3', {}, 'In your code'), copyButton);
    this.element = el('div', { class: 'program' }, head, block);
  }

  show(draft: Draft): void {
    this.#lines = writeProgram(draft, location.origin);
    this.#code.replaceChildren(...this.#lines.map((line) => el('span', { class: 'line' }, line)));
  }

  async #copy(button: HTMLButtonElement): Promise<void> {
    await navigator.clipboard.writeText(this.#lines.join('\n'));
    showMessage('Copied');
    setText(button, 'Copied');
    setTimeout(() => setText(button, 'Copy'), 1_500);
  }
}

/** The three lines of code that send a request to the mock at this origin. */
export function writeProgram(draft: Draft, origin: string): string[] {
  const { provider, key = 'any' } = draft;
  const baseUrl = quote(`${origin}/${provider}`);
  return [
    `import { createKling, ${provider} } from 'kling-fetch';`,
    `const kling = createKling(${provider}, { apiKey: ${quote(key)} }, { baseUrl: ${baseUrl} });`,
    writeCall(draft),
  ];
}

function writeCall({ operation, kind, values }: Draft): string {
  const call = `await kling.${operation}`;
  const input = writeLiteral(values);
  if (kind === 'create')
    return `const { ${operations[operation].result} } = ${call}.run(${input});`;
  if (kind === 'list') return `const tasks = ${call}.list(${input === '{}' ? '' : input});`;
  const id = writeLiteral(values.task_id ?? '');
  return `const { task_status } = ${call}.task(${id}).snapshot();`;
}

/** JSON as a programmer would write it in code. */
function writeLiteral(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(writeLiteral).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, child]) => {
    const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
    return `${name}: ${writeLiteral(child)}`;
  });
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
}

/** Single quotes, as in most code. JSON escapes everything else that JavaScript needs escaped. */
function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
