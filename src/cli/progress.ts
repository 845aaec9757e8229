import type { Context } from './command.ts';

/** Puts text from elsewhere on one line, without anything that moves a terminal's cursor or turns its text round. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ').trim();
}

const eraseRest = '\x1b[K';

/**
 * Writes what a terminal would obey instead of showing it, such as ESC, as `\u001b`: visible in a text, and in JSON the same
 * character as before. Ends and tabs of lines stay, and so does what `startProgress` moves its own line with.
 */
export function escapeControls(text: string): string {
  const isOurs = text.startsWith('\r') && text.endsWith(eraseRest);
  const escaped = (isOurs ? text.slice(1, -eraseRest.length) : text).replace(
    /[^\P{Cc}\n\t]|[\p{Bidi_Control}\u2028\u2029]/gu,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return isOurs ? `\r${escaped}${eraseRest}` : escaped;
}

/** Characters that a line about a retry has room for. */
const longestReason = 120;

/** Why it takes longer, in a few words, and when the next request is sent. */
export function describeRetry(reason: string, delay: number): string {
  const line = oneLine(reason);
  const short = line.length > longestReason ? `${line.slice(0, longestReason - 1)}…` : line;
  return `${short}, next try in ${Math.ceil(delay / 1_000)} s`;
}

/** Tells the user something: a line on stderr. */
export function tell({ stderr }: Pick<Context, 'stderr'>, line: string): void {
  stderr.write(`${oneLine(line)}\n`);
}

/** Shows how far a task is: one moving line on a terminal, otherwise a line for each new state. */
export interface Progress {
  /** Shows the state of the task, or what is done afterwards. */
  state(state: string): void;
  /** Shows what went wrong that the client gets over, and in how many milliseconds it tries again. */
  retry(reason: string, delay: number): void;
  /** Shows how far a download is. */
  received(progress: { received: number; total?: number }): void;
  /** Prints a line that stays. */
  note(line: string): void;
  /** Prints what it came to: the time so far, the bytes that were saved, what it cost, and the units that it was to cost. */
  total(total: {
    bytes?: number | undefined;
    spent?: string | undefined;
    expected?: number | undefined;
  }): void;
  /** Removes the moving line. */
  end(): void;
}

const frames = ['|', '/', '-', '\\'];
const barLength = 20;
const redrawInterval = 100;

/** Shows progress on stderr, so that stdout holds nothing but results. */
export function startProgress({ stderr, env }: Pick<Context, 'stderr' | 'env'>): Progress {
  const isLive = stderr.isTTY === true && env.TERM !== 'dumb';
  const states: string[] = [];
  const startedAt = Date.now();
  let bar = '';
  let trouble: { reason: string; until: number } | undefined;
  let lastRetry = '';
  let frame = 0;

  const erase = () => isLive && stderr.write(`\r${eraseRest}`);
  const note = (line: string) => {
    erase();
    tell({ stderr }, line);
  };
  const draw = () => {
    const spinner = frames[frame++ % frames.length];
    const time = formatTime(Date.now() - startedAt);
    const left = trouble ? Math.max(trouble.until - Date.now(), 0) : 0;
    const retry = trouble ? `, ${describeRetry(trouble.reason, left)}` : '';
    const line = `${spinner} ${states.join(' > ') || 'waiting'} ${bar}${time}${retry}`;
    stderr.write(`\r${line.slice(0, (stderr.columns || 80) - 1)}${eraseRest}`);
  };
  const timer = isLive ? setInterval(draw, redrawInterval) : undefined;

  return {
    state(state) {
      const name = oneLine(state);
      trouble = undefined;
      lastRetry = '';
      if (name === states.at(-1)) return;
      states.push(name);
      bar = '';
      if (isLive) draw();
      else tell({ stderr }, name);
    },
    retry(reason, delay) {
      trouble = { reason, until: Date.now() + delay };
      const line = describeRetry(reason, delay);
      if (isLive) draw();
      else if (line !== lastRetry) tell({ stderr }, line);
      lastRetry = line;
    },
    received({ received, total }) {
      bar = total ? `${drawBar(received / total)} ` : `${(received / 1e6).toFixed(1)} MB `;
    },
    note,
    total({ bytes, spent, expected }) {
      const what = bytes === undefined ? 'done' : `${formatBytes(bytes)} saved`;
      const unit = spent?.endsWith(' units') ? '' : ' units';
      const about = expected === undefined ? '' : ` (about ${expected}${unit} expected)`;
      const cost = spent === undefined ? '' : `, ${spent} spent${about}`;
      note(`${what} after ${formatTime(Date.now() - startedAt)}${cost}`);
    },
    end() {
      clearInterval(timer);
      erase();
    },
  };
}

function drawBar(share: number): string {
  const done = Math.round(share * barLength);
  return `[${'#'.repeat(done)}${'.'.repeat(barLength - done)}] ${Math.floor(share * 100)} %`;
}

const formatBytes = (bytes: number) =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

function formatTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
