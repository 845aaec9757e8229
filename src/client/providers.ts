import type { contract as Cometapi } from '../../generated/cometapi.ts';
import type { contract as Deerapi } from '../../generated/deerapi.ts';
import { klingai2 as fields } from '../../generated/fields.ts';
import type { contract as Klingai } from '../../generated/klingai.ts';
import type { contract as Klingai2 } from '../../generated/klingai2.ts';
import * as offers from '../../generated/offers.ts';
import * as retired from '../../generated/retired.ts';
import { type ApiKey, type Auth, bearer, jwt, type KeyPair } from './auth.ts';
import { type Dialect, legacy, type Query, second } from './dialect.ts';
import { checkFields } from './fields.ts';
import { IdReader } from './id-reader.ts';
import { ListReader } from './list-reader.ts';
import type { Offer, OperationName } from './operations.ts';
import type { Reads, SharedReader } from './round.ts';

/** The types of a provider's document: its paths, and the path of each operation that it offers. */
export interface Contract {
  paths: unknown;
  offered: unknown;
}

/** All that makes one provider another: data, and a function where the difference is code. */
export interface Provider<
  Credentials = never,
  Types extends Contract = Contract,
  Prefix extends string = string,
> {
  /** How handles, errors and the command line call it. */
  readonly name: string;
  /** Where requests go unless `baseUrl` says otherwise. */
  readonly origin: string;
  /** What stands before each of Kling's routes here. */
  readonly prefix: Prefix;
  /** How its API speaks. */
  readonly dialect: Dialect;
  /** The operations that its document has. */
  readonly offers: { readonly [O in OperationName]?: Offer };
  /** Turns credentials into the `Authorization` header. */
  readonly auth: (credentials: Credentials, warn?: (message: string) => void) => Auth;
  /** Of each path whose models were retired: since when each is, which ones are served, and which one a create has `without` any. */
  readonly retired?: Readonly<
    Record<string, { since: Readonly<Record<string, string>>; without?: string; served: string }>
  >;
  /**
   * What reading a task by the `external_task_id` of its create proves: that there is one, and when it is not found that there
   * is none (`absence`); only that there is one (`presence`); or `nothing`, where no provider's page speaks of it.
   */
  readonly lookupProves: 'absence' | 'presence' | 'nothing';
  /** Reads many tasks with one request, where the provider can show several. */
  readonly sharedReader?: (reads: Reads) => SharedReader;
  /**
   * Refuses what the provider would ignore and charge for all the same, before anything is sent.
   * @throws {TypeError} names the field and the route
   */
  readonly check?: (request: Query) => void;
  /** Only in the types: those of its document. */
  readonly types?: Types;
}

/** Kling's own API. Takes an API key, or an access key with its secret key. */
export const klingai: Provider<(ApiKey & NoPair) | (KeyPair & NoKey), Klingai, ''> = {
  name: 'klingai',
  origin: 'https://api-singapore.klingai.com',
  prefix: '',
  dialect: legacy,
  offers: offers.klingai,
  retired: retired.klingai,
  lookupProves: 'absence',
  sharedReader: (reads) => new ListReader(reads),
  auth: (credentials, warn) =>
    credentials.accessKey === undefined ? bearer(credentials) : jwt(credentials, warn),
};

/**
 * The second generation of Kling's own API: the model is a part of the route, and stands in `model` of the input. Takes an API key;
 * an access key with its secret key is refused there. Fields that it does not know it would ignore, and charge for what it makes:
 * the client refuses them; `kling.http` does not. An account has one set of external ids for both generations, so that an id that a
 * task of `klingai` has is refused here.
 */
export const klingai2: Provider<ApiKey, Klingai2, ''> = {
  name: 'klingai2',
  origin: 'https://api-singapore.klingai.com',
  prefix: '',
  dialect: second,
  offers: offers.klingai2,
  // What it does not know, it leaves out of the list: seen at once after creates, by their ids and external ids.
  lookupProves: 'absence',
  sharedReader: (reads) => new IdReader(reads, second.most),
  check: (request) => checkFields('klingai2', fields, request),
  auth: bearer,
};

type NoKey = { apiKey?: never };
type NoPair = { accessKey?: never; secretKey?: never };

/** Kling through CometAPI. Takes a CometAPI key. */
export const cometapi: Provider<ApiKey, Cometapi, '/kling'> = {
  name: 'cometapi',
  origin: 'https://api.cometapi.com',
  prefix: '/kling',
  dialect: legacy,
  offers: offers.cometapi,
  retired: retired.cometapi,
  // Its page says so, and nobody was seen to try: a task that is not found may exist all the same.
  lookupProves: 'presence',
  auth: bearer,
};

/** Kling through DeerAPI. Takes a DeerAPI key. */
export const deerapi: Provider<ApiKey, Deerapi, '/kling'> = {
  name: 'deerapi',
  origin: 'https://api.deerapi.com',
  prefix: '/kling',
  dialect: legacy,
  offers: offers.deerapi,
  retired: retired.deerapi,
  lookupProves: 'nothing',
  auth: bearer,
};
