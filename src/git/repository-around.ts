import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * The variables that make git work in the repository around a folder, as it would find it: the next `.git` that is one. Two things that git would
 * believe are left out: a folder that is built like a bare repository, which a commit can hold together with a configuration, and `core.worktree`,
 * by which a configuration says that the files lie elsewhere. Relative to the folder, as git names it in what it says. Empty where there is none; git then says so itself.
 */
export async function repositoryAround(folder: string): Promise<NodeJS.ProcessEnv> {
  const start = await realpath(folder).catch(() => folder);
  for (let place = start; ; place = dirname(place)) {
    const directory = join(place, '.git');
    if (await isRepository(directory)) return { GIT_DIR: relative(start, directory), GIT_WORK_TREE: relative(start, place) || '.' };
    if (place === dirname(place)) return {};
  }
}

/** What git asks of a folder before it takes it for one. A file leads to the repository of a linked worktree or a submodule. */
async function isRepository(directory: string): Promise<boolean> {
  const found = await stat(directory).catch(() => null);
  if (found?.isFile() === true) return (await readFile(directory, 'utf8').catch(() => '')).startsWith('gitdir: ');
  if (found?.isDirectory() !== true) return false;
  const parts = await Promise.all(['HEAD', 'objects', 'refs'].map((name) => stat(join(directory, name)).catch(() => null)));
  return parts.every((part) => part !== null);
}
