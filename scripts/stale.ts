/** Checks with `--check` all that is generated, in one process: most of the time goes into loading what the scripts share. */
await Promise.all([import('./generate.ts'), import('./docs.ts'), import('./media.ts')]);

export {};
