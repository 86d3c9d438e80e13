import type { Results } from '#graph/knowledge-graph.ts';
import { readMetricName } from '#graph/results/metric-names.ts';
import type { Direction, Program } from '#schemas/program.ts';

/** What is known of a metric column: as `program.md` says, else guessed from its name. */
export interface MetricDescription {
  readonly direction: Direction | null;
  readonly unit: string | null;
}

export function metricDescription(name: string, { metric }: Pick<Results, 'metric'>, program: Partial<Program>): MetricDescription {
  if (name === metric.name) return { direction: metric.direction, unit: metric.unit };
  const declared = [program.metric, ...(program.metrics ?? [])].find((candidate) => candidate?.name === name);
  return { direction: declared?.direction ?? readMetricName(name)?.direction ?? null, unit: declared?.unit ?? null };
}
