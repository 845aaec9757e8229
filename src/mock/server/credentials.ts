import { createHmac, timingSafeEqual } from 'node:crypto';

/** The one pair of access key and secret key that a mock knows unless it is told others: it cannot verify those of others. */
const mockKeys: Readonly<Record<string, string>> = { 'mock-access-key': 'mock-secret-key' };

/** Who asks. */
export interface Caller {
  /** The same for all requests of one account: its key, or the access key that its tokens are made from. */
  account: string;
  /** The service code for credentials that the provider would refuse; undefined when they are good. */
  refused?: '1000' | '1001' | '1002' | '1003' | '1004';
}

/**
 * Who asks, and whether the provider would believe it. Any key is good; a token made from access key and secret key is
 * verified.
 * @param keys access keys and their secret keys; where nobody has given any, any pair is good
 * @param seconds Unix time
 */
export function callerOf(
  authorization: string | undefined,
  keys: Readonly<Record<string, string>> | undefined,
  seconds: number,
): Caller {
  if (!authorization) return { account: '', refused: '1001' };
  const [, token = ''] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
  if (token === '') return { account: '', refused: '1002' };
  const [header = '', payload = '', signature, ...rest] = token.split('.');
  // What is no token of three parts is a key.
  if (signature === undefined || rest.length > 0) return { account: token };
  const claims = claimsIn(header, payload);
  const known = keys ?? mockKeys;
  const isKnown = claims !== undefined && Object.hasOwn(known, claims.iss);
  if (!claims || (keys && !isKnown)) return { account: '', refused: '1000' };
  // A token is renewed, its account stays.
  const account = `iss ${claims.iss}`;
  if (isKnown && !isSignedWith(known[claims.iss] ?? '', `${header}.${payload}`, signature)) {
    return { account, refused: '1000' };
  }
  if (seconds < claims.nbf) return { account, refused: '1003' };
  return seconds >= claims.exp ? { account, refused: '1004' } : { account };
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

function claimsIn(header: string, payload: string): Claims | undefined {
  try {
    const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString());
    const { iss, exp, nbf = 0 } = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return alg === 'HS256' && typeof exp === 'number' ? { iss: String(iss), exp, nbf } : undefined;
  } catch {
    return undefined;
  }
}
