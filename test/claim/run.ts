/** Makes what is generated in a copy of the repository, and checks it in the same process, which has loaded half of it by then. */
await import('../../scripts/generate.ts');
await import('./checks.ts');

export {};
