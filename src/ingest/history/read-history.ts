import { runGit, runGitForBytes } from '#git/run-git.ts';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';
import type { Appearance, History, Prediction } from '#schemas/history.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { appearanceOf, versionsOf, type Version } from './appearances.ts';
import { experimentsIn, mainOf, type Ref } from './experiments.ts';
import { logParameters, parseLog, type LoggedCommit } from './parse-log.ts';

/** Commits beyond these many are not read: then the history counts as cut. */
const mostCommits = 50_000;
/** Git asks for each line of a table where it came from: of longer tables that would take minutes. */
const longestTable = 5_000;

/**
 * What git tells of a workspace, in one pass over its log: the branches and commits of experiments, what each idea expected when it first said so,
 * and when reports and rows first were there (formats.md, "git"; `statistics.md`, "Expected and observed").
 *
 * @param folder the workspace
 * @returns null outside git, before the first commit, and where git cannot be run. Never throws
 */
export async function readHistory(
  folder: string,
  { entries, tables, files }: Pick<WorkspaceContent, 'entries' | 'tables' | 'files'>,
): Promise<History | null> {
  try {
    const [printed, refs, isShallow, remoteHead, worktrees, head] = await Promise.all([
      runGit(folder, [...logParameters, `--max-count=${mostCommits}`]),
      readRefs(folder),
      runGit(folder, ['rev-parse', '--is-shallow-repository']),
      runGit(folder, ['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']).catch(() => ''),
      runGit(folder, ['worktree', 'list', '--porcelain']).catch(() => ''),
      runGit(folder, ['rev-parse', 'HEAD']),
    ]);
    const commits = parseLog(printed);
    const isCut = isShallow.trim() === 'true' || commits.length >= mostCommits;
    const main = mainOf(refs, remoteHead.trim() === '' ? null : remoteHead.trim());
    const checkedOut = new Set(Array.from(worktrees.matchAll(/^branch (\S+)$/gm), ([, name = '']) => name));
    const versions = versionsOf(commits, new Set(files.map(({ path }) => path)), isCut);
    const pathsOf = (kind: string): string[] => entries.filter((entry) => entry.kind === kind).map(({ path }) => path);
    const predictions = await readPredictions(folder, pathsOf('idea'), versions);
    return {
      isCut,
      mainBranch: main?.name.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '') ?? null,
      ...experimentsIn(commits, refs, { branch: main?.name ?? null, head: main?.head ?? head.trim() }, checkedOut),
      predictions,
      reports: Object.fromEntries(pathsOf('report').flatMap((path) => firstOf(path, versions))),
      rows: Object.keys(predictions).length === 0 ? {} : await readRows(folder, tables, commits, isCut),
      lastChanges: Object.fromEntries(Array.from(versions, ([path, states]) => [path, states.at(-1)?.appearance] as const).flatMap(known)),
    };
  } catch {
    return null;
  }
}

async function readRefs(folder: string): Promise<Ref[]> {
  const listed = await runGit(folder, ['for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads', 'refs/remotes']);
  return listed.split('\n').flatMap((line) => {
    const [name = '', head = ''] = line.split(' ');
    return name === '' ? [] : [{ name, head }];
  });
}

function firstOf(path: string, versions: ReadonlyMap<string, readonly Version[]>): (readonly [string, Appearance])[] {
  const first = versions.get(path)?.[0];
  return first === undefined ? [] : [[path, first.appearance]];
}

function known<Value>([path, value]: readonly [string, Value | undefined]): (readonly [string, Value])[] {
  return value === undefined ? [] : [[path, value]];
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
      const { expected, metric } = readFrontmatter(path, texts.get(blob) ?? '').data;
      if (typeof expected !== 'string' || expected.trim() === '') continue;
      predictions[path] = { ...appearance, expected: expected.trim(), metric: typeof metric === 'string' ? metric.trim() : null };
      break;
    }
  }
  return predictions;
}

/** The texts of objects, in one call. */
async function readBlobs(folder: string, blobs: ReadonlySet<string>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (blobs.size === 0) return texts;
  const answer = await runGitForBytes(folder, ['cat-file', '--batch'], `${[...blobs].join('\n')}\n`);
  for (let start = 0; start < answer.length;) {
    const end = answer.indexOf('\n', start);
    const [, blob = '', size = ''] = /^([0-9a-f]+) blob (\d+)$/.exec(answer.toString('latin1', start, end)) ?? [];
    start = end + 1;
    if (blob === '') continue;
    texts.set(blob, answer.toString('utf8', start, start + Number(size)));
    start += Number(size) + 1;
  }
  return texts;
}

/** The commit of each line of each table. */
async function readRows(
  folder: string,
  tables: WorkspaceContent['tables'],
  commits: readonly LoggedCommit[],
  isCut: boolean,
): Promise<History['rows']> {
  const appearances = new Map(commits.map((commit, index) => [commit.hash, appearanceOf(commit, commits.length - index, isCut)]));
  const rows: Record<string, Record<number, Appearance>> = {};
  for (const { path, rows: own } of tables) {
    if (own.length > longestTable) continue;
    const blamed = await runGit(folder, ['-c', 'blame.ignoreRevsFile=', 'blame', '--incremental', '--no-textconv', '--', path]).catch(
      () => '',
    );
    const lines: Record<number, Appearance> = {};
    for (const [, hash = '', first = '', count = ''] of blamed.matchAll(/^([0-9a-f]{40,64}) \d+ (\d+) (\d+)$/gm)) {
      const appearance = appearances.get(hash);
      if (appearance === undefined) continue;
      for (let line = Number(first); line < Number(first) + Number(count); line += 1) lines[line] = appearance;
    }
    rows[path] = lines;
  }
  return rows;
}
