import type { Direction } from '#schemas/program.ts';
import type { Results, Run, RunStatus } from '#graph/knowledge-graph.ts';

/** A run before it is compared with the ones above it. */
export type UnrankedRun = Omit<Run, 'bestSoFar'>;

/**
 * The runs that were better than every counting run of their stratum above them, in file order; equal is not better. What counts is a run that
 * - has a value of the main metric, whose direction is known;
 * - did not crash and is neither running nor planned;
 * - is not discarded, and is kept or a baseline where the table tells kept runs. A discarded run can have the better value: it was given up
 *   for a reason that the table need not hold, so it is not called best, and pages say that it is there (`betterButDiscarded`);
 * - is not a ragged row without a status that can be read, whose cells may stand in the wrong columns.
 */
export function bestSoFarOf<One extends UnrankedRun>(runs: readonly One[], metric: Results['metric']): One[] {
  const { direction } = metric;
  if (direction === null) return [];
  const counts = countStatuses(runs);
  const bestOf = new Map<string, number>();
  return runs.filter((run) => {
    const value = valueOf(run, metric);
    if (value === null || !canBeBest(run, counts)) return false;
    const best = bestOf.get(run.stratum);
    if (best !== undefined && !isBetter(value, best, direction)) return false;
    bestOf.set(run.stratum, value);
    return true;
  });
}

/** Whether a run was measured: it has a value of the metric, and neither crashed nor is still to be run, nor may its cells stand in wrong columns. */
export function isScored(run: UnrankedRun, metric: Results['metric']): boolean {
  const isMeasured = run.status !== 'crash' && run.status !== 'running' && run.status !== 'planned' && !isUnreadable(run);
  return isMeasured && valueOf(run, metric) !== null;
}

/** The run's value of the main metric. */
export function valueOf(run: UnrankedRun, metric: Results['metric']): number | null {
  return metric.name === null ? null : (run.values[metric.name] ?? null);
}

/** Whether `a` is better than `b`. */
function isBetter(a: number, b: number, direction: Direction): boolean {
  return direction === 'lower' ? a < b : a > b;
}

/**
 * The discarded runs that were better than the best so far when they were recorded, in file order: worth a second look, and no error.
 */
export function betterButDiscarded(results: Results): Run[] {
  const { direction } = results.metric;
  if (direction === null) return [];
  const bestOf = new Map<string, number>();
  return results.runs.filter((run) => {
    const value = valueOf(run, results.metric);
    if (run.bestSoFar && value !== null) bestOf.set(run.stratum, value);
    const best = bestOf.get(run.stratum);
    return run.status === 'discard' && value !== null && best !== undefined && isBetter(value, best, direction);
  });
}

/** How many runs have each status. */
export function countStatuses(runs: readonly UnrankedRun[]): Record<RunStatus, number> {
  const counts: Record<RunStatus, number> = { baseline: 0, keep: 0, discard: 0, crash: 0, running: 0, planned: 0, other: 0 };
  for (const run of runs) counts[run.status] += 1;
  return counts;
}

/** Whether a run with a value can be the best so far of a table with these counts. */
export function canBeBest(run: UnrankedRun, counts: Readonly<Record<RunStatus, number>>): boolean {
  switch (run.status) {
    case 'keep':
    case 'baseline':
      return true;
    case 'other':
      return counts.keep === 0 && !isUnreadable(run);
    case 'discard':
    case 'crash':
    case 'running':
    case 'planned':
      return false;
  }
}

/** A ragged row without a status that can be read: its cells may stand in the wrong columns. */
function isUnreadable(run: UnrankedRun): boolean {
  return run.ragged && run.status === 'other';
}
