import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Processes of the example, for one provider, that are killed and come back. */
export class Fleet {
  #workers = [];
  #env;
  kills = 0;
  /** What the processes complained about, the latest last. */
  complaints = [];

  constructor(provider, env) {
    this.provider = provider;
    this.#env = { ...process.env, ...env, PROVIDER: provider };
  }

  start(count) {
    for (let left = count; left > 0; left--) this.#workers.push(this.#run('worker.mjs'));
  }

  /** Orders tasks, from a process as an application would be. */
  async order(...args) {
    const [code] = await once(this.#run('test/order.mjs', ...args), 'exit');
    if (code !== 0) throw new Error(`ordering failed\n${this.complaints.join('')}`);
  }

  /** Ends the nth process in the middle of whatever it does, and starts another one in its place. */
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

  /** For a process that ends at once. */
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
      this.complaints.push(String(text));
      this.complaints.splice(0, this.complaints.length - 50);
    });
    return child;
  }
}
