import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CreateUncertainError, cometapi, createKling, TaskAbortedError } from '../../src/index.ts';
import { json } from '../chaos/endings.ts';
import { looksLike, taskId } from '../support/kling.ts';
import { failure } from '../support/outcome.ts';

/** Answers the first looks, and is silent from then on. */
let answered = 0;
let looks = 0;
/** The sockets that somebody still wants an answer from. Those that fetch keeps for its next request are not ours. */
const held = new Set<unknown>();
const server = createServer((_request: IncomingMessage, response: ServerResponse) => {
  looks += 1;
  const { socket } = response;
  held.add(socket);
  response.on('close', () => held.delete(socket));
  if (looks <= answered) json()(response, looksLike('processing'));
});

/** Waits until that many sockets are held. */
async function sockets(count: number): Promise<void> {
  const areHeld = () => held.size === count && looks > answered;
  await vi.waitUntil(areHeld, { timeout: 60_000, interval: 5 });
}

function client() {
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return createKling(cometapi, { apiKey: 'k' }, { baseUrl, interval: 1 }).textToAudio;
}

beforeEach(async () => {
  answered = 0;
  looks = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

describe('no socket is held any more', () => {
  it('when a wait is aborted during a request, which then ends', async () => {
    const stop = new AbortController();
    const ended = failure(client().task(taskId).result({ signal: stop.signal }), TaskAbortedError);
    await sockets(1);
    stop.abort();
    // Within 10 ms, as fake time in task.test.ts shows; real time would only measure how busy this machine is.
    await ended;
    await sockets(0);
  });

  it('when a create is aborted', async () => {
    const stop = new AbortController();
    const create = client().create({ prompt: 'rain', duration: 5 }, { signal: stop.signal });
    const ended = failure(create, CreateUncertainError);
    await sockets(1);
    stop.abort();
    await ended;
    await sockets(0);
  });

  it('when watching is closed during a request', async () => {
    answered = 2;
    const steps = client().task(taskId).watch();
    expect((await steps.next()).value).toMatchObject({ task_status: 'processing' });
    expect((await steps.next()).value).toMatchObject({ task_status: 'processing' });
    const last = steps.next();
    await sockets(1);
    expect(await steps.return()).toEqual({ value: undefined, done: true });
    expect(await last).toEqual({ value: undefined, done: true });
    await sockets(0);
    expect(looks).toBe(3);
  });
});
