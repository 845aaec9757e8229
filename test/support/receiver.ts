import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One callback as it arrived. */
interface Received {
  headers: IncomingHttpHeaders;
  /** Byte for byte, as a signature covers it. */
  text: string;
  /** The body. */
  body: Record<string, unknown> & { task_id: string; task_status: string; status?: string };
}

/** A server that takes callbacks, on a free port of this machine. `answer` says with which status. */
export async function receiver(answer: (count: number) => number = () => 200) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    received.push({ headers: request.headers, text, body: JSON.parse(text) });
    response.writeHead(answer(received.length)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    /** The states that were told, in the order of their arrival. */
    statuses: () => received.map(({ body }) => body.task_status ?? body.status),
    [Symbol.asyncDispose]: close,
  };
}
