import type { Context } from './command.ts';
import { oneLine } from './words.ts';

/** Tells a person what goes on: one moving line on a terminal, else a line for each new state. */
export interface Progress {
  /** The state of the task, or of what follows it. */
  state(state: string): void;
  /** How far a download is. */
  received(progress: { received: number; total?: number }): void;
  /** A line that stays. */
  note(line: string): void;
  /** Takes the moving line away. */
  end(): void;
}

const frames = ['|', '/', '-', '\\'];
const barLength = 20;
const redraw = 100;

/** Progress on stderr, so that stdout holds nothing but results. */
export function startProgress({ stderr, env }: Pick<Context, 'stderr' | 'env'>): Progress {
  const isLive = stderr.isTTY === true && env.TERM !== 'dumb';
  const states: string[] = [];
  const startedAt = Date.now();
  let bar = '';
  let frame = 0;

  const erase = () => isLive && stderr.write('\r\x1b[K');
  const draw = () => {
    const spinner = frames[frame++ % frames.length];
    const line = `${spinner} ${states.join(' > ') || 'waiting'} ${bar}${elapsed(Date.now() - startedAt)}`;
    stderr.write(`\r${line.slice(0, (stderr.columns || 80) - 1)}\x1b[K`);
  };
  const timer = isLive ? setInterval(draw, redraw) : undefined;

  return {
    state(state) {
      const said = oneLine(state);
      if (said === states.at(-1)) return;
      states.push(said);
      bar = '';
      if (isLive) draw();
      else stderr.write(`${said}\n`);
    },
    received({ received, total }) {
      bar = total ? `${barOf(received / total)} ` : `${megabytes(received)} `;
    },
    note(line) {
      erase();
      stderr.write(`${oneLine(line)}\n`);
    },
    end() {
      clearInterval(timer);
      erase();
    },
  };
}

function barOf(share: number): string {
  const done = Math.round(share * barLength);
  return `[${'#'.repeat(done)}${'.'.repeat(barLength - done)}] ${Math.floor(share * 100)} %`;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

function elapsed(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
