import { cometapi, createKling, deerapi, klingai } from 'kling-fetch';

const providers = {
  klingai: { provider: klingai, key: process.env.KLING_API_KEY },
  cometapi: { provider: cometapi, key: process.env.COMETAPI_KEY },
  deerapi: { provider: deerapi, key: process.env.DEERAPI_KEY },
};

const { PROVIDER = 'klingai', BASE_URL, REDIS_URL = 'redis://127.0.0.1:6379' } = process.env;
if (!Object.hasOwn(providers, PROVIDER)) throw new TypeError(`no such provider: ${PROVIDER}`);
if (!URL.canParse(REDIS_URL)) throw new TypeError('REDIS_URL is not a URL');
const { key } = providers[PROVIDER];

/** The provider of this fleet; limits are per account, so each provider has a fleet of its own. */
export const { provider } = providers[PROVIDER];
export const redisUrl = REDIS_URL;

/** How many times faster than real time the provider runs. Without a key it is the mock, at sixty. */
const speed = readNumber('SPEED', key ? 1 : 60);

/** Milliseconds of real time, scaled to the speed of the provider. */
export const scaled = (ms) => Math.max(1, Math.round(ms / speed));

/** Limits of the whole fleet, however many processes it has. */
export const limits = {
  /** Creates under way at once. */
  creating: readNumber('CREATING', 10),
  createsPerSecond: readNumber('CREATES_PER_SECOND', 10),
  pollsPerSecond: readNumber('POLLS_PER_SECOND', 100),
  /** Tasks running at once: as many as the account's resource pack allows. */
  running: readNumber('RUNNING', 20),
};

/** Milliseconds of silence after which a worker counts as dead. */
export const silence = readNumber('SILENCE', 30_000);
/**
 * Milliseconds after a create was sent in which its task may still turn up. Has to be longer than a create takes: otherwise
 * one that is merely slow would count as lost, and would be sent again.
 */
export const grace = readNumber('GRACE', 60_000);
const requestTimeout = grace / 4;
/** Options of a poll: it is aborted when there is no response in time, because the next poll comes anyway. */
export const requestOptions = () => ({ signal: AbortSignal.timeout(requestTimeout) });

export const kling = createKling(
  provider,
  { apiKey: key ?? 'any' },
  {
    baseUrl: BASE_URL ?? (key ? undefined : `http://localhost:4010/${PROVIDER}`),
    // Short, because the job finds out what became of its create when it runs again.
    createTimeout: grace / 3,
    requestTimeout,
  },
);

/** Reads a number from the environment. */
function readNumber(name, fallback) {
  const value = Number(process.env[name] ?? fallback);
  if (value > 0) return value;
  throw new TypeError(`${name} must be above 0`);
}
