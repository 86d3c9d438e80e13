import { readBlobs } from '#git/read-blobs.ts';
import { runGit } from '#git/run-git.ts';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';
import type { Appearance, History, Prediction, TableGrowth } from '#schemas/history.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { maskCredentials } from '#ingest/credentials/mask-credentials.ts';
import { versionsOf, type Version } from './appearances.ts';
import { earlierNames, factsOf } from './file-facts.ts';
import { experimentsIn, isExperimentBranch, mainOf, reachableFrom, shortBranch, type Ref } from './experiments.ts';
import type { LoggedCommit } from './parse-log.ts';
import { mostCommits, readCommits } from './read-commits.ts';

/** All versions of a table together: of more bytes nobody asks when its rows came. */
const mostTableBytes = 64 * 1024 * 1024;

/**
 * What git tells of a workspace, in one pass over its log (two for one that moved: `readCommits`): the branches and commits of experiments, what each idea expected when it first said so,
 * when reports and rows first were there, and of each file since when it is there, who changed it and what it was called before (formats.md, "git";
 * `statistics.md`, "Expected and observed").
 *
 * @param folder the workspace
 * @param at the commit of an earlier state: HEAD is taken to be there, and what came on the way from it to HEAD is left out
 * @returns null outside git, before the first commit, and where git cannot be run. Never throws
 */
export async function readHistory(
  folder: string,
  { entries, tables, files }: Pick<WorkspaceContent, 'entries' | 'tables' | 'files'>,
  at: string | null = null,
): Promise<History | null> {
  const asked = async (...parameters: readonly string[]): Promise<string> => runGit(folder, parameters).catch(() => '');
  const paths = new Set([...files, ...tables].map(({ path }) => path));
  const [logged, refs, isShallow, remoteHead, worktrees, head] = await Promise.all([
    readCommits(folder, paths),
    asked('for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads', 'refs/remotes'),
    asked('rev-parse', '--is-shallow-repository'),
    asked('symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD'),
    asked('worktree', 'list', '--porcelain'),
    asked('rev-parse', 'HEAD'),
  ]);
  if (logged === null) return null;
  const isCut = isShallow.trim() === 'true' || logged.length >= mostCommits;
  const { commits, branches, headAt } = stateAt(at, head.trim(), logged, refsIn(refs));
  const main = mainOf(branches, remoteHead.trim() === '' ? null : remoteHead.trim());
  const checkedOut = new Set(Array.from(worktrees.matchAll(/^branch (\S+)$/gm), ([, name = '']) => name));
  const versions = versionsOf(commits, paths, isCut);
  const onHead = reachableFrom(headAt, commits);
  const here = versionsOf(
    commits.filter(({ hash }) => onHead.has(hash)),
    paths,
    isCut,
  );
  const pathsOf = (kind: string): string[] => entries.filter((entry) => entry.kind === kind).map(({ path }) => path);
  const predictions = await readPredictions(folder, pathsOf('idea'), versions).catch(() => null);
  const experiments = experimentsIn(commits, branches, main, checkedOut);
  return {
    isCut,
    isShallow: isShallow.trim() === 'true',
    mainBranch: main[0] === undefined ? null : shortBranch(main[0].name),
    branches: experiments.branches,
    commits: experiments.commits.map((commit) => ({ ...commit, subject: maskCredentials('', commit.subject).text })),
    predictions,
    reports: Object.fromEntries(pathsOf('report').flatMap((path) => firstOf(path, versions))),
    tables: predictions === null || Object.keys(predictions).length === 0 ? {} : await readTables(folder, tables, versions),
    files: Object.fromEntries(Array.from(here, ([path, states]) => [path, factsOf(states)] as const).flatMap(known)),
    renames: Object.fromEntries(
      Array.from(here, ([path, states]) => [path, earlierNames(path, states)] as const).filter(([, { length }]) => length > 0),
    ),
  };
}

