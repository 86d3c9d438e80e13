import type { Appearance } from '#schemas/history.ts';
import type { LoggedCommit } from './parse-log.ts';

/** One state of a file's text, and the commit that brought it. */
export interface Version {
  readonly blob: string;
  /** What the file was called then. */
  readonly path: string;
  /** Whether the commit added the file. */
  readonly isNew: boolean;
  readonly author: string;
  readonly appearance: Appearance;
}

/** Makes the appearance of each commit. Where a history is cut, those of which a parent was not read are its edge. */
function appearancesOf(commits: readonly LoggedCommit[], isCut: boolean): (commit: LoggedCommit, index: number) => Appearance {
  const known = new Set(commits.map(({ hash }) => hash));
  return ({ hash, date, parents }, index) => ({
    commit: hash,
    date,
    order: commits.length - index,
    isEdge: isCut && (parents.length === 0 || parents.some((parent) => !known.has(parent))),
  });
}

/**
 * Every state that files had, oldest first, by the path that they have now: a file is followed through renames, as `git log --follow` does.
 *
 * @param commits newest first, children before parents
 * @param paths those of the files that are asked for
 */
export function versionsOf(commits: readonly LoggedCommit[], paths: Iterable<string>, isCut: boolean): Map<string, Version[]> {
  const appearanceOf = appearancesOf(commits, isCut);
  const versions = new Map<string, Version[]>();
  /** By the name that a file has at the commit that is looked at: the name it has now. */
  const nowAt = new Map<string, string>();
  for (const path of paths) nowAt.set(path, path);
  for (const [index, commit] of commits.entries()) {
    for (const { path, from, blob, isNew } of commit.revisions) {
      const now = nowAt.get(path);
      if (now === undefined || blob === null) continue;
      const version = { blob, path, isNew, author: commit.author, appearance: appearanceOf(commit, index) };
      const known = versions.get(now);
      if (known === undefined) versions.set(now, [version]);
      else known.push(version);
      if (from !== null) {
        nowAt.delete(path);
        nowAt.set(from, now);
      }
    }
  }
  for (const states of versions.values()) states.reverse();
  return versions;
}
