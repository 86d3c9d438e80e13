import { constants } from 'node:fs';
import { copyFile, link, lstat, mkdir, readlink, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { compareFilesForBytes } from '#git/compare-files.ts';
import { missingObjects } from '#git/git-failure.ts';
import { readBlobs } from '#git/read-blobs.ts';
import { runGit, runGitForBytes } from '#git/run-git.ts';

/** A file of a commit. */
interface TreeFile {
  /** Its bytes, each as one character: a name need not be UTF-8. */
  readonly path: string;
  readonly isLink: boolean;
  readonly blob: string;
  /** In bytes. */
  readonly size: number;
}

/** Texts of so many bytes are asked for at once. */
const batchBytes = 32 * 1024 * 1024;
/** A file of more bytes is never read (`ingest/reading/read-workspace.ts`): one of the same length stands for it. */
const largestRead = 32 * 1024 * 1024;

/**
 * Puts the files that a workspace had at a commit into a folder. What has not changed since is the same file on disk, so that it costs nothing and
 * is not parsed again; what git does not track is part of no change, and is there as it is now.
 *
 * @param workspace in a repository
 * @param target an empty folder of our own
 * @param untracked paths of files that git does not track and that are read all the same
 * @returns how many files of the commit no disk can hold: a tree that was made by hand may name them as it likes
 * @throws {GitFailure} where git fails, or does not have them all; where the disk fails
 */
export async function readEarlierFiles(workspace: string, commit: string, target: string, untracked: readonly string[]): Promise<number> {
  const [files, changed] = await Promise.all([filesAt(workspace, commit), changedSince(workspace, commit)]);
  const others = untracked.map((path) => Buffer.from(path, 'utf8').toString('latin1'));
  // All folders first, and links last: nothing is written through one.
  for (const folder of new Set([...files.map(({ path }) => path), ...others].map((path) => dirname(path))))
    await isPlaced(() => mkdir(placeOf(target, folder), { recursive: true }));
  let leftOut = 0;
  const fromGit: TreeFile[] = [];
  for (const file of files) {
    if (!isSafe(file.path) || (file.isLink && !isLinkSize(file.size))) leftOut += 1;
    else if (file.size > largestRead) leftOut += (await isPlaced(() => standIn(placeOf(target, file.path), file.size))) ? 0 : 1;
    else if (file.isLink || changed.has(file.path)) fromGit.push(file);
    else {
      const outcome = await putThere(workspace, target, file.path);
      if (outcome === 'gone') fromGit.push(file);
      if (outcome === 'impossible') leftOut += 1;
    }
  }
  for (const path of others) await putThere(workspace, target, path);
  leftOut += await writeBlobs(workspace, target, fromGit.filter(({ isLink }) => !isLink)); // prettier-ignore
  leftOut += await writeBlobs(workspace, target, fromGit.filter(({ isLink }) => isLink)); // prettier-ignore
  return leftOut;
}

/** The files that git does not track, of these that are read: results that a run writes and nobody commits. */
export async function readUntracked(workspace: string, paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return [];
  const asked = paths.map((path) => `${path}\0`).join('');
  const listed = await runGit(workspace, ['check-ignore', '-z', '--stdin'], asked).catch((error: unknown) => {
    // Nothing of it is ignored.
    if (error instanceof Error && 'code' in error && error.code === 1) return '';
    throw error;
  });
  const ignored = new Set(listed.split('\0'));
  return paths.filter((path) => ignored.has(path));
}

async function filesAt(workspace: string, commit: string): Promise<TreeFile[]> {
  const listed = await runGitForBytes(workspace, ['ls-tree', '-r', '-l', '-z', commit, '--', '.']);
  return listed
    .toString('latin1')
    .split('\0')
    .flatMap((line): TreeFile[] => {
      const [, mode = '', blob = '', size, path = ''] = /^(\d{6}) blob ([0-9a-f]{40,64}) +(\S+)\t([^]*)$/.exec(line) ?? [];
      // `BAD` stands where git does not have it.
      if (size !== undefined && !/^\d+$/.test(size)) throw missingObjects();
      return size === undefined ? [] : [{ path, blob, isLink: mode === '120000', size: Number(size) }];
    });
}

/** A tree that was made by hand can hold names that lead elsewhere; git itself refuses to check them out. */
function isSafe(path: string): boolean {
  return path.split('/').every((name) => !['', '.', '..'].includes(name) && !/^\.git$/i.test(name) && (sep === '/' || !name.includes(sep)));
}

/** No system takes a longer target, nor none. */
function isLinkSize(bytes: number): boolean {
  return bytes > 0 && bytes < 4096;
}

/** What is not as it was at a commit, in the working tree. */
async function changedSince(workspace: string, commit: string): Promise<ReadonlySet<string>> {
  const listed = await compareFilesForBytes(workspace, ['--name-only', '--no-renames', commit]);
  return new Set(listed.toString('latin1').split('\0'));
}

function placeOf(folder: string, path: string): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`, 'utf8'), Buffer.from(path, 'latin1')]);
}

/** What a disk says to names that it cannot hold: too long, twice, a file and a folder of one name, bytes that are no name to it. */
const impossible = new Set(['EEXIST', 'EILSEQ', 'EINVAL', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'ENOTDIR']);

async function isPlaced(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (impossible.has(codeOf(error))) return false;
    throw error;
  }
}

/** Gives a file of the working tree a second name; on another disk, or where that is forbidden, a copy. */
async function putThere(workspace: string, target: string, path: string): Promise<'there' | 'gone' | 'impossible'> {
  const [from, to] = [placeOf(workspace, path), placeOf(target, path)];
  try {
    return (await isPlaced(() => link(from, to).catch((error: unknown) => copyInstead(error, from, to)))) ? 'there' : 'impossible';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'gone';
    throw error;
  }
}

async function copyInstead(error: unknown, from: Buffer, to: Buffer): Promise<void> {
  if (!['EXDEV', 'EPERM', 'EACCES', 'EMLINK', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(error))) throw error;
  if ((await lstat(from)).isSymbolicLink()) await symlink(await readlink(from, 'buffer'), to);
  else await copyFile(from, to, constants.COPYFILE_EXCL);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

async function standIn(path: Buffer, size: number): Promise<void> {
  await writeFile(path, '', { flag: 'wx' });
  await truncate(path, size);
}

/** @returns how many the disk cannot hold */
async function writeBlobs(workspace: string, target: string, files: readonly TreeFile[]): Promise<number> {
  let batch: TreeFile[] = [];
  let bytes = 0;
  let leftOut = 0;
  for (const [index, file] of files.entries()) {
    batch.push(file);
    bytes += file.size;
    if (bytes < batchBytes && index < files.length - 1) continue;
    const contents = await readBlobs(workspace, new Set(batch.map(({ blob }) => blob)));
    for (const { path, blob, isLink } of batch) {
      const content = contents.get(blob);
      if (content === undefined) throw missingObjects();
      const to = placeOf(target, path);
      const isThere = isLink
        ? !content.includes(0) && (await isPlaced(() => symlink(content, to)))
        : await isPlaced(() => writeFile(to, content, { flag: 'wx' }));
      if (!isThere) leftOut += 1;
    }
    batch = [];
    bytes = 0;
  }
  return leftOut;
}
