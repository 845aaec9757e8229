/** A length of time in words: `0.4 s`, `12 s`, `3 min`, `2 h`. */
export function lengthOf(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 10) return `${Number(seconds.toFixed(1))} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** The time of day: `14:03:59`. */
export const timeOfDay = (at: number): string => new Date(at).toLocaleTimeString('en-GB');
