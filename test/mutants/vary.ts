import { stringify } from 'yaml';
import { dereference, type OpenApiDocument } from '../../src/documents/openapi.ts';
import { pick, randomFrom } from '../support/arbitrary.ts';

/** The same document, by file name, with everything changed that means nothing to a caller. */
export const vary = (document: OpenApiDocument, seed: number): Record<string, string> =>
  varied(document, seed).pages();

/** The same as one document. */
export const varyDocument = (document: OpenApiDocument, seed: number): OpenApiDocument =>
  varied(document, seed).whole;

function varied(document: OpenApiDocument, seed: number) {
  const random = randomFrom(seed);
  const half = () => random() < 0.5;
  const shuffle = <T>(items: T[]): T[] =>
    items
      .map((item) => ({ item, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  const prose = ['description', 'summary', 'title', 'tags', 'x-read', 'x-certainty', 'operationId'];
  const unordered = ['required', 'enum', 'parameters', 'anyOf', 'oneOf'];

  /** `isMap` where the keys are names of the provider's and no keywords. */
  function varyPart(node: unknown, isMap = false): unknown {
    if (Array.isArray(node)) return node.map((each) => varyPart(each));
    if (typeof node !== 'object' || node === null) return node;
    const fields = shuffle(Object.entries(node)).flatMap(([key, value]): [string, unknown][] => {
      if (isMap) return [[key, varyPart(value)]];
      if (key === 'examples' || key === 'example') return half() ? [[key, value]] : [];
      if (prose.includes(key) && typeof value === 'string' && half())
        return [[key, `In other words: ${value}`]];
      if (unordered.includes(key) && Array.isArray(value))
        return [[key, shuffle(value.map((each) => varyPart(each)))]];
      return [
        [key, varyPart(value, ['properties', 'paths', 'schemas', 'responses'].includes(key))],
      ];
    });
    return Object.fromEntries(fields);
  }

  const write = (value: unknown): [string, string] =>
    pick<() => [string, string]>(random, [
      () => ['json', JSON.stringify(value)],
      () => ['yaml', stringify(value, { aliasDuplicateObjects: false })],
      () => [
        'md',
        `# A page\n\nSome words.\n\n\`\`\`yaml\n${stringify(value, { aliasDuplicateObjects: false })}\`\`\`\n`,
      ],
    ])();
  const source = half() ? { ...dereference(document, document) } : document;
  const whole = varyPart(source) as OpenApiDocument;
  return { whole, pages };

  function pages(): Record<string, string> {
    // Nobody publishes everything in one file and repeats what is shared in it.
    const parts =
      source === document && half()
        ? [whole]
        : Object.entries(whole.paths).map(([path, item]) => ({
            ...whole,
            paths: { [path]: item },
          }));
    return Object.fromEntries(
      parts.map((page, index) => {
        const [extension, text] = write(page);
        return [`page-${index}.${extension}`, text];
      }),
    );
  }
}
