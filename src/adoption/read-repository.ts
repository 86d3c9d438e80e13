import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareFiles } from '#git/compare-files.ts';
import { runGit } from '#git/run-git.ts';
import { packedFile, pagesBranch, type PackageState, type Repository } from './repository.ts';

/** Reads the repository around a folder with git. Null where there is none, no such folder, or no git. */
export async function readRepository(folder: string): Promise<Repository | null> {
  const [root, prefix] = await Promise.all([
    answer(folder, ['rev-parse', '--show-toplevel']),
    answer(folder, ['rev-parse', '--show-prefix']),
  ]);
  if (root === null || root === '') return null;
  const tarball = packedFile(await readPackageState(root));
  const [head, shallow, branch, remote, pages, ignored] = await Promise.all([
    answer(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']),
    answer(folder, ['rev-parse', '--is-shallow-repository']),
    answer(folder, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
    // As written: `remote get-url` would apply rewrites of this machine.
    answer(folder, ['config', '--get', 'remote.origin.url']),
    answer(folder, ['rev-parse', '--verify', '--quiet', `refs/remotes/origin/${pagesBranch}`]),
    answer(root, ['check-ignore', '--', 'node_modules/', 'dist/', ...(tarball === null ? [] : [tarball])]),
  ]);
  return {
    root,
    folder: (prefix ?? '').replace(/\/$/, ''),
    hasCommit: head !== null,
    isShallow: shallow === 'true',
    branch,
    remote: remote === '' ? null : remote,
    hasPagesBranch: pages !== null,
    ignored: new Set((ignored ?? '').split('\n').filter((path) => path !== '')),
  };
}

/** What git prints, without the last line's end; null where it says no by its exit code, or is not there. */
async function answer(folder: string, parameters: readonly string[]): Promise<string | null> {
  try {
    return (await runGit(folder, parameters)).replace(/\r?\n$/, '');
  } catch {
    return null;
  }
}

/** Whether git has files of a repository as they are, those that are not there apart. */
export async function readIsCommitted(root: string, paths: readonly string[]): Promise<boolean> {
  // Not `git status`, which would run the filters that the configuration names.
  const literally = paths.map((path) => `:(literal)${path}`);
  const [changed, unknown] = await Promise.all([
    compareFiles(root, ['--name-only', 'HEAD']).catch(() => null),
    answer(root, ['ls-files', '-z', '--others', '--', ...literally]),
  ]);
  const asked = new Set(paths);
  return changed !== null && unknown === '' && !changed.split('\0').some((path) => asked.has(path));
}

/**
 * Of the paths of a folder, those that git does not have: a checkout elsewhere lacks them. Empty outside git.
 *
 * @param paths relative to the folder, with `/`, NFC
 */
export async function readUntracked(folder: string, paths: readonly string[]): Promise<string[]> {
  const listed = await answer(folder, ['ls-files', '-z', '--cached']);
  if (listed === null) return [];
  const tracked = new Set(listed.split('\0').map((path) => path.normalize('NFC')));
  return paths.filter((path) => !tracked.has(path));
}

/** `git version 2.39.5` → `2.39.5`; null where git is not there. */
export async function readGitVersion(folder: string): Promise<string | null> {
  return /\d+(?:\.\d+)+/.exec((await answer(folder, ['--version'])) ?? '')?.[0] ?? null;
}

/** Those of other package managers than npm. */
const otherLockfiles = ['yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'];

/** Reads `package.json` and the lockfile of a folder. What cannot be understood is said, never thrown. */
export async function readPackageState(folder: string): Promise<PackageState> {
  const isThere = async (name: string): Promise<boolean> =>
    stat(join(folder, name)).then(
      (found) => found.isFile(),
      () => false,
    );
  const [hasLockfile, ...others] = await Promise.all(['package-lock.json', ...otherLockfiles].map(isThere));
  const locked = {
    hasLockfile: hasLockfile === true,
    otherLockfile: hasLockfile === true ? null : (otherLockfiles[others.indexOf(true)] ?? null),
  };
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch((cause: unknown) =>
    cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' ? null : '',
  );
  if (text === null) return { manifest: 'absent', priors: null, ...locked, isPriors: false };
  try {
    const manifest: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return { manifest: 'there', priors: dependencyOf(manifest), ...locked, isPriors: member(manifest, 'name') === 'priors' };
  } catch {
    return { manifest: 'unreadable', priors: null, ...locked, isPriors: false };
  }
}

function dependencyOf(manifest: unknown): string | null {
  for (const key of ['devDependencies', 'dependencies', 'optionalDependencies']) {
    const version = member(member(manifest, key), 'priors');
    if (typeof version === 'string') return version;
  }
  return null;
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(key) : undefined;
}
