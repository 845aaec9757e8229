/** Packages and kilobytes that an install of one package brings. */
import { installedOf } from './installed.ts';
import { packages } from './names.mjs';

/** Installs a package, or this one as it would be published, into an empty folder. */
export const installOf = (name, version) =>
  installedOf([name === 'kling-fetch' ? name : `${packages[name] ?? name}@${version}`]);
