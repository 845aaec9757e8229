/** A number from 0 to 1 that depends on its keys and on nothing else. */
export function chance(...keys: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of keys.join('\n')) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}

/** One of a list, by a number from 0 to 1. */
export const pick = <T>(from: readonly T[], by: number): T =>
  from[Math.floor(by * from.length)] as T;
