import { valueOf } from '#graph/results/best-so-far.ts';
import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import type { Comparison } from '#graph/judgement/judgement.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Direction } from '#schemas/program.ts';

/** How a metric changed by runs, against what the first of them is compared with. */
export interface ObservedEffect {
  readonly table: string;
  readonly metric: string;
  readonly direction: Direction | null;
  readonly unit: string | null;
  /** The runs whose mean it is. */
  readonly runs: readonly RunId[];
  readonly mean: number;
  readonly against: RunId;
  /** What the reference is the mean of: the incumbent's fresh replicates, the baselines that it belongs to, or its one value. */
  readonly reference: { readonly value: number; readonly of: Comparison['against']; readonly n: number };
  /** `mean − reference`, in units of the metric: not oriented. */
  readonly difference: number;
  /** The difference as a share of the reference, in percent; null where that is zero. */
  readonly relative: number | null;
}

/**
 * What runs showed: the mean of a metric over them, less the value that the first of them is compared with (`statistics.md`, "What a row is compared
 * with"): the mean of its incumbent's fresh replicates or of the baselines it belongs to, else the incumbent's own value. Baselines, crashes and runs
 * of another stratum than the last one's are not among them.
 *
 * @param ids of any tables; that counts which has most of them
 * @param metric the column; null for the table's main metric
 * @returns why nothing can be said, in words
 */
export function observedEffect(ids: readonly RunId[], metric: string | null, graph: KnowledgeGraph): ObservedEffect | string {
  const found = ids.flatMap((id) => graph.runsById.get(id) ?? []);
  const byTable = Map.groupBy(found, ({ results }) => results);
  const measured = [...byTable].filter(([results]) => metric === null || results.columns.some(({ name }) => name === metric));
  const [most] = measured.toSorted(([, a], [, b]) => b.length - a.length);
  if (most === undefined) return metric === null ? 'it has no runs' : `no run of it has ${metric}`;
  const [results, members] = most;
  const column = metric ?? results.metric.name;
  if (column === null) return 'its table has no metric';

  const scored = members.flatMap(({ run }) => {
    const value = canCount(run) ? metricOf(run, column, results) : null;
    return value === null ? [] : [{ run, value }];
  });
  const stratum = scored.at(-1)?.run.stratum;
  const counted = scored.filter(({ run }) => run.stratum === stratum);
  const [first] = counted;
  if (first === undefined) return `no run of it has a value of ${column}`;
  const reference = referenceOf(first.run, column, results, graph);
  if (reference === null) return 'nothing stands before it that it could be compared with';
  const mean = counted.reduce((sum, { value }) => sum + value, 0) / counted.length;
  const difference = mean - reference.of.value;
  return {
    table: results.table.id,
    metric: column,
    ...describedMetric(column, results, graph),
    runs: counted.map(({ run }) => run.id),
    mean,
    against: reference.run,
    reference: reference.of,
    difference,
    relative: reference.of.value === 0 ? null : (difference / Math.abs(reference.of.value)) * 100,
  };
}

/** Direction and unit of a metric column, as the table or `program.md` says. */
function describedMetric(
  column: string,
  results: Results,
  { content: { program } }: KnowledgeGraph,
): { readonly direction: Direction | null; readonly unit: string | null } {
  if (column === results.metric.name) return { direction: results.metric.direction, unit: results.metric.unit };
  const described = [program.metric, ...(program.metrics ?? [])].find((metric) => metric?.name === column);
  return { direction: described?.direction ?? null, unit: described?.unit ?? null };
}

function canCount({ status }: Run): boolean {
  return status === 'keep' || status === 'discard' || status === 'other';
}

function metricOf(run: Run, column: string, { metric }: Results): number | null {
  return column === metric.name ? valueOf(run, metric) : (run.values[column] ?? null);
}

interface Reference {
  readonly run: RunId;
  readonly of: ObservedEffect['reference'];
}

function referenceOf(run: Run, column: string, results: Results, graph: KnowledgeGraph): Reference | null {
  const comparison = graph.judgements.get(results.table.id)?.byRun.get(run.id)?.comparison ?? null;
  if (comparison === null) return null;
  const { incumbent, mean, against, n } = comparison;
  if (column === results.metric.name) return { run: incumbent, of: { value: mean, of: against, n } };
  const other = graph.runsById.get(incumbent)?.run;
  const value = other === undefined ? null : metricOf(other, column, results);
  return value === null ? null : { run: incumbent, of: { value, of: 'one run', n: 1 } };
}
