import type { Recording } from '../../contract/recordings.ts';
import type { ProviderName } from '../../documents/documents.ts';
import { objectOf } from '../../documents/json.ts';
import type { Answer } from './answers.ts';
import { fromBytes, toBytes } from './budget.ts';
import { isOver } from './lifecycle.ts';

/** Statuses that blame the request itself: such a response fits no other request. */
const blaming = new Set([400, 401, 404, 405, 413, 415, 422]);

/**
 * Answers from recorded exchanges. A folder keeps no order, so temporary refusals come first, then the states of a task
 * in the order in which they follow each other; the last one repeats.
 */
export class Replay {
  /** The recordings as JSON. */
  readonly #byKey = new Map<string, Uint8Array[]>();

  constructor(recordings: readonly Recording[]) {
    const inOrder = [...recordings].sort((a, b) => rankOf(a) - rankOf(b));
    for (const recording of inOrder) {
      const key = keyOf(recording, recording.status);
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), toBytes(recording)]);
    }
  }

  /**
   * Takes the next recorded response for a request of that method and route; undefined when none was recorded.
   * @param status the status that the mock would answer with: a request that it refuses gets a recorded refusal of that
   * status
   */
  take(
    request: { provider: ProviderName; method: string; path: string },
    status: number,
  ): Answer | undefined {
    const remaining = this.#byKey.get(keyOf(request, status)) ?? [];
    const [recording] = remaining;
    if (remaining.length > 1) remaining.shift();
    return recording && toAnswer(fromBytes(recording) as Recording);
  }
}

const keyOf = (
  { provider, method, path }: { provider: ProviderName; method: string; path: string },
  status: number,
) => `${provider} ${method} ${path} ${blaming.has(status) ? status : ''}`;

function rankOf({ status, body }: Recording): number {
  if (status !== 200) return 0;
  const taskStatus = String(objectOf(objectOf(body).data).task_status ?? '');
  if (taskStatus === 'submitted') return 1;
  return isOver(taskStatus) ? 3 : 2;
}

function toAnswer({ status, contentType, body }: Recording): Answer {
  const headers = contentType ? { 'content-type': contentType } : {};
  return { status, body, headers, note: 'answered from a recording' };
}
