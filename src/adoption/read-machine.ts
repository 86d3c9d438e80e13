import { access, constants, readFile, stat, statfs } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { InstalledPackage, WritableFolder } from './judge-machine.ts';

/**
 * The packages of a manifest as they are installed, found as Node finds them: in the nearest `node_modules` of the folder or one above it.
 *
 * @param from the folder of Priors
 */
export async function readPackages(from: string, wanted: Readonly<Record<string, string>>): Promise<InstalledPackage[]> {
  return Promise.all(
    Object.entries(wanted).map(async ([name, version]) => ({ name, wanted: version, found: await installedVersion(from, name) })),
  );
}

/** The version of a package; null where it is not there. */
export async function installedVersion(from: string, name: string): Promise<string | null> {
  for (let folder = from; ; folder = dirname(folder)) {
    const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8').catch(() => null);
    const version = text === null ? undefined : /"version"\s*:\s*"([^"]+)"/.exec(text)?.[1];
    if (version !== undefined) return version;
    if (dirname(folder) === folder) return null;
  }
}

/** Whether a folder, or the nearest one above it that is there, can be written. Nothing is. */
export async function readWritable(folder: string): Promise<WritableFolder> {
  const nearest = await nearestThere(folder);
  try {
    if (!(await stat(nearest)).isDirectory()) return { folder, problem: `${nearest} is a file` };
    await access(nearest, constants.W_OK | constants.X_OK);
    return { folder, problem: null };
  } catch (cause) {
    return { folder, problem: cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause) };
  }
}

/** Free space for us where a folder is or will be, in megabytes; null where it cannot be told. */
export async function readFreeMegabytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(await nearestThere(folder));
    return Math.floor((bavail * bsize) / 1_000_000);
  } catch {
    return null;
  }
}

/** Whether one of these programs is on the PATH. */
export async function hasProgram(names: readonly string[], path: string): Promise<boolean> {
  const places = path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = await Promise.all(places.map((place) => isThere(place)));
  return found.includes(true);
}

async function nearestThere(folder: string): Promise<string> {
  let nearest = folder;
  while (dirname(nearest) !== nearest && !(await isThere(nearest))) nearest = dirname(nearest);
  return nearest;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
