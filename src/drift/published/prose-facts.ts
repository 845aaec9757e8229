import type { JsonObject } from '../../documents/json.ts';

const number = String.raw`(-?\d+(?:\.\d+)?)`;
const isNumeric = ({ type }: JsonObject) => type === 'number' || type === 'integer';
const isText = ({ type }: JsonObject) => type === 'string';

/** How pages put a rule into words, and the keywords that it stands for. */
const rules: {
  says: RegExp;
  applies: (schema: JsonObject) => boolean;
  facts: (...found: string[]) => JsonObject;
}[] = [
  {
    says: /(?:cannot exceed|max(?:imum)?(?: string)?(?: length)?(?: of)?|at most|no more than|up to)[:\s]*([\d,]+)\s*characters/i,
    applies: isText,
    facts: (most = '') => ({ maxLength: Number(most.replaceAll(',', '')) }),
  },
  {
    says: /maximum string length:\s*([\d,]+)/i,
    applies: isText,
    facts: (most = '') => ({ maxLength: Number(most.replaceAll(',', '')) }),
  },
  {
    says: new RegExp(
      String.raw`range(?:s from)?\s*[:：]?\s*[[(]?\s*${number}\s*s?\s*(?:-|–|—|~|to|,)\s*${number}`,
      'i',
    ),
    applies: isNumeric,
    facts: (least, most) => ({ minimum: Number(least), maximum: Number(most) }),
  },
  {
    says: new RegExp(String.raw`required range:\s*${number}\s*<=?\s*x\s*<=?\s*${number}`, 'i'),
    applies: isNumeric,
    facts: (least, most) => ({ minimum: Number(least), maximum: Number(most) }),
  },
  {
    says: /(?:enum(?:erated)? values?|available options|optional values)\s*[:：]\s*(.+)$/i,
    applies: isText,
    facts: (list = '') => {
      const values = valuesIn(list);
      return values.length > 1 ? { enum: values } : {};
    },
  },
];

/** The names at the start of an enumeration, up to the first thing that is none. */
function valuesIn(list: string): string[] {
  const parts = list.split(/[,、，]|\s+or\s+|\s+and\s+/).map((part) => part.trim());
  const names = parts.map((part) => /^[`'"]?([\w:-]+(?:\.\w+)*)[`'"]?\.?$/.exec(part)?.[1]);
  const end = names.indexOf(undefined);
  return (end < 0 ? names : names.slice(0, end)).flatMap((name) => name ?? []);
}

/** The limits and values that a sentence about a field names, as keywords of JSON Schema. */
export function factsIn(sentence: string, schema: JsonObject): JsonObject {
  // Runs of blanks and endless lines are no sentences, and slow to search.
  const words = sentence.replaceAll(/\s+/g, ' ').slice(0, 1000);
  const found = rules.flatMap(({ says, applies, facts }) => {
    const match = applies(schema) ? says.exec(words) : null;
    return match ? [facts(...match.slice(1))] : [];
  });
  return Object.assign({}, ...found);
}
