import type { Program } from '#schemas/program.ts';
import { bestSoFarOf, type UnrankedRun } from './best-so-far.ts';
import type { Facet, Results, TableNature } from '#graph/knowledge-graph.ts';
import { readMetricName } from './metric-names.ts';

/**
 * The metrics of a long-form table, in the order of their first rows, each with its best run: values of different metrics are never compared.
 * Where a metric has one row, or its direction is unknown, nothing is best.
 */
export function facetsOf(runs: readonly UnrankedRun[], nature: TableNature, program: Partial<Program>): Facet[] {
  if (nature.rows !== 'measurements') return [];
  const byMetric = Map.groupBy(runs, (run) => (run.cells[nature.key] ?? '').trim());
  return Array.from(byMetric, ([name, rows]): Facet => {
    const declared = [program.metric, ...(program.metrics ?? [])].find((metric) => metric?.name === name)?.direction;
    const direction = declared ?? readMetricName(name)?.direction ?? null;
    const directionSource: Results['metric']['directionSource'] =
      declared !== undefined ? 'declared' : direction === null ? 'unknown' : 'guessed';
    const best = rows.length < 2 ? [] : bestSoFarOf(rows, { name: nature.value, direction, directionSource, statedIn: null, unit: null });
    return { name, rows: rows.length, direction, directionSource, best: best.at(-1)?.id ?? null };
  });
}
