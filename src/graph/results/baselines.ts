import { valueOf } from './best-so-far.ts';
import type { Results, Run } from '#graph/knowledge-graph.ts';

export interface Baselines {
  readonly runs: readonly Run[];
  /** What says so: the status, an id or description that begins with "baseline", or nothing but being the first scored row. */
  readonly source: 'status' | 'name' | 'first scored row';
}

/** The runs that others start from (`statistics.md`, "Baselines"). Empty only where no run is scored. */
export function baselinesOf(results: Results): Baselines {
  const byStatus = results.runs.filter((run) => run.status === 'baseline');
  if (byStatus.length > 0) return { runs: byStatus, source: 'status' };

  const naming = results.columns.filter(({ role }) => role === 'id' || role === 'description').map(({ name }) => name);
  // "baseline_leaky" is the name of a variant, "baseline: unmodified" that of a baseline.
  const byName = results.runs.filter(
    (run) => run.status !== 'crash' && naming.some((column) => /^\s*baseline\b/i.test(run.cells[column] ?? '')),
  );
  if (byName.length > 0) return { runs: byName, source: 'name' };

  const first = results.runs.find((run) => run.status !== 'crash' && valueOf(run, results.metric) !== null);
  return { runs: first ? [first] : [], source: 'first scored row' };
}
