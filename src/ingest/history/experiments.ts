import type { ExperimentBranch, ExperimentCommit, History } from '#schemas/history.ts';
import type { LoggedCommit } from './parse-log.ts';

/** A branch as git lists it. */
export interface Ref {
  /** `refs/heads/main`. */
  readonly name: string;
  readonly head: string;
}

/** What a subject says that belongs to an experiment (seed `research-program.md`, "SUBMIT"): `exp(rotary): …`. */
const subjectPattern = /^exp\(\s*([^()\s][^()]{0,199}?)\s*\)!?:/i;
/** What git and the forges write when a branch is merged: `Merge branch 'exp/rotary'`, `Merge pull request #12 from lab/exp/rotary`. */
const mergePattern =
  /^Merge (?:(?:remote-tracking )?branch '(?:[^'/]{1,100}\/)?|pull request #\d+ from [^\s/]{1,100}\/)exp\/([^'\s]{1,200})/;
const branchPattern = /^refs\/(?:heads|remotes\/[^/]+)\/exp\/(.+)$/;

type Commits = ReadonlyMap<string, LoggedCommit>;

/**
 * The branches and commits of experiments (formats.md, "git").
 *
 * A commit belongs to the slug that its subject names; else to the branch `exp/<slug>` that a merge into the main branch brought it from; else to the
 * branch `exp/<slug>` that has it and no branch of another sort has. Where one such branch stands on another, each has the commits up to the other's
 * head. Pure; each commit is looked at once for the main branch, once for the others and once for each branch that has it and main has not.
 *
 * @param commits newest first
 * @param main empty where nobody says which branch is the main one: then nothing is known to be merged
 * @param worktrees names of the branches that are checked out: `refs/heads/exp/rotary`
 */
export function experimentsIn(
  commits: readonly LoggedCommit[],
  refs: readonly Ref[],
  main: readonly Ref[],
  worktrees: ReadonlySet<string>,
): Pick<History, 'branches' | 'commits'> {
  const byHash = new Map(commits.map((commit) => [commit.hash, commit]));
  const slugs = new Map<string, Pick<ExperimentCommit, 'slug' | 'by'>>();
  for (const { hash, subject } of commits) {
    const slug = subjectPattern.exec(subject)?.[1];
    if (slug !== undefined) slugs.set(hash, { slug, by: 'subject' });
  }
  const claim = (slug: string, hash: string): void => {
    if (!slugs.has(hash)) slugs.set(hash, { slug, by: 'branch' });
  };
  const onMain = new Set<string>();
  const merged = new Set<string>();
  for (const { head } of main) walkMain(head, byHash, onMain, (slug, hash) => {
    merged.add(slug);
    claim(slug, hash);
  }); // prettier-ignore

  const elsewhere = new Set(onMain);
  for (const { name, head } of refs) if (!branchPattern.test(name)) visit([head], byHash, elsewhere, () => undefined);
  const position = new Map(commits.map(({ hash }, index) => [hash, index]));
  const heads = refs
    .flatMap(({ name, head }) => {
      const slug = branchPattern.exec(name)?.[1];
      return slug === undefined || !byHash.has(head) ? [] : [{ slug, name, head }];
    })
    // The older head first: what it stands on is its own before it is another's.
    .toSorted((a, b) => (position.get(b.head) ?? 0) - (position.get(a.head) ?? 0) || (a.name < b.name ? -1 : 1));
  for (const { slug, head } of heads) visit([head], byHash, elsewhere, (hash) => claim(slug, hash));

  const found = commits.flatMap(({ hash, subject, date, parents, revisions }): ExperimentCommit[] => {
    const slug = slugs.get(hash);
    return slug === undefined || parents.length > 1
      ? []
      : [{ hash, ...slug, subject, date, isOnMain: onMain.has(hash), isInWorkspace: revisions.some(({ path }) => !path.startsWith('/')) }];
  });
  const isKnown = main.length > 0;
  return { branches: branchesOf(heads, byHash, found, (hash) => (isKnown ? onMain.has(hash) : null), merged, worktrees), commits: found };
}

