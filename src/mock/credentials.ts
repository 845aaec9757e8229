import { createHmac, timingSafeEqual } from 'node:crypto';

/** The one pair of access key and secret key that a mock knows unless it is told others. */
export const mockKeys: Readonly<Record<string, string>> = { 'mock-access-key': 'mock-secret-key' };

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
 * @param seconds Unix time
 */
export function callerOf(
  authorization: string | undefined,
  keys: Readonly<Record<string, string>>,
  seconds: number,
): Caller {
  if (!authorization) return { account: '', refused: '1001' };
  const [, token = ''] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
  if (token === '') return { account: '', refused: '1002' };
  const [header = '', payload = '', signature, ...rest] = token.split('.');
  // What is no token of three parts is a key.
  if (signature === undefined || rest.length > 0) return { account: token };
  const claims = claimsIn(header, payload);
  const secret = claims && Object.hasOwn(keys, claims.iss) ? keys[claims.iss] : undefined;
  if (!claims || secret === undefined) return { account: '', refused: '1000' };
  // A token is renewed, its account stays.
  const account = `iss ${claims.iss}`;
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { account, refused: '1000' };
  }
  if (seconds < claims.nbf) return { account, refused: '1003' };
  return seconds >= claims.exp ? { account, refused: '1004' } : { account };
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
