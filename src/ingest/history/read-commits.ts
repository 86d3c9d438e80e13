import { runGit } from '#git/run-git.ts';
import { versionsOf } from './appearances.ts';
import { logParameters, movedParameters, parseLog, type LoggedCommit } from './parse-log.ts';

/** Commits beyond these many are not read: then the history counts as cut. */
export const mostCommits = 50_000;

/**
 * The commits of a repository, newest first, with what they changed in a workspace. Where one of its files came from a folder outside it, as all do when
 * a workspace moves, also with what they changed elsewhere: a second log, which costs several times as much, so that nobody else pays for it. Where
 * that is too long to be read, the file is known not to begin with the commit that brought it (`isNew`), and no more.
 *
 * @param folder the workspace
 * @param paths the files that are followed
 * @returns null outside git, before the first commit, and where git cannot be run
 */
export async function readCommits(folder: string, paths: Iterable<string>): Promise<LoggedCommit[] | null> {
  const [log, prefix, root] = await Promise.all([readLog(folder), place(folder, '--show-prefix'), place(folder, '--show-toplevel')]);
  if (log === null) return null;
  const commits = parseLog(log);
  // At the root of its repository a workspace has no outside; a repository without a working tree has no place for one.
  if (prefix === null || prefix === '' || root === null) return commits;
  const firsts = [...versionsOf(commits, paths, false).values()].flatMap(([first]) => (first?.isNew === true ? [first] : []));
  const moved = await readMoved(root, prefix, new Set(firsts.map(({ appearance }) => appearance.commit)));
  if (moved === null) return null;
  if (!firsts.some(({ path, appearance }) => moved.get(appearance.commit)?.has(path) === true)) return commits;
  const whole = await readLog(root);
  return whole === null ? withoutBeginnings(commits, moved) : parseLog(whole, prefix);
}

/** The log as seen from a folder; null where there is none. */
async function readLog(folder: string): Promise<string | null> {
  return printed(folder, [...logParameters, `--max-count=${mostCommits}`]);
}

/** By commit: the files of the workspace that were outside it before, by where they were. Null where git does not tell. */
async function readMoved(
  root: string,
  prefix: string,
  commits: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>> | null> {
  if (commits.size === 0) return new Map();
  const log = await printed(root, movedParameters, `${[...commits].join('\n')}\n`);
  if (log === null) return null;
  return new Map(
    parseLog(log, prefix).map(({ hash, revisions }) => [
      hash,
      new Map(revisions.flatMap(({ path, from }) => (from?.startsWith('/') === true ? [[path, from] as const] : []))),
    ]),
  );
}

/** A clone without the texts of its files cannot tell which of them are alike: it is asked once more for those that were renamed and stayed as they were. */
async function printed(folder: string, parameters: readonly string[], input = ''): Promise<string | null> {
  return runGit(folder, parameters, input)
    .catch(() => runGit(folder, [...parameters, '-M100%'], input))
    .catch(() => null);
}

function withoutBeginnings(commits: readonly LoggedCommit[], moved: ReadonlyMap<string, ReadonlyMap<string, string>>): LoggedCommit[] {
  return commits.map((commit) => ({
    ...commit,
    revisions: commit.revisions.map((revision) =>
      moved.get(commit.hash)?.has(revision.path) === true ? { ...revision, isNew: false } : revision,
    ),
  }));
}

/** What git says of where a folder lies; its names may hold line ends. */
async function place(folder: string, what: string): Promise<string | null> {
  return runGit(folder, ['rev-parse', what]).then(
    (answer) => answer.replace(/\r?\n$/, ''),
    () => null,
  );
}
