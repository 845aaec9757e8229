import { describe, expect, it } from 'vitest';
import { accepted, looksLike, taskId } from '../support/kling.ts';
import { withoutWaits } from '../support/waits.ts';
import { fakeProvider, inFolder } from './support.ts';

withoutWaits();
const { kling } = inFolder();
const rain = ['text-to-audio', '--prompt', 'rain', '--duration', '5'];

/** What a terminal obeys, what turns its text round, and what begins a new line that nobody wrote. */
const evil = 'a\u001b]0;x\u0007\u009b2J\u007f\u202eb\u2028\rc\nkling-fetch: d\u2066';
const address = `https://example.com/${evil}`;
const obeyed = /[^\P{Cc}\n\t]|[\p{Bidi_Control}\u2028\u2029]/u;

const provider = fakeProvider(({ at, method }) => {
  const task_result = { audios: [{ id: evil, url_mp3: address, url_wav: address }] };
  const task = { task_id: taskId, task_status_msg: evil, created_at: 0, task_result };
  if (at.includes('/refuses/')) return [400, { code: 1201, message: evil, request_id: evil }];
  if (at.includes('/busy/')) return [429, { code: 1303, message: evil, request_id: evil }];
  if (at.includes('/fails/') && method === 'GET')
    return looksLike('failed', { task_status_msg: evil });
  if (method === 'POST') return accepted();
  if (at.includes('?')) return { code: 0, data: [task, { ...task, task_id: evil }] };
  const isFirst = at.includes('/odd/') && !/odd.*odd/.test(provider.seen.slice(0, -1).join());
  return looksLike(isFirst ? evil : 'succeed', { task_result, task_status_msg: evil });
});
const at = (path = '') => ['--base-url', `${provider.url()}${path}`];

const rows: Record<string, () => string[]> = {
  get: () => ['get', taskId, ...at()],
  'get --json': () => ['get', taskId, '--json', ...at()],
  'wait --no-save': () => ['wait', taskId, '--no-save', ...at()],
  'wait --no-save --json': () => ['wait', taskId, '--no-save', '--json', ...at()],
  wait: () => ['wait', taskId, ...at()],
  'a create': () => [...rain, '--no-save', ...at('/odd')],
  'a refused create': () => [...rain, ...at('/refuses')],
  'a refused create with --json': () => [...rain, '--json', ...at('/refuses')],
  'a task that fails': () => [...rain, ...at('/fails')],
  list: () => ['list', ...at()],
  'list --json': () => ['list', '--json', ...at()],
  'an unknown flag': () => [...rain, `--${evil}`],
  'an unknown command': () => [evil],
  'an external id of the user': () => [...rain, '--no-wait', '--external-task-id', evil, ...at()],
};

describe('nothing that a terminal obeys is printed, wherever a provider says it', () => {
  /** Runs a command where its output goes to a file, and where it goes to a terminal. */
  async function check(argv: string[]) {
    const { out, err } = await kling(argv);
    expect(out + err).not.toMatch(obeyed);
    expect(out + err).not.toMatch(/^(c$|kling-fetch: d)/m);
    // So that the second run sees what the first one has seen.
    provider.seen.length = 0;
    const texts: string[] = [];
    const terminal = { isTTY: true, write: (text: string) => texts.push(text) };
    await kling(argv, { stdout: terminal, stderr: terminal });
    // The line that moves: back to its start, and away with what stood there.
    const others = texts.map((text) =>
      text.startsWith('\r') && text.endsWith('\u001b[K') ? text.slice(1, -3) : text,
    );
    expect(others.join('')).not.toMatch(obeyed);
  }

  it.each(Object.entries(rows))('%s', (_, argv) => check(argv()));

  it('a create of a busy provider', () => check([...rain, '--timeout', '1', ...at('/busy')]));
});

it('JSON stays what it was', async () => {
  const { out } = await kling(['get', taskId, '--json', ...at()]);
  const { snapshot } = JSON.parse(out);
  expect(snapshot.task_status_msg).toBe(evil);
  expect(snapshot.task_result.audios[0].url_mp3).toBe(address);
  const refused = await kling([...rain, '--json', ...at('/refuses')]);
  expect(JSON.parse(refused.out).error).toMatchObject({ code: 1201 });
});

it('an address is one line, with a mark where something was', async () => {
  const { out } = await kling(['wait', taskId, '--no-save', ...at()]);
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toMatch(/^https:\/\/example\.com\/a \]0;x 2J b c kling/);
});
