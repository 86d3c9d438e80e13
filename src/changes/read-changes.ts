import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareFiles } from '#git/compare-files.ts';
import { GitFailure } from '#git/git-failure.ts';
import { runGit } from '#git/run-git.ts';
import type { Changes, FileChange } from './policy/policy-problems.ts';

/** What is compared: the working tree with where a branch began, or what is staged with the last commit. */
export type Comparison = { readonly with: 'base'; readonly ref: string } | { readonly with: 'staged' };

/** A comparison that git cannot make, and what to do about it. */
export class UnknownBase extends Error {
  override readonly name = 'UnknownBase';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** Branches that are main wherever they are. */
const mainBranches = new Set(['main', 'master']);

/**
 * What changed of some files of a workspace.
 *
 * @param base the commit that is compared with: `findBase`
 * @param governs which files are asked for: only those are read
 */
export async function readChanges(
  root: string,
  comparison: Comparison,
  base: string,
  governs: (path: string) => boolean,
): Promise<Changes> {
  const isStaged = comparison.with === 'staged';
  const listed = await compareFiles(root, ['--raw', '--no-abbrev', '--no-renames', ...(isStaged ? ['--cached'] : []), base]);
  const files: FileChange[] = [];
  for (const { status, path, was, is } of [...statuses(listed), ...(isStaged ? [] : await newFiles(root))]) {
    if (!governs(path)) continue;
    const before = status === 'A' ? null : (was ?? (await runGit(root, ['show', '--no-textconv', `${base}:./${path}`])));
    const staged = async (): Promise<string> => is ?? (await runGit(root, ['show', '--no-textconv', `:./${path}`]));
    const after = status === 'D' ? null : isStaged ? await staged() : await textAt(root, path);
    files.push({ path, before, after });
  }
  return { files, isOnMain: await isOnMain(root, comparison) };
}

/**
 * The files that were renamed or moved since a commit, by the path before: the path now. Files that git does not know yet are not among them.
 *
 * @throws where git fails
 */
export async function readRenames(root: string, base: string): Promise<ReadonlyMap<string, string>> {
  const listed = await compareFiles(root, ['--name-status', '--find-renames', '--diff-filter=R', base]);
  const parts = listed.split('\0').map((part) => part.normalize('NFC'));
  const renames = new Map<string, string>();
  // `R100\0old\0new\0`
  for (let index = 0; index + 2 < parts.length; index += 3) renames.set(parts[index + 1] ?? '', parts[index + 2] ?? '');
  return renames;
}

/** Whether the working tree of a folder is what HEAD has. */
export async function isAllCommitted(root: string): Promise<boolean> {
  const [changed, fresh] = await Promise.all([compareFiles(root, ['--name-only', 'HEAD']), newFiles(root)]);
  return changed === '' && fresh.length === 0;
}

/**
 * The text that a file had at a commit; null where it was not there.
 *
 * @throws where git fails
 */
export async function textBefore(root: string, commit: string, path: string): Promise<string | null> {
  return runGit(root, ['show', '--no-textconv', `${commit}:./${path}`]).catch((error: unknown) => {
    // Whatever else git fails with does not mean that there was none.
    if (error instanceof GitFailure && /does not exist in|exists on disk, but not in/.test(error.stderr)) return null;
    throw error;
  });
}

/**
 * The commit that a comparison starts from.
 *
 * @throws {UnknownBase} where there is no such folder, outside git, where the ref is not known, or where it and HEAD have no commit in common
 */
export async function findBase(root: string, comparison: Comparison): Promise<string> {
  const isFolder = await stat(root).then(
    (status) => status.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new UnknownBase(`There is no folder "${root}" to read`, 'Name the folder of your research with --workspace DIR.');
  await runGit(root, ['rev-parse', '--git-dir']).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      throw new UnknownBase('What changed is read with git, which is not installed here', 'Install git.');
    throw new UnknownBase(
      'The workspace lies in no git repository',
      'Only in a repository can it be compared with an earlier state: name another workspace with --workspace DIR.',
    );
  });
  if ((await commitAt(root, 'HEAD')) === null)
    throw new UnknownBase('The branch has no commit yet', 'Make its first commit: until then there is nothing to compare with.');
  const ref = comparison.with === 'staged' ? 'HEAD' : comparison.ref;
  const commit = await commitAt(root, ref);
  if (commit === null)
    throw new UnknownBase(
      `git knows no commit "${ref}"`,
      'Name a branch, a tag or a commit, such as origin/main; fetch it first where it is not here yet.',
    );
  if (comparison.with === 'staged') return commit;
  const common = await runGit(root, ['merge-base', commit, 'HEAD']).catch(async () => {
    throw new UnknownBase(`"${ref}" and HEAD have no commit in common`, await hintForUnrelated(root));
  });
  return common.trim();
}

/** In a shallow clone the common commit may only be missing; else there is none. */
async function hintForUnrelated(root: string): Promise<string> {
  const isShallow = (await runGit(root, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  return isShallow
    ? 'Fetch the whole history: git fetch --unshallow; in a workflow, check out with "fetch-depth: 0".'
    : 'Their histories began apart: name a branch, a tag or a commit that this one came from.';
}

async function commitAt(root: string, ref: string): Promise<string | null> {
  // Git would take it for an option.
  if (ref.startsWith('-')) return null;
  return runGit(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]).then(
    (commit) => commit.trim(),
    () => null,
  );
}

async function isOnMain(root: string, comparison: Comparison): Promise<boolean> {
  const branch = (await runGit(root, ['symbolic-ref', '--short', '--quiet', 'HEAD']).catch(() => '')).trim();
  if (branch === '') return false;
  return (
    mainBranches.has(branch) ||
    (comparison.with === 'base' && comparison.ref.replace(/^(?:refs\/(?:heads|remotes)\/)?(?:origin\/)?/, '') === branch)
  );
}

/** What git says of a file that differs; of a submodule, which has no text, what stands for it. */
interface Difference {
  readonly status: string;
  readonly path: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** Files that git was not told of yet, and that are no less new for that. */
async function newFiles(root: string): Promise<Difference[]> {
  const listed = await runGit(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
  return listed.split('\0').flatMap((path) => (path === '' ? [] : [{ status: 'A', path, was: null, is: null }]));
}

/** `:100644 100644 <object> <object> M\0a\0`. */
function statuses(listed: string): Difference[] {
  const parts = listed.split('\0');
  const found: Difference[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [modeBefore, mode, before = '', after = '', status = ''] = (parts[index] ?? '').slice(1).split(' ');
    const textOf = (object: string, of?: string): string | null => (of === '160000' ? `Subproject commit ${object}\n` : null);
    found.push({ status, path: parts[index + 1] ?? '', was: textOf(before, modeBefore), is: textOf(after, mode) });
  }
  return found;
}

/** Null where it is gone, or is no file any more. */
async function textAt(root: string, path: string): Promise<string | null> {
  return readFile(join(root, path), 'utf8').catch(() => null);
}