/** Marks what the main branch has, from its beginning on, and tells of each commit that a merge brought from an experiment's branch. */
function walkMain(head: string, byHash: Commits, onMain: Set<string>, fromBranch: (slug: string, hash: string) => void): void {
  const line: LoggedCommit[] = [];
  for (let commit = byHash.get(head); commit !== undefined && !onMain.has(commit.hash); commit = byHash.get(commit.parents[0] ?? ''))
    line.push(commit);
  for (const { hash, subject, parents } of line.toReversed()) {
    const slug = parents.length > 1 ? mergePattern.exec(subject)?.[1] : undefined;
    visit(parents.slice(1), byHash, onMain, (other) => {
      if (slug !== undefined) fromBranch(slug, other);
    });
    visit([hash], byHash, onMain, () => undefined);
  }
}

/** Tells of these commits and all before them that were not visited, and marks them. */
function visit(from: readonly string[], byHash: Commits, visited: Set<string>, tell: (hash: string) => void): void {
  const open = [...from];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    const commit = byHash.get(hash);
    if (commit === undefined || visited.has(hash)) continue;
    visited.add(hash);
    tell(hash);
    open.push(...commit.parents);
  }
}

function branchesOf(
  heads: readonly (Ref & { readonly slug: string })[],
  byHash: Commits,
  commits: readonly ExperimentCommit[],
  isOnMain: (hash: string) => boolean | null,
  merged: ReadonlySet<string>,
  worktrees: ReadonlySet<string>,
): ExperimentBranch[] {
  const own = Map.groupBy(commits, ({ slug }) => slug);
  // Of a branch that is here and at a remote, the one that is here.
  const bySlug = Map.groupBy(
    heads.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ({ slug }) => slug,
  );
  return Array.from(bySlug, ([slug, [first, ...others]]): ExperimentBranch[] => {
    if (first === undefined) return [];
    const isThere = isOnMain(first.head);
    const hasOwn = merged.has(slug) || (own.get(slug) ?? []).some((commit) => commit.isOnMain);
    return [
      {
        slug,
        name: `exp/${slug}`,
        head: first.head,
        date: byHash.get(first.head)?.date ?? '',
        isMerged: isThere === false ? false : isThere === true && hasOwn ? true : null,
        isInWorktree: [first, ...others].some(({ name }) => worktrees.has(name)),
      },
    ];
  }).flat();
}

/** These commits and all before them. */
export function reachableFrom(head: string, commits: readonly LoggedCommit[]): ReadonlySet<string> {
  const found = new Set<string>();
  visit([head], new Map(commits.map((commit) => [commit.hash, commit])), found, () => undefined);
  return found;
}

/**
 * The branch that counts as main, here and at the remote: what the remote says, else `main` or `master`, else the only branch that is no experiment's.
 * What either has, main has: the one here may be behind. Empty where nobody can tell.
 */
export function mainOf(refs: readonly Ref[], remoteHead: string | null): Ref[] {
  const named = (branch: string): Ref[] =>
    refs.filter(({ name }) => name === `refs/heads/${branch}` || name === `refs/remotes/origin/${branch}`);
  const stated = remoteHead === null ? [] : named(remoteHead.replace(/^refs\/remotes\/[^/]+\//, ''));
  const others = new Set(refs.filter(({ name }) => !branchPattern.test(name)).map(({ name }) => shortBranch(name)));
  const [only, ...more] = others;
  return (
    [stated, named('main'), named('master'), only === undefined || more.length > 0 ? [] : named(only)].find(({ length }) => length > 0) ??
    []
  );
}

/** Whether a branch is called `exp/<slug>`, here or at a remote. */
export function isExperimentBranch({ name }: Ref): boolean {
  return branchPattern.test(name);
}

/** `main` for `refs/heads/main` and `refs/remotes/origin/main`. */
export function shortBranch(name: string): string {
  return name.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '');
}
