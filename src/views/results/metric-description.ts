import type { Results } from '#graph/knowledge-graph.ts';
import type { Direction, Program } from '#schemas/program.ts';

/** What is known of a metric column. Only of the main metric a direction may be a guess, since only there pages say that it is one. */
export interface MetricDescription {
  readonly direction: Direction | null;
  readonly unit: string | null;
}

export function metricDescription(name: string, { metric }: Pick<Results, 'metric'>, program: Partial<Program>): MetricDescription {
  if (name === metric.name) return { direction: metric.direction, unit: metric.unit };
  const declared = [program.metric, ...(program.metrics ?? [])].find((candidate) => candidate?.name === name);
  return { direction: declared?.direction ?? null, unit: declared?.unit ?? null };
}
