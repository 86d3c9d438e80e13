import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';

/**
 * A process that was killed holds the lock for as long as this, in milliseconds. One that works must be able to renew it in time: a table of a hundred
 * thousand rows keeps a busy machine from anything else for seconds.
 */
const stale = 30_000;

/**
 * Holds the lock of a checkout while a site is built: Astro keeps working files in its root, which two builds must not share.
 *
 * @param onWait called once if another build has the lock
 * @returns releases the lock
 */
export async function lockBuilds(root: string, onWait: () => void): Promise<() => Promise<void>> {
  const folder = join(root, '.astro');
  await mkdir(folder, { recursive: true });
  const options = { lockfilePath: join(folder, 'build.lock'), stale, update: 2_000, realpath: false };
  try {
    return await lock(folder, options);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error;
  }
  onWait();
  return lock(folder, { ...options, retries: { forever: true, factor: 1, minTimeout: 250 } });
}
