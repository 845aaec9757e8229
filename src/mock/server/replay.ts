import type { Recording } from '../../contract/recordings.ts';
import type { ProviderName } from '../../documents/documents.ts';
import type { Answer } from './answers.ts';
import { isOver } from './life.ts';

/** Statuses that say the request itself was at fault: such an answer belongs to no other request. */
const blaming = new Set([400, 401, 404, 405, 413, 415, 422]);

/**
 * Answers from recorded exchanges. A folder of them keeps no order, so refusals that pass come first, then the states of
 * a task as they follow each other; the last one repeats.
 */
export class Replay {
  readonly #byKey = new Map<string, Recording[]>();

  constructor(recordings: readonly Recording[]) {
    const inOrder = [...recordings].sort((a, b) => placeOf(a) - placeOf(b));
    for (const recording of inOrder) {
      const key = keyOf(recording, recording.status);
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), recording]);
    }
  }

  /**
   * The next recorded answer for a request of that method and route; undefined when none was recorded.
   * @param status what the mock makes of the request: one that it refuses gets a recorded refusal of that status
   */
  next(
    request: { provider: ProviderName; method: string; path: string },
    status: number,
  ): Answer | undefined {
    const left = this.#byKey.get(keyOf(request, status)) ?? [];
    const [recording] = left;
    if (left.length > 1) left.shift();
    return recording && answerOf(recording);
  }
}

const keyOf = (
  { provider, method, path }: { provider: ProviderName; method: string; path: string },
  status: number,
) => `${provider} ${method} ${path} ${blaming.has(status) ? status : ''}`;

function placeOf({ status, body }: Recording): number {
  if (status !== 200) return 0;
  const { data } = (body ?? {}) as { data?: { task_status?: unknown } };
  const word = String(data?.task_status ?? '');
  if (word === 'submitted') return 1;
  return isOver(word) ? 3 : 2;
}

function answerOf({ status, contentType, body }: Recording): Answer {
  const headers = contentType ? { 'content-type': contentType } : {};
  return { status, body, headers, note: 'answered from a recording' };
}
