import { runGit } from './run-git.ts';

/**
 * Runs `git diff` on the files of a folder and gives what it prints, its parts ended by NUL and paths relative to the folder. To compare a file of the working
 * tree git would run the filters that the repository's configuration names; none is run, so that a file which is stored otherwise than it lies
 * there (Git LFS) counts as changed.
 *
 * @param parameters what to print, and what to compare with
 * @throws where git fails
 */
export async function compareFiles(folder: string, parameters: readonly string[]): Promise<string> {
  const filters = await filterNames(folder);
  const off = filters.flatMap((name) =>
    [`${name}.clean=`, `${name}.process=`, `${name}.required=false`].flatMap((setting) => ['-c', setting]),
  );
  return runGit(folder, [...off, 'diff', '-z', '--no-ext-diff', '--no-textconv', '--relative', ...parameters, '--', '.']);
}

/** `filter.lfs`; a name may hold anything but a line end. */
async function filterNames(folder: string): Promise<string[]> {
  // Git fails where there is none.
  const listed = await runGit(folder, ['config', '--name-only', '-z', '--get-regexp', '^filter\\.']).catch(() => '');
  const names = listed.split('\0').map((key) => key.slice(0, key.lastIndexOf('.')));
  return [...new Set(names)].filter((name) => name !== '' && !name.includes('='));
}
