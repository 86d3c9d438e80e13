import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Makes a file that was not there, whole or not at all: other processes see either nothing or all of it.
 *
 * @returns false where a file of that name is there already, which is then untouched
 */
export async function createFile(file: string, text: string | Uint8Array): Promise<boolean> {
  const draft = await writeBeside(file, text);
  try {
    // Unlike a rename, a link never replaces.
    await link(draft, file);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    if (!linkless.has(codeOf(cause))) throw cause;
    return await createWithoutLink(file, text);
  } finally {
    await unlink(draft);
  }
}

/** Replaces a file at once: other processes see the old text or the new one. It keeps the permissions `mode`. */
export async function replaceFile(file: string, text: string, mode: number): Promise<void> {
  const draft = await writeBeside(file, text, mode);
  await rename(draft, file);
}

/**
 * Makes a file under the first of several names that is free: two processes that want the same name at the same second both succeed.
 *
 * @param name the name without extension, tried first; then with six random hex digits, because a counter would tell nothing and invite
 * two machines to count alike (contract "Identity")
 * @returns the file that was made
 */
export async function createUnderFreeName(folder: string, name: string, extension: string, text: string): Promise<string> {
  for (let candidate = name; ; candidate = `${name}-${randomBytes(3).toString('hex')}`) {
    const file = join(folder, candidate + extension);
    if (await createFile(file, text)) return file;
  }
}

/** What disks without hard links answer: FAT, and some network shares. */
const linkless = new Set<unknown>(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** Exclusive, but a reader could see half a file: the best that such a disk offers. */
async function createWithoutLink(file: string, text: string | Uint8Array): Promise<boolean> {
  try {
    await writeNew(file, text);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

async function writeBeside(file: string, text: string | Uint8Array, mode?: number): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  const draft = join(dirname(file), `.priors-${randomBytes(8).toString('hex')}.tmp`);
  await writeNew(draft, text, mode);
  return draft;
}

async function writeNew(file: string, text: string | Uint8Array, mode?: number): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    if (mode !== undefined) await handle.chmod(mode & 0o777);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
