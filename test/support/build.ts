import { execFileSync } from 'node:child_process';

/** Builds `dist/` before the tests, some of which use the package as it is published. Types are checked elsewhere. */
export default function build(): void {
  const build = ['run', '--silent', 'build', '--', '--noCheck'];
  execFileSync('npm', build, { stdio: ['ignore', 'ignore', 'inherit'] });
}
