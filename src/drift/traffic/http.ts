/** What sends a request. The client's option of the same name is one. */
export type Fetch = (request: Request) => Promise<Response>;

/** The JSON of a body; the text when it is none; undefined when there is no body. */
export function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
