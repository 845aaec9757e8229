/** What goes into an element. A string becomes text, whatever is in it; undefined is left out. */
export type Child = Node | string | undefined;

/** Attributes by name; `true` is an attribute without a value, `false` and undefined are none. */
export type Attributes = Record<string, string | number | boolean | undefined>;

/** Makes an element. The page has no other way to make one, so data never becomes markup. */
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

/** Sets the attributes that have a value and takes the others away. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** A button. What it does may take a while; trouble is told in the page's status line. */
export function button(
  label: string,
  act: () => unknown,
  attributes: Attributes = {},
): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', async () => {
    if (element.getAttribute('aria-disabled') === 'true') return;
    try {
      await act();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  });
  return element;
}

/** Switches a button off without taking the keyboard's focus from it, as `disabled` would. */
export function setEnabled(element: HTMLButtonElement, isEnabled: boolean): void {
  setAttributes(element, { 'aria-disabled': isEnabled ? undefined : 'true' });
}

/** Sets an element's text where it differs, so that what is selected stays selected. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
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

let silence: ReturnType<typeof setTimeout> | undefined;

/** Tells in the page's status line for a while. Screen readers read it out. */
export function say(text: string): void {
  setText(byId('said'), text);
  clearTimeout(silence);
  silence = setTimeout(() => setText(byId('said'), ''), 5_000);
}

/** A select with these values; the labels default to them. */
export function select(
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

/** JSON to read: it wraps, and a long one scrolls, with the keyboard, too. */
export function json(label: string, value: unknown): HTMLElement {
  const text = typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? 'nothing');
  return el('pre', { tabindex: 0, role: 'group', 'aria-label': label }, text);
}
