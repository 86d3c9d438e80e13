import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { runGit } from '#git/run-git.ts';

/**
 * Why what lies in a folder for caches may not be what Priors put there: a commit can hold such a folder, with pages that nobody wrote, or links by
 * which files elsewhere would be written and removed. Null where the folder is not there, or may be used.
 *
 * What git does not know is taken for the user's own, also where it came in an archive: only links in the folder itself are refused then.
 */
export async function readBroughtCache(cacheDir: string): Promise<string | null> {
  for (let place = cacheDir; place !== dirname(place); place = dirname(place))
    if ((await isLink(place)) && (await isTracked(dirname(place), `:(literal)${basename(place)}`)))
      return `"${place}" is a link that is in git`;
  const inside = await readdir(cacheDir, { withFileTypes: true }).catch(() => []);
  const link = inside.find((entry) => entry.isSymbolicLink());
  if (link !== undefined) return `"${join(cacheDir, link.name)}" is a link`;
  return inside.length > 0 && (await isTracked(cacheDir, '.')) ? `git has files of "${cacheDir}"` : null;
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

/** Asked from the folder itself, so that it is the repository that the folder truly lies in that answers, wherever links led. */
async function isTracked(folder: string, pathspec: string): Promise<boolean> {
  // Git fails where there is no repository.
  return (await runGit(folder, ['ls-files', '-z', '--', pathspec]).catch(() => '')) !== '';
}
