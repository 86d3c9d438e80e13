import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds Priors itself: `src/`, `public/` and `astro.config.mjs` lie below it, in a checkout and in the installed package alike.
 * Both this file and the bundle it becomes part of (`bin/priors.bundle*.js`) lie one folder below the root.
 */
export function packageRoot(): string {
  return dirname(import.meta.dirname);
}

/** What `package.json` of Priors says of it. */
export interface OwnManifest {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
}

export function ownManifest(): OwnManifest {
  // Our own package.json, which npm demands to have a version; a test reads the rest.
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as OwnManifest;
}
