import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The only key pair that a mock knows unless it is given others: tokens of other pairs it cannot verify. */
const mockKeys: Readonly<Record<string, string>> = { 'mock-access-key': 'mock-secret-key' };

/** A short name for an account, kept and shown with all that is its own, from which nobody gets the key back. */
const nameAccount = (key: string) =>
  createHash('sha256').update(key).digest('base64url').slice(0, 16);

/** Who sent a request. */
export interface Caller {
  /** The same for all requests of one account: made from its API key, or the access key that its tokens are made from. */
  account: string;
  /** The service code that the provider would refuse the credentials with; undefined when they are good. */
  refused?: '1000' | '1001' | '1002' | '1003' | '1004';
  /** Whether it is a token made from an access key and a secret key, and no API key. */
  isToken?: true;
  /** Whether what is no key was sent as one. */
  isBearer?: boolean;
}

/**
 * Tells who sent a request, and whether the provider would accept the credentials. Any API key is good; a token made
 * from an access key and a secret key is verified.
 * @param keys access keys and their secret keys; undefined accepts any pair
 * @param seconds Unix time
 */
export function identifyCaller(
  authorization: string | undefined,
  keys: Readonly<Record<string, string>> | undefined,
  seconds: number,
): Caller {
  if (!authorization) return { account: '', refused: '1001' };
  const [, token = ''] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
  if (token === '')
    return { account: '', refused: '1002', isBearer: /^Bearer\b/i.test(authorization) };
  const [header = '', payload = '', signature, ...rest] = token.split('.');
  // Anything but a token of three parts is an API key.
  if (signature === undefined || rest.length > 0) return { account: nameAccount(token) };
  const claims = readClaims(header, payload);
  const known = keys ?? mockKeys;
  const isKnown = claims !== undefined && Object.hasOwn(known, claims.iss);
  const isToken = true;
  if (!claims || (keys && !isKnown)) return { account: '', refused: '1000', isToken };
  // The account stays the same when a token is renewed.
  const account = nameAccount(`iss ${claims.iss}`);
  if (isKnown && !isSignedWith(known[claims.iss] ?? '', `${header}.${payload}`, signature)) {
    return { account, refused: '1000', isToken };
  }
  if (seconds < claims.nbf) return { account, refused: '1003', isToken };
  return seconds >= claims.exp ? { account, refused: '1004', isToken } : { account, isToken };
}

function isSignedWith(secret: string, text: string, signature: string): boolean {
  const expected = createHmac('sha256', secret).update(text).digest();
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

interface Claims {
  iss: string;
  exp: number;
  nbf: number;
}

function readClaims(header: string, payload: string): Claims | undefined {
  try {
    const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString());
    const { iss, exp, nbf = 0 } = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return alg === 'HS256' && typeof exp === 'number' ? { iss: String(iss), exp, nbf } : undefined;
  } catch {
    return undefined;
  }
}
