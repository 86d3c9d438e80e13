import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { reasonToSkipFolder } from '#ingest/reading/skipped-folders.ts';
import { Refusal } from './refusal.ts';

/** Control characters, which no shell or forge shows, and the backslash, which divides folders on some systems only. */
const unsafe = /[\p{Cc}\p{Cs}\\]/u;

/** The workspace as it really lies on disk. Refused where it is missing or no folder. */
export async function realWorkspace(workspace: string): Promise<string> {
  const real = await realpath(workspace).catch(() => null);
  if (real !== null && (await stat(real)).isDirectory()) return real;
  throw new Refusal(`There is no folder "${workspace}" to write to`, 'Name the folder of your research with --workspace DIR.');
}

/**
 * Where a path of the workspace lies on disk, symbolic links followed; neither it nor its folders need exist. Refused is every path that
 * leaves the workspace: by `..`, as an absolute path, or through a symbolic link; and every place that the ingest skips, `.git` among them.
 *
 * @param root from {@link realWorkspace}
 * @param path relative to the workspace, or absolute and within it
 */
export async function placeInside(root: string, path: string): Promise<string> {
  if (unsafe.test(path))
    throw new Refusal(
      `The path ${JSON.stringify(path)} holds characters that no file name should`,
      'Use letters, digits, "-", "_" and "/".',
    );
  const place = await placeBelow(root, path);
  if (place === null) {
    throw new Refusal(
      `"${path}" lies outside the workspace`,
      'Name a path relative to the workspace that stays within it; nothing is written elsewhere.',
    );
  }
  const unread = workspacePath(root, place)
    .split('/')
    .map(reasonToSkipFolder)
    .find((reason) => reason !== null);
  if (unread !== undefined)
    throw new Refusal(`What is written to "${path}" would not be read: ${unread}`, 'Choose another place in the workspace.');
  return place;
}

/** Where a path lies on disk, symbolic links followed; null where that is not below the folder `root`, which is a real path. */
export async function placeBelow(root: string, path: string): Promise<string | null> {
  const place = await follow(isAbsolute(path) ? path : resolve(root, path));
  return place !== null && isBelow(root, place) ? place : null;
}

/** The path of a place relative to the workspace, with `/`: what diagnostics and entries call it. */
export function workspacePath(root: string, place: string): string {
  return relative(root, place).split(sep).join('/').normalize('NFC');
}

/** One name of a file or folder: no folders, no hidden names. */
export function assertPlainName(name: string, what: string): void {
  if (
    name !== '' &&
    name === name.trim() &&
    !name.startsWith('.') &&
    !name.includes('/') &&
    !unsafe.test(name) &&
    Buffer.byteLength(name) <= 200
  )
    return;
  throw new Refusal(
    `${JSON.stringify(name)} cannot be the name of ${what}`,
    'Use letters, digits, "-" and "_", without "/" and not beginning with ".".',
  );
}

/** The path with the links of all that exists followed; null where a link leads nowhere, so that nobody writes through it. */
async function follow(path: string): Promise<string | null> {
  const real = await realpath(path).catch(() => null);
  if (real !== null) return real;
  const found = await lstat(path).catch(() => null);
  if (found?.isSymbolicLink() === true) return null;
  // Another process has just made it.
  if (found !== null) return realpath(path).catch(() => null);
  const parent = dirname(path);
  const folder = parent === path ? null : await follow(parent);
  return folder === null ? null : join(folder, relative(parent, path));
}

function isBelow(root: string, place: string): boolean {
  return place.startsWith(root.endsWith(sep) ? root : root + sep);
}
