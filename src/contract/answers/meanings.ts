import { nameOf } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import type { Kind } from '../kinds.ts';
import { type Place, placesOf } from './places.ts';
import { type Problem, safe } from './problems.ts';

/** Something that a document says in words, and no keyword of JSON Schema can. */
interface Meaning {
  kind: Kind;
  expected: string;
  isMeant: (place: Place) => boolean;
  holds: (value: unknown) => boolean;
}

/** Between 1973 and 5138, when read as milliseconds. */
const isMilliseconds = (value: unknown) =>
  typeof value !== 'number' || (value >= 1e11 && value < 1e14);

const isAddress = (value: unknown) =>
  typeof value !== 'string' || value === '' || (/^https?:/.test(value) && URL.canParse(value));

const isSeconds = (value: unknown) =>
  typeof value !== 'string' || value === '' || /^\d+(\.\d+)?$/.test(value);

const isText = ({ schema }: Place) => [schema.type].flat().includes('string');

const meanings: Meaning[] = [
  {
    kind: 'answer-time-unit',
    expected: 'Unix time in milliseconds',
    isMeant: ({ schema }) => /in milliseconds/.test(schema.description ?? ''),
    holds: isMilliseconds,
  },
  {
    kind: 'answer-value',
    expected: 'an address',
    isMeant: (place) => isText(place) && /(^|_)url(_|$)/.test(nameOf(place.pointer)),
    holds: isAddress,
  },
  {
    kind: 'answer-value',
    expected: 'seconds as a number',
    isMeant: (place) => isText(place) && /^duration(_|$)/.test(nameOf(place.pointer)),
    holds: isSeconds,
  },
  {
    kind: 'answer-value',
    expected: 'an id',
    isMeant: (place) => isText(place) && nameOf(place.pointer) === 'task_id',
    holds: (value) => value !== '',
  },
];

/** What breaks the words of a document. */
export function meaningProblems(schema: Schema, body: unknown): Problem[] {
  return placesOf(schema, body).flatMap((place) =>
    meanings
      .filter(({ isMeant, holds }) => isMeant(place) && !holds(place.value))
      .map(({ kind, expected }) => ({
        kind,
        location: place.pointer,
        expected,
        actual: safe(place.value),
      })),
  );
}
