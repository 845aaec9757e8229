/** Where something is in a request: names of fields, places of items. */
export type Path = readonly (string | number)[];

/** A path as messages say it: `multi_prompt[0].prompt`. */
export function fieldOf(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** What is there; undefined when nothing is. */
export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (from, step) => (from instanceof Object ? Reflect.get(from, step) : undefined),
    value,
  );
}

/** A copy with something else there; undefined takes away what was there. */
export function put(value: unknown, path: Path, what: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return what;
  if (Array.isArray(value)) return value.with(Number(step), put(value[Number(step)], rest, what));
  const copy: Record<string, unknown> = { ...(value as object) };
  const inside = put(copy[step], rest, what);
  if (inside === undefined) delete copy[step];
  else copy[step] = inside;
  return copy;
}
