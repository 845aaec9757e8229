import type { ServerResponse } from 'node:http';

/** What becomes of an answer on its way. Whether the request was carried out is another question. */
export type Ending = (response: ServerResponse, body: object) => void;

/** What becomes of the response, and the body that it would have. */
export type PlannedResponse = [Ending, object];

const page = '<!doctype html><html><body><h1>nginx</h1></body></html>';

const html =
  (status: number): Ending =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end(page);
  };

export const json =
  (status = 200, headers: Record<string, string> = {}): Ending =>
  (response, body) => {
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));
  };

/** Endings after which nobody can tell from the answer what became of the request. */
export const endings = {
  reset: (response) => void response.socket?.resetAndDestroy(),
  'time-out': () => {},
  empty: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end();
  },
  'truncated JSON': (response, body) => {
    const text = JSON.stringify(body);
    response.writeHead(200, { 'content-type': 'application/json' }).end(text.slice(0, -9));
  },
  'broken off': (response, body) => {
    const text = JSON.stringify(body);
    const headers = { 'content-type': 'application/json', 'content-length': text.length };
    response.writeHead(200, headers).write(text.slice(0, 9), () => response.socket?.destroy());
  },
  HTML: html(200),
  '409': html(409),
  '500': (response) => json(500)(response, { code: 5000, message: 'server error' }),
  '502': html(502),
  '503': (response) => json(503)(response, { code: 5001, message: 'maintenance' }),
  '504': html(504),
  '524': html(524),
  redirect: (response) => {
    response.writeHead(307, { location: response.req.url ?? '/' }).end();
  },
} satisfies Record<string, Ending>;

export type EndingName = keyof typeof endings;
