import { link, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compareFiles } from '#git/compare-files.ts';
import { readBlobs } from '#git/read-blobs.ts';
import { runGit } from '#git/run-git.ts';

/** A file of a commit. */
interface TreeFile {
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
 * @throws where git or the disk fails
 */
export async function readEarlierFiles(workspace: string, commit: string, target: string, untracked: readonly string[]): Promise<void> {
  const [files, changed] = await Promise.all([filesAt(workspace, commit), changedSince(workspace, commit)]);
  for (const folder of new Set([...files.map(({ path }) => path), ...untracked].map((path) => dirname(join(target, path)))))
    await mkdir(folder, { recursive: true });
  const fromGit: TreeFile[] = [];
  for (const file of files) {
    if (file.size > largestRead && !file.isLink) await standIn(join(target, file.path), file.size);
    else if (file.isLink || changed.has(file.path) || !(await isLinked(workspace, target, file.path))) fromGit.push(file);
  }
  for (const path of untracked) await isLinked(workspace, target, path);
  // Links last: until then nothing can be written through one.
  await writeBlobs(workspace, target, fromGit.filter(({ isLink }) => !isLink)); // prettier-ignore
  await writeBlobs(workspace, target, fromGit.filter(({ isLink }) => isLink)); // prettier-ignore
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
  const listed = await runGit(workspace, ['ls-tree', '-r', '-l', '-z', commit, '--', '.']);
  return listed.split('\0').flatMap((line): TreeFile[] => {
    const [, mode = '', blob = '', size = '', path = ''] = /^(\d{6}) blob ([0-9a-f]{40,64}) +(\d+)\t([^]+)$/.exec(line) ?? [];
    return isSafe(path) ? [{ path, blob, isLink: mode === '120000', size: Number(size) }] : [];
  });
}

/** A tree that was made by hand can hold names that lead elsewhere; git itself refuses to check them out. */
function isSafe(path: string): boolean {
  return path !== '' && !path.includes('\\') && path.split('/').every((name) => !['', '.', '..'].includes(name) && !/^\.git$/i.test(name));
}

/** What is not as it was at a commit, in the working tree. */
async function changedSince(workspace: string, commit: string): Promise<ReadonlySet<string>> {
  const listed = await compareFiles(workspace, ['--name-only', '--no-renames', commit]);
  return new Set(listed.split('\0'));
}

/** Whether a file of the working tree could be given a second name; not on another disk, and not a link. */
async function isLinked(workspace: string, target: string, path: string): Promise<boolean> {
  return link(join(workspace, path), join(target, path)).then(
    () => true,
    () => false,
  );
}

async function standIn(path: string, size: number): Promise<void> {
  await writeFile(path, '', { flag: 'wx' });
  await truncate(path, size);
}

async function writeBlobs(workspace: string, target: string, files: readonly TreeFile[]): Promise<void> {
  let batch: TreeFile[] = [];
  let bytes = 0;
  for (const [index, file] of files.entries()) {
    batch.push(file);
    bytes += file.size;
    if (bytes < batchBytes && index < files.length - 1) continue;
    const contents = await readBlobs(workspace, new Set(batch.map(({ blob }) => blob)));
    for (const { path, blob, isLink } of batch) {
      const content = contents.get(blob);
      if (content === undefined) throw new Error(`git did not give the text of ${path}`);
      if (isLink) await symlink(content.toString('utf8'), join(target, path));
      else await writeFile(join(target, path), content, { flag: 'wx' });
    }
    batch = [];
    bytes = 0;
  }
}
