import { cp, rename, rm } from 'node:fs/promises';

/**
 * Puts a finished folder in the place of another, which is there until the new one is whole. Both must lie on one disk.
 *
 * @throws where the target cannot be replaced; then the old folder is in its place as before
 */
export async function replaceFolder(finished: string, target: string): Promise<void> {
  const previous = `${finished}.previous`;
  const hadPrevious = await renameIfThere(target, previous);
  try {
    await rename(finished, target);
  } catch (error) {
    if (hadPrevious) await rename(previous, target);
    throw error;
  }
  await rm(previous, { recursive: true, force: true });
}

/** Puts a folder in the place of an empty one; by copying where that lies on another disk, and then it is in both. */
export async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await cp(from, to, { recursive: true });
  }
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
