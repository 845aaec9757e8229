import { chance, pick } from './chance.ts';
import type { Ending } from './endings.ts';

/** A refusal by something between client and provider that knows nothing of tasks: a firewall, a proxy, a cache. */
export interface Refusal {
  status: number;
  answer: Ending;
}

const statuses = [400, 401, 402, 403, 404, 405, 410, 413, 429, 451];

/** How it says no. None of these is a provider's or a gateway's way to do so. */
const forms: ((status: number) => [type: string, body: string])[] = [
  (status) => ['text/html', `<!doctype html><html><body><h1>${status}</h1></body></html>`],
  () => ['text/plain', ''],
  () => ['application/json', '{"message":"not for you"}'],
  (status) => ['application/json', `{"code":${status},"message":"not for you"}`],
];

const refusals: Refusal[] = statuses.flatMap((status) =>
  forms.map((form) => ({
    status,
    answer: (response) => {
      const [type, body] = form(status);
      response.writeHead(status, { 'content-type': type }).end(body);
    },
  })),
);

/** One of all refusals, by a number from 0 to 1. */
export const pickRefusal = (by: number): Refusal => pick(refusals, by);

const minute = 60_000;
/** Each so many milliseconds begins a spell, after a while of peace. */
const period = 10 * minute;
const firstBegin = minute;
const lastBegin = 4 * minute;
const shortest = minute;
/** Together with a poll that was refused just before the spell, this has to stay under five minutes. */
const longest = 3.5 * minute;

/** The refusal that all requests of a provider get at that many milliseconds of the run, if it is the time of a spell. */
export function spellAt(seed: number, provider: string, ms: number): Refusal | undefined {
  const nth = Math.floor(ms / period);
  const dice = (what: string) => chance(seed, 'spell', provider, what, nth);
  const begin = nth * period + firstBegin + (lastBegin - firstBegin) * dice('begin');
  const length = shortest + (longest - shortest) * dice('length');
  return ms >= begin && ms < begin + length ? pickRefusal(dice('refusal')) : undefined;
}
