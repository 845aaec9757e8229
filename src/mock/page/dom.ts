/** What goes into an element. A string becomes text, whatever is in it; undefined is left out. */
export type Child = Node | string | undefined;

/** Attributes by name; `true` is an attribute without a value, `false` and undefined are none. */
export type Attributes = Record<string, string | number | boolean | undefined>;

/** Creates an element. The page has no other way to do so, which means that data never becomes markup. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Sets the attributes that have a value and removes the others. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Creates a button. Its action may be asynchronous; if it fails, the page shows the error's message. */
export function createButton(
  label: string,
  action: () => unknown,
  attributes: Attributes = {},
): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', async () => {
    if (element.getAttribute('aria-disabled') === 'true') return;
    try {
      await action();
    } catch (error) {
      showMessage(error instanceof Error ? error.message : String(error));
    }
  });
  return element;
}

/** Enables or disables a button. Unlike `disabled`, this does not take the keyboard focus from it. */
export function setEnabled(element: HTMLButtonElement, isEnabled: boolean): void {
  setAttributes(element, { 'aria-disabled': isEnabled ? undefined : 'true' });
}

/** Creates a select with these options; a label defaults to its value. */
export function createSelect(
  attributes: Attributes,
  options: readonly (string | readonly [value: string, label: string])[],
): HTMLSelectElement {
  const pairs = options.map((option) => [option].flat());
  return el(
    'select',
    attributes,
    ...pairs.map(([value = '', label = value]) => el('option', { value }, label)),
  );
}

/** Creates a block of JSON to read. Long lines wrap, and a long block scrolls, with the keyboard too. */
export function createJsonBlock(label: string, value: unknown): HTMLElement {
  const text = typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '(empty)');
  return el('pre', { tabindex: 0, role: 'group', 'aria-label': label }, text);
}

/** Scrolls details into view when somebody opens them, but not when the page does. */
export function revealWhenOpened(details: HTMLDetailsElement): void {
  const scroll = () => details.open && details.scrollIntoView({ block: 'nearest' });
  // Once per click, a key's included, so that it runs after whatever renders the inside.
  details.firstElementChild?.addEventListener('click', () =>
    details.addEventListener('toggle', scroll, { once: true }),
  );
}

/** Turns what stands between backquotes into code elements. */
export function renderCode(text: string): Child[] {
  return text.split('`').map((part, at) => (at % 2 === 1 ? el('code', {}, part) : part));
}

/** Sets an element's text only if it differs, so that selected text stays selected. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Puts the children in this order and moves only those that are in the wrong place. */
export function setChildren(parent: Element, children: readonly Element[]): void {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  for (const [index, child] of children.entries()) {
    const current = parent.children[index];
    if (current !== child) parent.insertBefore(child, current ?? null);
  }
}

/**
 * The element of the page's HTML with this id.
 * @throws {TypeError} there is none
 */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new TypeError(`the page has no #${id}`);
  return element;
}

/** Who sent a request or made a task. Shown only where there are several: `data-accounts` at the body says so. */
export const renderAccount = ({ account }: { account: string }): HTMLElement =>
  el('span', { class: 'account' }, account ? `account ${account.slice(0, 6)}` : 'no account');

let hiding: ReturnType<typeof setTimeout> | undefined;

/** Shows a message at the bottom of the page for five seconds. Screen readers announce it. */
export function showMessage(text: string): void {
  setText(byId('message'), text);
  clearTimeout(hiding);
  hiding = setTimeout(() => setText(byId('message'), ''), 5_000);
}

/** `1 task`, `2 tasks` */
export const formatCount = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
