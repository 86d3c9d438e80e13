import type { Direction } from '#schemas/program.ts';
import type { Results, Run, RunStatus } from '#graph/knowledge-graph.ts';

/** A run before it is compared with the ones above it. */
export type UnrankedRun = Omit<Run, 'bestSoFar'>;

/**
 * Marks the runs that were better than every counting run above them; equal is not better. What counts is a run that
 * - has a value of the main metric, whose direction is known;
 * - did not crash and is neither running nor planned;
 * - is not discarded, and is kept or a baseline where the table tells kept runs. A discarded run can have the better value: it was given up
 *   for a reason that the table need not hold, so it is not called best, and pages say that it is there (`betterButDiscarded`);
 * - is not a ragged row without a status that can be read, whose cells may stand in the wrong columns.
 */
export function markBestSoFar(runs: readonly UnrankedRun[], metric: Results['metric']): Run[] {
  const counts = countStatuses(runs);
  let best: number | null = null;
  return runs.map((run) => {
    const value = valueOf(run, metric);
    const counting = canBeBest(run.status, counts) && !(run.ragged && run.status === 'other');
    const bestSoFar = counting && value !== null && metric.direction !== null && (best === null || isBetter(value, best, metric.direction));
    if (bestSoFar) best = value;
    return { ...run, bestSoFar };
  });
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
  let best: number | null = null;
  return results.runs.filter((run) => {
    const value = valueOf(run, results.metric);
    if (run.bestSoFar) best = value;
    return run.status === 'discard' && value !== null && best !== null && isBetter(value, best, direction);
  });
}

/** How many runs have each status. */
export function countStatuses(runs: readonly UnrankedRun[]): Record<RunStatus, number> {
  const counts: Record<RunStatus, number> = { baseline: 0, keep: 0, discard: 0, crash: 0, running: 0, planned: 0, other: 0 };
  for (const run of runs) counts[run.status] += 1;
  return counts;
}

function canBeBest(status: RunStatus, counts: Readonly<Record<RunStatus, number>>): boolean {
  switch (status) {
    case 'keep':
    case 'baseline':
      return true;
    case 'other':
      return counts.keep === 0;
    case 'discard':
    case 'crash':
    case 'running':
    case 'planned':
      return false;
  }
}
