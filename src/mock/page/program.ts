import type { Action } from '../../contract/documented.ts';
import { offerOf, providerNames } from '../../documents/documents.ts';
import { isObject, nameOf, parentOf } from '../../documents/json.ts';
import { placesOf } from '../../documents/places.ts';
import { createButton, createJsonBlock, el, setText, showMessage } from './dom.ts';
import type { Draft } from './draft.ts';
import { fileAt } from './files.ts';

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

/** The lines of code that send a request to the mock at this origin: three, and one more where files are read from the disk. */
export function writeProgram(draft: Draft, origin: string): string[] {
  const { provider, key = 'any' } = draft;
  const baseUrl = quote(`${origin}/${provider}`);
  const call = writeCall(draft);
  return [
    `import { createKling, ${provider} } from 'kling-fetch';`,
    ...(call.includes('await base64(') ? [`import { base64 } from 'kling-fetch/node';`] : []),
    `const kling = createKling(${provider}, { apiKey: ${quote(key)} }, { baseUrl: ${baseUrl} });`,
    call,
  ];
}

function writeCall(draft: Draft): string {
  const { provider, operation, kind, values } = draft;
  const { status, page } = placesOf(provider);
  // Beside the tasks of a page may stand where the next one begins.
  const tasks = parentOf(page) ? `{ ${nameOf(page)} }` : 'tasks';
  const call = `await kling.${operation}`;
  const input = writeLiteral(values, operation, draft);
  const query = input === '{}' ? '' : input;
  const id = Object.values(values)[0] ?? '';
  const lines: Record<Action, string> = {
    create: `const { ${offerOf(provider, operation)?.result} } = ${call}.run(${input});`,
    get: `const { ${nameOf(status)} } = ${call}.task(${writeLiteral(id)}).snapshot();`,
    list: `const ${tasks} = ${call}.list(${query});`,
    presets: `const presets = ${call}.presets(${query});`,
    delete: `${call}.delete(${writeLiteral(id)});`,
    call: `const answer = ${call}.call(${input});`,
  };
  return lines[kind];
}

/**
 * JSON as a programmer would write it in code. What stands for a chosen file becomes a call that reads it.
 * @param place where the value is, from the operation on and without places in lists: `omniVideo.image_list.image_url`
 */
function writeLiteral(value: unknown, place = '', draft?: Draft): string {
  const file = draft && fileAt(value);
  if (file) return writeFile(file.name, place, draft);
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) {
    return `[${value.map((each) => writeLiteral(each, place, draft)).join(', ')}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, child]) => {
    const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
    return `${name}: ${writeLiteral(child, `${place}.${key}`, draft)}`;
  });
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
}

function writeFile(name: string, place: string, { provider }: Draft): string {
  // Without a provider, the limits of the first one count.
  const options = provider === providerNames[0] ? '' : `, { provider: ${quote(provider)} }`;
  return `await base64(${quote(`./${name}`)}, ${quote(place)}${options})`;
}

/** Single quotes, as in most code. JSON escapes everything else that JavaScript needs escaped. */
function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
