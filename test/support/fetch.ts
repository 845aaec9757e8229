/** One answer of a scripted fetch: a body for HTTP 200, an error to fail with, or whichever the function gives. */
export type Answer = object | ((seen: Seen) => Answer | Promise<Answer>);

export interface Seen {
  method: string;
  url: string;
  authorization: string | null;
  body: Record<string, unknown>;
  /** When it was asked, so that intervals can be measured. */
  at: number;
  /** Whether `fetch` was called with the address, and not with a Request. */
  isUrl: boolean;
  /** What `fetch` was told about caches, beside the address. */
  cache: RequestCache | undefined;
}

/** The two ways to call `fetch`. Takes a client's `fetch` option whichever of them the client uses. */
export type EitherFetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

const RealRequest = Request;

/** The request that a call of `fetch` sends, whichever way it was called. */
export function requestFrom(input: string | Request, init?: RequestInit): Request {
  if (typeof input !== 'string' && !init) return input;
  // Node wants to hear that a body is a stream; it is no part of the DOM's types.
  return new RealRequest(input, Object.assign({ duplex: 'half' }, init));
}

/** A `fetch` that gives these answers one after the other and the last one for ever, and keeps what it was asked. */
export function scripted(...answers: [Answer, ...Answer[]]) {
  const requests: Seen[] = [];
  async function fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    const request = requestFrom(input, init);
    const { method, url, headers } = request;
    const seen: Seen = {
      method,
      url,
      authorization: headers.get('authorization'),
      body: {},
      at: performance.now(),
      isUrl: typeof input === 'string',
      cache: init?.cache,
    };
    requests.push(seen);
    if (request.body) seen.body = await request.json();
    return give(answer ?? {}, seen);
  }
  return { fetch, requests, posts: () => requests.filter(({ method }) => method === 'POST') };
}

async function give(answer: Answer, seen: Seen): Promise<Response> {
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) return answer;
  return typeof answer === 'function' ? give(await answer(seen), seen) : Response.json(answer);
}

/** An answer that never comes, from a fetch that does not listen to its signal. */
export const silence = () => new Promise<never>(() => {});

/** How Node reports a connection that fails: the code is on the cause. */
export const broken = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

export const html = (status: number) => () =>
  new Response('<html>nginx</html>', { status, headers: { 'content-type': 'text/html' } });

export const text =
  (body: string, status = 200, type = 'application/json') =>
  () =>
    new Response(body, { status, headers: { 'content-type': type } });

/** A body that breaks off in the middle. */
export const reset = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"code":0,"da'));
        controller.error(broken('ECONNRESET'));
      },
    }),
  );
