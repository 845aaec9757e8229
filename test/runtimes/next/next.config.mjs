import { fileURLToPath } from 'node:url';

export default {
  // What git, Biome and knip leave out.
  distDir: 'dist',
  // The client is above this folder, in `dist`.
  turbopack: { root: fileURLToPath(new URL('../../..', import.meta.url)) },
};
