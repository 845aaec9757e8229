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

/** The nth order, spread evenly over providers and operations. */
export function orderOf(number: number): Order {
  const provider = providers[number % providers.length] ?? 'klingai';
  const [operation, input] = inputs[Math.floor(number / 3) % inputs.length] ?? ['textToAudio', {}];
  const externalId = `${provider}-${number}`;
  return { number, provider, operation, externalId, input };
}
