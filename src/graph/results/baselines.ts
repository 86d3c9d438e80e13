import { isScored } from './best-so-far.ts';
import type { Results, Run } from '#graph/knowledge-graph.ts';
import { configurationKeys } from './configuration-key.ts';

export interface Baselines {
  readonly runs: readonly Run[];
  /** What says so: the status, an id or description that begins with "baseline", or nothing but being the first scored row. */
  readonly source: 'status' | 'name' | 'first scored row';
}

/**
 * The runs that others start from (`statistics.md`, "Baselines"), of a table or of one stratum of it. Where only the first scored row can be meant,
 * the runs of the same configuration are baselines with it: none of them was chosen for its value. Empty only where no run is scored.
 */
export function baselinesOf(results: Results, runs: readonly Run[] = results.runs): Baselines {
  const byStatus = runs.filter((run) => run.status === 'baseline');
  if (byStatus.length > 0) return { runs: byStatus, source: 'status' };

  const naming = results.columns.filter(({ role }) => role === 'id' || role === 'description').map(({ name }) => name);
  // "baseline_leaky" is the name of a variant, "baseline: unmodified" that of a baseline.
  const byName = runs.filter((run) => run.status !== 'crash' && naming.some((column) => /^\s*baseline\b/i.test(run.cells[column] ?? '')));
  if (byName.length > 0) return { runs: byName, source: 'name' };

  const scored = runs.filter((run) => isScored(run, results.metric));
  const keys = configurationKeys(scored, results.columns);
  return { runs: scored.filter((_, index) => index === 0 || (keys[0] !== null && keys[index] === keys[0])), source: 'first scored row' };
}
