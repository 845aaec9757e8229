/** What is wrong with a signature; undefined when it is valid. */
export type Flaw = 'unsigned' | 'timestamp' | 'signature' | undefined;

/** No provider sends more signatures than this; checking them all would cost time. */
const mostSignatures = 8;

/**
 * The keys of webhook secrets.
 * @throws {TypeError} one of them is not `whsec_` and Base64
 */
export function importKeys(secret: string | readonly string[]): Promise<CryptoKey[]> {
  const secrets = [secret].flat();
  // `String(null)` would be Base64, and a key that everybody can guess.
  const all = secrets.map((each: unknown) =>
    typeof each === 'string' ? bytesIn(each.replace(/^whsec_/, '')) : undefined,
  );
  if (all.length === 0 || !all.every((bytes) => bytes?.length)) {
    throw new TypeError('a secret is whsec_ followed by Base64, as the console shows it');
  }
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  return Promise.all(
    all
      .flatMap((bytes) => bytes ?? [])
      .map((bytes) => crypto.subtle.importKey('raw', bytes, hmac, false, ['verify'])),
  );
}

/**
 * Checks the signature that Kling documents, which is that of Standard Webhooks: HMAC-SHA256 of id, time and body; any of
 * the signatures may match any of the keys. Web Crypto compares in constant time.
 * @param tolerance milliseconds by which its time may differ from ours
 */
export async function findFlaw(
  headers: Headers,
  body: Uint8Array<ArrayBuffer>,
  keys: readonly CryptoKey[],
  tolerance: number,
): Promise<Flaw> {
  const [id, time, list] = ['id', 'timestamp', 'signature'].map((name) =>
    headers.get(`webhook-${name}`),
  );
  if (!id || !time || !list) return 'unsigned';
  if (!/^\d{1,12}$/.test(time) || !(Math.abs(Date.now() - Number(time) * 1000) <= tolerance))
    return 'timestamp';
  const text = new Uint8Array(await new Blob([`${id}.${time}.`, body]).arrayBuffer());
  const signatures = list
    .split(' ')
    .filter((each) => each.startsWith('v1,'))
    .slice(0, mostSignatures);
  for (const signature of signatures.flatMap((each) => bytesIn(each.slice(3)) ?? [])) {
    for (const key of keys)
      if (await crypto.subtle.verify('HMAC', key, signature, text)) return undefined;
  }
  return 'signature';
}

function bytesIn(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  } catch {
    return undefined;
  }
}
