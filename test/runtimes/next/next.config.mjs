import { fileURLToPath } from 'node:url';

export default {
  // What git, Biome and knip leave out.
  distDir: 'dist',
  // The programs and the packages are above this folder.
  turbopack: { root: fileURLToPath(new URL('..', import.meta.url)) },
};
