import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { siteMarkerName } from '#schemas/workspace.ts';

/** What the marker of a built site says: under which path it wants to be served. */
export interface SiteMarker {
  readonly schema: 1;
  readonly base: string;
}

/** The output folder, or one above it, cannot be written. */
export class UnwritableOutput extends Error {
  override readonly name = 'UnwritableOutput';
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
    const code = errorCode(error);
    return code === 'ENOENT' ? null : code === 'ENOTDIR' ? 'it is a file' : `it cannot be read (${code})`;
  }
  return names.length === 0 || names.includes(siteMarkerName) ? null : 'it holds files that Priors did not make';
}

/**
 * Makes an empty folder within Priors for Astro to build into. From anywhere else it would not find its dependencies, or would try to move files
 * from one disk to another.
 *
 * @param root held by `lockBuilds`: what is there already was left by a build that was killed
 * @throws {UnwritableOutput}
 */
export async function makeWorkingFolder(root: string): Promise<string> {
  const folder = join(root, '.astro', 'site');
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o755);
    return folder;
  } catch (error) {
    throw new UnwritableOutput(errorCode(error), { cause: error });
  }
}

/**
 * Removes what builds that were killed left beside the target (a site that was on its way out comes back first), and makes a new folder
 * for a site that is whole, on the same disk.
 *
 * @throws {UnwritableOutput}
 */
export async function makeStagingFolder(out: string): Promise<string> {
  const parent = dirname(resolve(out));
  const prefix = `.${basename(out)}.building-`;
  try {
    await mkdir(parent, { recursive: true });
    const left = (await readdir(parent)).filter((name) => name.startsWith(prefix));
    // A build that was killed between the two steps of its swap: the last good site goes back to its place.
    const previous = left.find((name) => name.endsWith('.previous'));
    if (previous !== undefined && !(await isThere(out))) await rename(join(parent, previous), out);
    await Promise.all(left.map((name) => rm(join(parent, name), { recursive: true, force: true })));
    const folder = await mkdtemp(join(parent, prefix));
    // mkdtemp makes it for its owner alone; a web server often runs as somebody else.
    await chmod(folder, 0o755);
    return folder;
  } catch (error) {
    throw new UnwritableOutput(errorCode(error), { cause: error });
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

export async function writeMarker(folder: string, base: string): Promise<void> {
  const marker: SiteMarker = { schema: 1, base };
  await writeFile(join(folder, siteMarkerName), `${JSON.stringify(marker)}\n`);
}

/** The marker of a built site; null where the folder is none. */
export async function readMarker(folder: string): Promise<SiteMarker | null> {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, siteMarkerName), 'utf8'));
    return typeof value === 'object' && value !== null && 'base' in value && typeof value.base === 'string'
      ? { schema: 1, base: value.base }
      : null;
  } catch {
    return null;
  }
}

/** What a build failed with: an `UnwritableOutput` where the system could not write one of these folders, else the error as it is. */
export function outputFailure(error: unknown, folders: readonly string[]): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'path' in error)) return error;
  const { path } = error;
  const isOurs = typeof path === 'string' && folders.some((folder) => contains(folder, path));
  return isOurs ? new UnwritableOutput(errorCode(error), { cause: error }) : error;
}

/** The system's short name of what went wrong: `EACCES`, `ENOSPC`. */
function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}

function contains(folder: string, inner: string): boolean {
  const path = relative(resolve(folder), resolve(inner));
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`));
}
