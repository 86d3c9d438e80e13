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

/**
 * The branches and commits of experiments (formats.md, "git").
 *
 * A commit belongs to the slug that its subject names; else to the branch `exp/<slug>` that has it and the main branch has not; else to the branch
 * that a merge into the main branch brought it from. Pure, linear in commits for each branch.
 *
 * @param commits newest first
 * @param worktrees names of the branches that are checked out: `refs/heads/exp/rotary`
 */
export function experimentsIn(
  commits: readonly LoggedCommit[],
  refs: readonly Ref[],
  main: { readonly branch: string | null; readonly head: string },
  worktrees: ReadonlySet<string>,
): Pick<History, 'branches' | 'commits'> {
  const byHash = new Map(commits.map((commit) => [commit.hash, commit]));
  const onMain = reachable([main.head], byHash, () => false);
  const slugs = new Map<string, Pick<ExperimentCommit, 'slug' | 'by'>>();
  for (const { hash, subject } of commits) {
    const slug = subjectPattern.exec(subject)?.[1];
    if (slug !== undefined) slugs.set(hash, { slug, by: 'subject' });
  }
  const claim = (slug: string, from: readonly string[], isBeyond: (hash: string) => boolean): void => {
    for (const hash of reachable(from, byHash, isBeyond)) if (!slugs.has(hash)) slugs.set(hash, { slug, by: 'branch' });
  };

  const merged = new Set<string>();
  for (const { hash, subject, parents } of commits) {
    const slug = mergePattern.exec(subject)?.[1];
    const [first, ...others] = parents;
    if (slug === undefined || first === undefined || others.length === 0 || !onMain.has(hash)) continue;
    merged.add(slug);
    const before = reachable([first], byHash, () => false);
    claim(slug, others, (other) => before.has(other));
  }
  const heads = refs.flatMap(({ name, head }) => {
    const slug = branchPattern.exec(name)?.[1];
    return slug === undefined || !byHash.has(head) ? [] : [{ slug, name, head }];
  });
  for (const { slug, head } of heads) claim(slug, [head], (hash) => onMain.has(hash));

  const found = commits.flatMap(({ hash, subject, date, parents, revisions }): ExperimentCommit[] => {
    const slug = slugs.get(hash);
    return slug === undefined || parents.length > 1
      ? []
      : [{ hash, ...slug, subject, date, isOnMain: onMain.has(hash), isInWorkspace: revisions.length > 0 }];
  });
  return { branches: branchesOf(heads, byHash, found, onMain, merged, worktrees), commits: found };
}

function branchesOf(
  heads: readonly (Ref & { readonly slug: string })[],
  byHash: ReadonlyMap<string, LoggedCommit>,
  commits: readonly ExperimentCommit[],
  onMain: ReadonlySet<string>,
  merged: ReadonlySet<string>,
  worktrees: ReadonlySet<string>,
): ExperimentBranch[] {
  // Of a branch that is here and at a remote, the one that is here.
  const bySlug = Map.groupBy(
    heads.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ({ slug }) => slug,
  );
  return Array.from(bySlug, ([slug, [first, ...others]]): ExperimentBranch[] => {
    if (first === undefined) return [];
    const own = commits.filter((commit) => commit.slug === slug);
    return [
      {
        slug,
        name: `exp/${slug}`,
        head: first.head,
        date: byHash.get(first.head)?.date ?? '',
        isMerged: !onMain.has(first.head) ? false : merged.has(slug) || own.some(({ isOnMain }) => isOnMain) ? true : null,
        isInWorktree: [first, ...others].some(({ name }) => worktrees.has(name)),
      },
    ];
  }).flat();
}

/** These commits and all before them, up to those that are beyond. */
function reachable(
  from: readonly string[],
  byHash: ReadonlyMap<string, LoggedCommit>,
  isBeyond: (hash: string) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    if (found.has(hash) || isBeyond(hash)) continue;
    found.add(hash);
    open.push(...(byHash.get(hash)?.parents ?? []));
  }
  return found;
}

/** The branch that counts as main: what the remote says, else `main` or `master`, here before at a remote; null where there is neither. */
export function mainOf(refs: readonly Ref[], remoteHead: string | null): Ref | null {
  const names = [
    ...(remoteHead === null ? [] : [remoteHead.replace(/^refs\/remotes\/[^/]+\//, 'refs/heads/'), remoteHead]),
    ...['refs/heads/main', 'refs/heads/master', 'refs/remotes/origin/main', 'refs/remotes/origin/master'],
  ];
  return names.flatMap((wanted) => refs.find(({ name }) => name === wanted) ?? [])[0] ?? null;
}
