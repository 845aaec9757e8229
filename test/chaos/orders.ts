import type { Offer, OperationName } from '../../src/client/operations.ts';
import { cometapi, deerapi, klingai, klingai2 } from '../../src/client/providers.ts';
import { wireOf } from './shown.ts';

/** The providers of a run. */
export const providers = { klingai, klingai2, cometapi, deerapi };
export type ProviderName = keyof typeof providers;

/** Most are of those who show many tasks at once, so that many are waited for. */
const turns: ProviderName[] = [
  'klingai',
  'cometapi',
  'klingai2',
  'klingai',
  'deerapi',
  'klingai2',
  'klingai',
];
type Input = [OperationName, object];
const prompt = 'a paper boat on a puddle';
const video = 'https://files.example/clip.mp4';
const gatewayInputs: Input[] = [
  ['textToAudio', { prompt: 'rain on a tin roof', duration: 5 }],
  ['videoToAudio', { video_url: video }],
  ['textToVideo', { prompt, model_name: 'kling-v3' }],
];
const face_choose = [
  { face_id: '0', audio_id: '1', sound_start_time: 0, sound_end_time: 3_000, sound_insert_time: 0 },
];
const frame = { type: 'first_frame', url: 'https://files.example/boat.png' };
/** The first of each provider is wanted most often: each has a list of its own. */
const inputs: Record<ProviderName, Input[]> = {
  klingai: [...gatewayInputs, ['lipSync', { session_id: '1', face_choose }]],
  klingai2: [
    ['textToVideo', { prompt, model: 'kling-3.0', settings: { duration: 5 } }],
    ['imageToVideo', { contents: [frame], model: 'kling-3.0-turbo' }],
    ['virtualTryOn', { contents: [{ type: 'person_image', url: frame.url }] }],
  ],
  cometapi: gatewayInputs,
  deerapi: gatewayInputs,
};

/** Something that the application was asked for, and wants to have exactly once. */
export interface Order {
  number: number;
  provider: ProviderName;
  operation: OperationName;
  externalId: string;
  input: object;
}

/** The nth order. */
export function orderOf(number: number): Order {
  const provider = turns[number % turns.length] ?? 'klingai';
  const nth = Math.floor(number / turns.length);
  const all = inputs[provider];
  const kind = providers[provider].sharedReader && nth % 5 ? 0 : nth % all.length;
  const [operation, wanted] = all[kind] ?? ['textToAudio', {}];
  const externalId = `${provider}-${number}`;
  const input = { ...wanted, ...wireOf(providers[provider].dialect).named(externalId) };
  return { number, provider, operation, externalId, input };
}

/** An operation as a provider has it. */
export const offerOf = (provider: ProviderName, operation: OperationName): Offer | undefined =>
  providers[provider].offers[operation];

/** What it proves whether a task is found by its external id; at whose page nobody says that it is, it never is. */
export const lookupProves = ({ provider, operation }: Pick<Order, 'provider' | 'operation'>) =>
  offerOf(provider, operation)?.onlyById ? 'nothing' : providers[provider].lookupProves;
