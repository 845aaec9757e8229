import type { OperationName } from '../../src/operations.ts';

const providers = ['klingai', 'cometapi', 'deerapi'] as const;
const inputs: [OperationName, object][] = [
  ['textToAudio', { prompt: 'rain on a tin roof', duration: 5 }],
  ['videoToAudio', { video_url: 'https://files.example/clip.mp4' }],
  ['textToVideo', { prompt: 'a paper boat on a puddle' }],
];

/** Something that the application was asked for, and wants to have exactly once. */
export interface Order {
  number: number;
  provider: (typeof providers)[number];
  operation: OperationName;
  externalId: string;
  input: object;
}

/** The nth order, spread evenly over the providers. */
export function orderOf(number: number): Order {
  const provider = providers[number % providers.length] ?? 'klingai';
  const nth = Math.floor(number / providers.length);
  // Most of klingai's are of one kind, so that many are waited for at once, by pages of one list.
  const kind = provider === 'klingai' && nth % 5 ? 0 : nth % inputs.length;
  const [operation, input] = inputs[kind] ?? ['textToAudio', {}];
  const externalId = `${provider}-${number}`;
  return { number, provider, operation, externalId, input };
}
