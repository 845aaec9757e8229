import { cometapi, createKling, deerapi, klingai } from 'kling-fetch';

const providers = {
  klingai: { provider: klingai, key: process.env.KLING_API_KEY },
  cometapi: { provider: cometapi, key: process.env.COMETAPI_KEY },
  deerapi: { provider: deerapi, key: process.env.DEERAPI_KEY },
};

const { PROVIDER = 'klingai', BASE_URL, REDIS_URL = 'redis://127.0.0.1:6379' } = process.env;
if (!Object.hasOwn(providers, PROVIDER)) throw new TypeError(`no such provider: ${PROVIDER}`);
const { key } = providers[PROVIDER];

/** The provider of this fleet; limits are per account, so each provider has a fleet of its own. */
export const { provider } = providers[PROVIDER];
export const redisUrl = REDIS_URL;

/** Without a key it is the mock, which is sixty times faster than life. */
const speed = number('SPEED', key ? 1 : 60);

/** Milliseconds of life as they pass at the provider. */
export const ms = (ofLife) => Math.max(1, Math.round(ofLife / speed));

/** What the whole fleet keeps to, however many processes it has. */
export const limits = {
  /** Creates that are under way at once. */
  creating: number('CREATING', 10),
  createsPerSecond: number('CREATES_PER_SECOND', 10),
  looksPerSecond: number('LOOKS_PER_SECOND', 100),
  /** Tasks that run at once: what the account's resource pack allows. */
  running: number('RUNNING', 20),
};

/** Milliseconds after which a worker that is not heard of counts as dead. */
export const silence = number('SILENCE', 30_000);
/**
 * Milliseconds after the sending of a create in which its task may still turn up. Longer than a create takes, or one that
 * is late would be taken for one that never came.
 */
export const grace = number('GRACE', 60_000);
/** Milliseconds that one request may take. */
const patience = grace / 4;
/** Ends a look that nobody answers; the next one comes anyway. */
export const inTime = () => ({ signal: AbortSignal.timeout(patience) });

export const kling = createKling(
  provider,
  { apiKey: key ?? 'any' },
  {
    baseUrl: BASE_URL ?? (key ? undefined : `http://localhost:4010/${PROVIDER}`),
    // What became of a create is found out by the job when it runs again, so there is no need to stay for it.
    createTimeout: grace / 3,
    requestTimeout: patience,
  },
);

function number(name, otherwise) {
  const value = Number(process.env[name] ?? otherwise);
  if (value > 0) return value;
  throw new TypeError(`${name} must be above 0`);
}
