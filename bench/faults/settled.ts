export const stillWaiting = 'still waiting';

/** The class of an error, since some call all of theirs `Error`; what is none as it stands. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'Error' ? error.constructor.name : error.name;
}

export const resolved = 'resolves';

/** What a promise came to: that it resolves, its error, or that it is still waiting after so many milliseconds. */
export function settled(promise: Promise<unknown>, limit: number): Promise<unknown> {
  const own = promise.then(
    () => resolved,
    (error: unknown) => error,
  );
  return Promise.race([own, pause(limit).then(() => stillWaiting)]);
}

/** The same, an error by its name. */
export const ended = (promise: Promise<unknown>, limit: number): Promise<string> =>
  settled(promise, limit).then(nameOf);

/** Names of errors as code. */
export const quoted = (how: string) =>
  how === resolved || how === stillWaiting ? how : `\`${how}\``;

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Where in an error the text stands, at most four names deep, as `error.task.id`. Its stack only repeats the message. */
export function placeOf(text: string, error: unknown): string | undefined {
  let level = [{ path: 'error', value: error }];
  for (let depth = 0; depth < 5; depth++) {
    const found = level.find(({ value }) => typeof value === 'string' && value.includes(text));
    if (found) return found.path;
    level = level.flatMap(({ path, value }) =>
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyNames(value)
            .filter((name) => name !== 'stack')
            .map((name) => ({
              path: `${path}.${name}`,
              value: Reflect.get(value, name) as unknown,
            }))
        : [],
    );
  }
  return undefined;
}
