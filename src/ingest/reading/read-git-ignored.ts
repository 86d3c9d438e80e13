import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runGit } from '#git/run-git.ts';

/** What git ignores below a folder. */
export interface GitIgnored {
  /** Whether the folder lies in a repository. */
  readonly isInRepository: boolean;
  /** Files and whole folders (with `/` behind), relative to the folder, as the disk spells them. */
  readonly paths: ReadonlySet<string>;
  /** Why git could not be asked although there is a repository; null where all is well, or where there is none. */
  readonly failure: string | null;
}

/**
 * Asks git itself, with one call, which files it ignores: `.gitignore` at all levels, `.git/info/exclude` and the user's own list.
 * Never throws. Outside a repository nothing is ignored, and neither if the folder itself is: then somebody wants it read.
 */
export async function readGitIgnored(folder: string): Promise<GitIgnored> {
  if (!(await isInRepository(folder))) return { isInRepository: false, paths: new Set(), failure: null };
  try {
    const names = await runGit(folder, ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z']);
    const paths = names.split('\0').filter((path) => path !== '');
    return { isInRepository: true, paths: new Set(paths.includes('./') ? [] : paths), failure: null };
  } catch (error) {
    const failure = reasonOf(error);
    const isNone = failure.includes('not a git repository');
    return { isInRepository: !isNone, paths: new Set(), failure: isNone ? null : failure };
  }
}

/** Looked for without git, so that a machine without it is told from a folder without a repository. */
async function isInRepository(folder: string): Promise<boolean> {
  for (let place = folder; ; place = dirname(place)) {
    const isThere = await access(join(place, '.git')).then(
      () => true,
      () => false,
    );
    if (isThere) return true;
    if (place === dirname(place)) return false;
  }
}

/** What git says in its first line, without paths of this machine. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'git is not installed';
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const line = text.split('\n', 1)[0]?.replace(/^fatal: /, '') ?? '';
  return line === '' ? 'git failed' : `git says: ${line.replace(/'[^']*\/[^']*'/g, 'the folder')}`;
}
