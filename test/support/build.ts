import { spawnSync } from 'node:child_process';

/** Builds `dist/` before the tests, some of which use the package as it is published. `npm run types` has the types. */
export default function build(): void {
  const build = ['run', '--silent', 'build', '--', '--noCheck'];
  spawnSync('npm', build, { stdio: ['ignore', 'ignore', 'inherit'] });
}
