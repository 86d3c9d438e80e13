import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cacheFolder } from './workspace.ts';

/**
 * Runs something with a folder for caches that leaves nothing behind: the one that is named or there already, else a temporary one.
 *
 * @param stated `--cache`
 */
export async function withBorrowedCache<Result>(
  stated: string | undefined,
  workspace: string,
  action: (cache: string | undefined) => Promise<Result>,
): Promise<Result> {
  if (stated !== undefined || existsSync(cacheFolder(undefined, resolve(workspace)))) return action(stated);
  const folder = await mkdtemp(join(tmpdir(), 'priors-'));
  try {
    return await action(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
