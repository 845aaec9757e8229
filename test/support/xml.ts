export interface Element {
  name: string;
  attributes: Record<string, string>;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The elements of an XML document in their order; throws where it is not well-formed. Takes what JUnit files are made of. */
export function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  const token =
    /<\?xml[^?]*\?>|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<>]+)|([<>])/gy;
  for (const [whole, closing, name, attributes = '', isEmpty, text, stray] of xml.matchAll(token)) {
    if (stray !== undefined) throw new Error(`not well-formed at ${JSON.stringify(stray)}`);
    if (text !== undefined) decoded(text);
    if (closing !== undefined && open.pop() !== closing) throw new Error(`${whole} closes nothing`);
    if (name === undefined) continue;
    const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)];
    const values = pairs.map(([, key = '', value = '']) => [key, decoded(value)]);
    if (new Set(pairs.map(([, key]) => key)).size < pairs.length)
      throw new Error(`twice: ${whole}`);
    elements.push({ name, attributes: Object.fromEntries(values) });
    if (!isEmpty) open.push(name);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join()}`);
  return elements;
}

function decoded(text: string): string {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text)) {
    throw new Error('a character that XML has not');
  }
  return text.replace(/&(\w*;)?/g, (_, entity: string | undefined) => {
    const mark = entities[entity?.slice(0, -1) ?? ''];
    if (mark === undefined) throw new Error(`no entity: &${entity}`);
    return mark;
  });
}
