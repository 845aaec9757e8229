import type { OperationName } from '../../src/client/operations.ts';

/** Most are klingai's, so that many are waited for at once, by pages of a list. */
const providers = ['klingai', 'cometapi', 'klingai', 'deerapi', 'klingai'] as const;
const inputs: [OperationName, object][] = [
  ['textToAudio', { prompt: 'rain on a tin roof', duration: 5 }],
  ['videoToAudio', { video_url: 'https://files.example/clip.mp4' }],
  ['textToVideo', { prompt: 'a paper boat on a puddle', model_name: 'kling-v3' }],
];

/** Something that the application was asked for, and wants to have exactly once. */
export interface Order {
  number: number;
  provider: (typeof providers)[number];
  operation: OperationName;
  externalId: string;
  input: object;
}

/** The nth order. */
export function orderOf(number: number): Order {
  const provider = providers[number % providers.length] ?? 'klingai';
  const nth = Math.floor(number / providers.length);
  // And of one kind: each has a list of its own.
  const kind = provider === 'klingai' && nth % 5 ? 0 : nth % inputs.length;
  const [operation, input] = inputs[kind] ?? ['textToAudio', {}];
  const externalId = `${provider}-${number}`;
  return { number, provider, operation, externalId, input };
}