/**
 * What was known when HEAD stood at an earlier commit: all but the commits that came since. A branch that ends in one of them was not there yet, if it is an
 * experiment's; any other ended at that commit.
 */
function stateAt(
  at: string | null,
  head: string,
  commits: readonly LoggedCommit[],
  branches: readonly Ref[],
): { readonly commits: readonly LoggedCommit[]; readonly branches: readonly Ref[]; readonly headAt: string } {
  if (at === null) return { commits, branches, headAt: head };
  const [before, now] = [reachableFrom(at, commits), reachableFrom(head, commits)];
  const isKnown = (hash: string): boolean => before.has(hash) || !now.has(hash);
  return {
    commits: commits.filter(({ hash }) => isKnown(hash)),
    branches: branches.flatMap((ref) => (isKnown(ref.head) ? [ref] : isExperimentBranch(ref) ? [] : [{ ...ref, head: at }])),
    headAt: at,
  };
}

function refsIn(listed: string): Ref[] {
  return listed.split('\n').flatMap((line) => {
    const [name = '', head = ''] = line.split(' ');
    return name === '' ? [] : [{ name, head }];
  });
}

function firstOf(path: string, versions: ReadonlyMap<string, readonly Version[]>): (readonly [string, Appearance])[] {
  const first = versions.get(path)?.[0];
  return first === undefined ? [] : [[path, first.appearance]];
}

function known<Value>([path, value]: readonly [string, Value | null]): (readonly [string, Value])[] {
  return value === null ? [] : [[path, value]];
}

/** The first version of each idea that states an expectation, as it was then. */
async function readPredictions(
  folder: string,
  ideas: readonly string[],
  versions: ReadonlyMap<string, readonly Version[]>,
): Promise<Record<string, Prediction>> {
  const texts = await readBlobs(folder, new Set(ideas.flatMap((path) => (versions.get(path) ?? []).map(({ blob }) => blob))));
  const predictions: Record<string, Prediction> = {};
  for (const path of ideas) {
    for (const { blob, appearance } of versions.get(path) ?? []) {
      const { expected, metric } = readFrontmatter(path, texts.get(blob)?.toString('utf8') ?? '').data;
      if (typeof expected !== 'string' || expected.trim() === '') continue;
      predictions[path] = {
        ...appearance,
        expected: maskCredentials('', expected.trim()).text,
        metric: typeof metric === 'string' ? metric.trim() : null,
      };
      break;
    }
  }
  return predictions;
}

/** How long each table was, by the texts of its versions. */
async function readTables(
  folder: string,
  tables: WorkspaceContent['tables'],
  versions: ReadonlyMap<string, readonly Version[]>,
): Promise<History['tables']> {
  const grown: Record<string, TableGrowth> = {};
  for (const { path } of tables) {
    const states = versions.get(path) ?? [];
    const lines = await readLineCounts(folder, new Set(states.map(({ blob }) => blob))).catch(() => null);
    if (lines === null) continue;
    let longest = 0;
    grown[path] = states.flatMap(({ blob, appearance }) => {
      const count = lines.get(blob) ?? 0;
      if (count <= longest) return [];
      longest = count;
      return [{ lines: count, appearance }];
    });
  }
  return grown;
}

/** How many lines each object has; null where that is more to read than it is worth. */
async function readLineCounts(folder: string, blobs: ReadonlySet<string>): Promise<Map<string, number> | null> {
  const asked = `${[...blobs].join('\n')}\n`;
  if (blobs.size === 0) return new Map();
  const sizes = await runGit(folder, ['cat-file', '--batch-check=%(objectsize)'], asked);
  if (sizes.split('\n').reduce((sum, size) => sum + Number(size), 0) > mostTableBytes) return null;
  return new Map(Array.from(await readBlobs(folder, blobs), ([blob, text]) => [blob, text.toString('utf8').trimEnd().split('\n').length]));
}
