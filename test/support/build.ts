import { execFileSync } from 'node:child_process';

/** Builds `dist/` once before the tests: some of them use the package as it is published. */
export default function build(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
