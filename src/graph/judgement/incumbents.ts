import type { RunId } from '#schemas/entry.ts';
import type { Results, Run } from '#graph/knowledge-graph.ts';
import { isMissing } from '#graph/results/numbers.ts';
import type { ScoredRun, StratumRuns } from './stratum-runs.ts';

/** What a run is compared with (`statistics.md`): its parent if the table has one, else the best kept run before it. */
export interface Incumbent {
  readonly scored: ScoredRun;
  readonly by: 'parent' | 'best before';
}

/**
 * The incumbent of each scored run. A parent counts only where it names one run, another one, of another configuration, that was measured in the same stratum; parents are never
 * followed further, so circles do no harm. A run without parent and without a kept run before it has no incumbent.
 */
export function incumbentsOf(stratum: StratumRuns, results: Results): ReadonlyMap<RunId, Incumbent> {
  const parentOf = parentFinder(results);
  const incumbents = new Map<RunId, Incumbent>();
  let scoredById: ReadonlyMap<RunId, ScoredRun> | null = null;
  let best: Incumbent | null = null;
  for (const one of stratum.scored) {
    const named = parentOf(one.run);
    if (named !== null) scoredById ??= new Map(stratum.scored.map((each) => [each.run.id, each]));
    const parent = named === null ? undefined : scoredById?.get(named.id);
    if (parent !== undefined && stratum.groupOf.get(parent.run.id) !== stratum.groupOf.get(one.run.id)) {
      incumbents.set(one.run.id, { scored: parent, by: 'parent' });
    } else if (best !== null) incumbents.set(one.run.id, best);
    if (one.run.bestSoFar) best = { scored: one, by: 'best before' };
  }
  return incumbents;
}

/**
 * Finds the run that a row names as its parent, by id or commit, whole or cut short to seven digits or more. Null where the table has no such column, the
 * cell names none, several or the row itself.
 */
export function parentFinder({ columns, runs }: Results): (run: Run) => Run | null {
  const column = columns.find(({ role }) => role === 'parent')?.name;
  if (column === undefined) return () => null;
  const idColumn = columns.find(({ role }) => role === 'id')?.name;
  const byId = idColumn === undefined ? new Map<string, readonly Run[]>() : Map.groupBy(runs, (run) => (run.cells[idColumn] ?? '').trim());
  const byCommit = Map.groupBy(runs, (run) => commitPrefix(run.commit ?? ''));
  return (run) => {
    const name = (run.cells[column] ?? '').trim();
    if (isMissing(name)) return null;
    const commits = (byCommit.get(commitPrefix(name)) ?? []).filter(({ commit }) => isSameCommit(commit ?? '', name));
    const [found, ...others] = byId.get(name) ?? commits;
    return found === undefined || others.length > 0 || found.id === run.id ? null : found;
  };
}

/** Hashes are compared by so many digits at least; any other word as a whole. */
const shortestCommit = 7;

function commitPrefix(commit: string): string {
  return isHash(commit) ? commit.toLowerCase().slice(0, shortestCommit) : commit;
}

function isSameCommit(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || (isHash(a) && isHash(b) && (a.startsWith(b) || b.startsWith(a)));
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{7,40}$/i.test(text);
}
