import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Stands in every folder that Priors built: says that it may be replaced, and under which path it wants to be served. */
const markerName = '.priors-site.json';

export interface SiteMarker {
  readonly schema: 1;
  readonly base: string;
}

/**
 * Why a folder is not replaced by a built site; null where it may be. Priors replaces only what it made itself.
 *
 * @param protectedFolders folders that the output must not be or hold: the workspace, Priors itself
 */
export async function reasonToRefuse(out: string, protectedFolders: readonly string[]): Promise<string | null> {
  if (dirname(out) === out) return 'it is the root of the file system';
  const held = protectedFolders.find((folder) => contains(out, folder));
  if (held !== undefined) return `it holds ${basename(held)}, which would be replaced by the site`;
  let names: string[];
  try {
    names = await readdir(out);
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? null : `it cannot be read (${errorCode(error)})`;
  }
  return names.length === 0 || names.includes(markerName) ? null : 'it holds files that Priors did not make';
}

/** Removes what builds that were killed left beside the target, and makes a new folder to build into, on the same disk. */
export async function makeStagingFolder(out: string): Promise<string> {
  const parent = dirname(resolve(out));
  const prefix = `.${basename(out)}.building-`;
  await mkdir(parent, { recursive: true });
  const left = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  await Promise.all(left.map((name) => rm(join(parent, name), { recursive: true, force: true })));
  return mkdtemp(join(parent, prefix));
}

export async function writeMarker(folder: string, base: string): Promise<void> {
  const marker: SiteMarker = { schema: 1, base };
  await writeFile(join(folder, markerName), `${JSON.stringify(marker)}\n`);
}

/** The marker of a built site; null where the folder is none. */
export async function readMarker(folder: string): Promise<SiteMarker | null> {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, markerName), 'utf8'));
    return typeof value === 'object' && value !== null && 'base' in value && typeof value.base === 'string' ? { schema: 1, base: value.base } : null;
  } catch {
    return null;
  }
}

/** The system's short name of what went wrong: `EACCES`, `ENOSPC`. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}

function contains(folder: string, inner: string): boolean {
  const path = relative(resolve(folder), resolve(inner));
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`));
}
