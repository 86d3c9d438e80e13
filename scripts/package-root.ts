import { dirname } from 'node:path';

/**
 * The folder that holds Priors itself: `src/`, `public/` and `astro.config.mjs` lie below it, in a checkout and in the installed package alike.
 * Both this file and the bundle it becomes part of (`bin/priors.bundle*.js`) lie one folder below the root.
 */
export function packageRoot(): string {
  return dirname(import.meta.dirname);
}
