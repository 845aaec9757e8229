/** Makes the `Authorization` header, anew for each attempt. */
export interface Auth {
  header(): string | Promise<string>;
  /**
   * Where there is such a thing: makes a new token at the next call, because the provider refused this one.
   * @param serverTime the provider's clock when it did, Unix time in milliseconds
   */
  renew?(serverTime?: number): void;
}

/** A static key. */
export interface ApiKey {
  /** The key, as the provider's console shows it. */
  apiKey: string;
}

/** Kling's older pair, from which short-lived tokens are made. */
export interface KeyPair {
  accessKey: string;
  secretKey: string;
}

/** A static key as it stands. */
export function bearer({ apiKey }: ApiKey): Auth {
  const header = `Bearer ${required(apiKey, 'apiKey')}`;
  return { header: () => header };
}

/** Kling's sample: a token lives for 1800 s and is valid from 5 s ago. We renew it a minute before it ends. */
const lifetime = 1800;
const margin = 60;
const backdated = 5;

/** A clock that is off by less than this does not matter to a token; by more than a day it is not a clock. */
const leastSkew = 5;
const mostSkew = 86_400;

/**
 * A JWT (HS256) made from access key and secret key, kept until a minute before it expires. Callers that come while a
 * new one is made wait for that one. When the provider refuses one and its clock is another than ours, tokens follow its
 * clock from then on, until that or ours is put right; `warn` is told.
 */
export function jwt(
  { accessKey, secretKey }: KeyPair,
  warn: (message: string) => void = () => {},
): Auth {
  required(accessKey, 'accessKey');
  required(secretKey, 'secretKey');
  let skew = 0;
  let madeAt = 0;
  let made: Promise<string> | undefined;
  const seconds = () => Math.floor(Date.now() / 1000 + skew);
  return {
    header() {
      const now = seconds();
      if (!made || now >= madeAt + lifetime - margin) {
        madeAt = now;
        made = sign(secretKey, { iss: accessKey, exp: now + lifetime, nbf: now - backdated });
        made.catch(() => {
          made = undefined;
        });
      }
      return made;
    },
    renew(serverTime) {
      const off = serverTime === undefined ? skew : Math.round((serverTime - Date.now()) / 1000);
      if (Math.abs(off - skew) > leastSkew && Math.abs(off) <= mostSkew) {
        skew = off;
        made = undefined;
        warn(`this clock is off by ${off} seconds; tokens follow the provider's clock`);
        return;
      }
      // Callers that were refused together share the token that the first of them asked for.
      if (seconds() !== madeAt) made = undefined;
    },
  };
}

async function sign(secret: string, claims: object): Promise<string> {
  const utf8 = new TextEncoder();
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), hmac, false, ['sign']);
  const text = [{ alg: 'HS256', typ: 'JWT' }, claims]
    .map((part) => base64url(utf8.encode(JSON.stringify(part))))
    .join('.');
  const signature = await crypto.subtle.sign('HMAC', key, utf8.encode(text));
  return `Bearer ${text}.${base64url(new Uint8Array(signature))}`;
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/[+/]/g, (sign) => (sign === '+' ? '-' : '_'))
    .replace(/=+$/, '');
}

/** A key that is missing is found here, not by the provider's answer to a request. Its value is never shown. */
function required(value: unknown, name: string): string {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value;
  throw new TypeError(
    value ? `${name} is not a key: it has characters that no key has` : `${name} is missing`,
  );
}
