import { Agent, request } from 'node:http';

/** One request, repeated as often as it can be. */
export interface Load {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  /** A new body for each request. */
  body?: () => string;
}

/** Requests a second that a server answers with 2xx over some connections. Throws at any other answer. */
export async function throughput(
  load: Load,
  milliseconds: number,
  connections: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const began = performance.now();
  let count = 0;
  const worker = async () => {
    while (performance.now() - began < milliseconds) {
      await once(load, agent);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return count / seconds;
}

/** Sends a request and reads its answer. Throws at any other than 2xx. */
export function once({ url, method, headers, body }: Load, agent: Agent): Promise<string> {
  const text = body?.();
  const length = text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...headers, ...length } }, (answer) => {
      let said = '';
      answer.setEncoding('utf8').on('data', (chunk) => {
        said += chunk;
      });
      answer.on('error', reject);
      answer.on('end', () => {
        if (String(answer.statusCode).startsWith('2')) resolve(said);
        else reject(new Error(`${method} ${url} was answered with ${answer.statusCode}`));
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
