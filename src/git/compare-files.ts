import { emptyVariable, runGit, runGitForBytes } from './run-git.ts';

/**
 * Runs `git diff` on the files of a folder and gives what it prints, its parts ended by NUL and paths relative to the folder. To compare a file of the working
 * tree git would run the filters that the repository's configuration names; none is run, so that a file which is stored otherwise than it lies
 * there (Git LFS) counts as changed.
 *
 * @param parameters what to print, and what to compare with
 * @throws where git fails
 */
export async function compareFiles(folder: string, parameters: readonly string[]): Promise<string> {
  return (await compareFilesForBytes(folder, parameters)).toString('utf8');
}

/** As `compareFiles`, for names that are no UTF-8. */
export async function compareFilesForBytes(folder: string, parameters: readonly string[]): Promise<Buffer> {
  const off = (await filterNames(folder)).flatMap((name) =>
    // With `-c`, a name that holds `=` would end there.
    ['clean', 'process', 'required'].map((setting) => `--config-env=${name}.${setting}=${emptyVariable}`),
  );
  // In a submodule git would look for changes itself, with what its own configuration names. Whether it stands at another commit is still seen.
  const plain = ['--no-ext-diff', '--no-textconv', '--ignore-submodules=dirty'];
  return runGitForBytes(folder, [...off, 'diff', '-z', ...plain, '--relative', ...parameters, '--', '.']);
}

/** `filter.lfs`; a name may hold anything but a line end. */
async function filterNames(folder: string): Promise<string[]> {
  // Git fails where there is none.
  const listed = await runGit(folder, ['config', '--name-only', '-z', '--get-regexp', '^filter\\.']).catch(() => '');
  const names = listed.split('\0').map((key) => key.slice(0, key.lastIndexOf('.')));
  return [...new Set(names)].filter((name) => name !== '');
}
