import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The example's processes for one provider. Those that are killed are replaced. */
export class Fleet {
  #workers = [];
  #env;
  kills = 0;
  /** The latest of what the processes wrote to stderr. */
  stderr = [];

  constructor(provider, env) {
    this.provider = provider;
    this.#env = { ...process.env, ...env, PROVIDER: provider };
  }

  start(count) {
    for (let left = count; left > 0; left--) this.#workers.push(this.#run('worker.mjs'));
  }

  /** Orders tasks from a process of its own, as an application would. */
  async order(...args) {
    const [code] = await once(this.#run('test/order.mjs', ...args), 'exit');
    if (code !== 0) throw new Error(`ordering failed\n${this.stderr.join('')}`);
  }

  /** Kills the nth process in the middle of whatever it does, and starts another one in its place. */
  async kill(nth) {
    const index = nth % this.#workers.length;
    const worker = this.#workers[index];
    this.#workers[index] = this.#run('worker.mjs');
    this.kills += 1;
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    await gone;
  }

  killAll = () => Promise.all(this.#workers.map((_, nth) => this.kill(nth)));

  /** Kills all processes at once and without waiting, for a process that is about to exit. */
  stop() {
    for (const worker of this.#workers) worker.kill('SIGKILL');
  }

  #run(...args) {
    const child = spawn(process.execPath, args, {
      cwd: new URL('..', import.meta.url),
      env: this.#env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', (text) => {
      this.stderr.push(String(text));
      this.stderr.splice(0, this.stderr.length - 50);
    });
    return child;
  }
}
