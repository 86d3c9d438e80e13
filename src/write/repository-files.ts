import { createFile } from './create-file.ts';
import { existingText } from './existing-text.ts';
import { placeBelow } from './inside-workspace.ts';
import { Refusal } from './refusal.ts';
import { stat } from 'node:fs/promises';

/** What stands at a file's place, compared with what it is to hold. */
export type FileState = 'absent' | 'same' | 'different';

/**
 * Looks at a place of a repository. Line ends do not count: git may have changed them.
 *
 * @param root the repository's real path
 * @throws {Refusal} where the place is no file, or lies outside the repository
 */
export async function fileStateOf(root: string, path: string, text: string): Promise<FileState> {
  const place = await placeIn(root, path);
  const isThere = await stat(place).then(
    () => true,
    () => false,
  );
  if (!isThere) return 'absent';
  const inLines = (each: string): string => each.replaceAll('\r\n', '\n');
  return inLines(await existingText(place, path)) === inLines(text) ? 'same' : 'different';
}

/**
 * Makes a file of a repository, with its folders; what is there is never replaced.
 *
 * @returns false where another process has just made it
 */
export async function createRepositoryFile(root: string, path: string, text: string): Promise<boolean> {
  return createFile(await placeIn(root, path), text);
}

async function placeIn(root: string, path: string): Promise<string> {
  const place = await placeBelow(root, path);
  if (place === null)
    throw new Refusal(`"${path}" lies outside the repository`, 'A symbolic link leads elsewhere: replace it with a folder.');
  return place;
}
