import type { ScatterMetric } from '#charts/scatter-chart.ts';
import { readMetricName } from '#graph/results/metric-names.ts';
import { ColumnContent } from '#graph/results/column-content.ts';
import type { Results, Run } from '#graph/knowledge-graph.ts';
import type { Program } from '#schemas/program.ts';

/** So many cells tell the unit of a column. */
const mostRead = 100;
/** Fewer runs with both values are no picture. */
const fewestRuns = 3;

/**
 * What the main metric is weighed against: a metric that `program.md` names, else the first cost, else another quality. Only one whose better
 * direction is known, and that differs between at least three runs that have both. Null where there is none.
 */
export function secondMetric(results: Results, program: Partial<Program>): ScatterMetric | null {
  const { columns, runs } = results;
  const main = results.metric.name;
  if (main === null) return null;
  const declared = new Map(
    [program.metric, ...(program.metrics ?? [])].flatMap((each) => (each === undefined ? [] : [[each.name, each] as const])),
  );
  const candidates = columns.flatMap(({ name, role }) => {
    if (role !== 'metric' || name === main) return [];
    const stated = declared.get(name);
    const read = readMetricName(name);
    const direction = stated?.direction ?? read?.direction ?? null;
    const rank = stated !== undefined ? 0 : read?.tells === 'cost' ? 1 : read?.tells === 'quality' ? 2 : null;
    if (direction === null || rank === null) return [];
    return [{ name, direction, rank, unit: stated?.unit ?? null }];
  });
  const best = candidates.toSorted((a, b) => a.rank - b.rank).find(({ name }) => differs(runs, name, main));
  if (best === undefined) return null;
  const { name, direction } = best;
  const written = runs.slice(0, mostRead).map((run) => run.cells[name] ?? '');
  return { name, direction, unit: best.unit ?? (new ColumnContent(written).unit || null) };
}

function differs(runs: readonly Run[], name: string, main: string): boolean {
  let [count, first, isSame] = [0, NaN, true];
  for (const { values } of runs) {
    const value = values[name] ?? null;
    if (value === null || (values[main] ?? null) === null) continue;
    if (count === 0) first = value;
    count += 1;
    isSame &&= value === first;
    if (count >= fewestRuns && !isSame) return true;
  }
  return false;
}
