import type { Judgement, Noise, StratumJudgement } from '#graph/judgement/judgement.ts';
import type { Results } from '#graph/knowledge-graph.ts';

/** Version of the shape; it grows with every change that could break a reader. */
const schema = 1;

/** Noise as JSON says it, in units of the metric. */
export interface NoiseJson {
  readonly sigma: number;
  /** The 95 % interval of sigma. */
  readonly low: number;
  readonly high: number;
  /** Degrees of freedom. */
  readonly degrees: number;
  /** What it was pooled over. */
  readonly groups: readonly { readonly of: string; readonly runs: readonly string[]; readonly mean: number; readonly sigma: number }[];
}

/**
 * The document `api/runs/<table>.json` (contract "Published data"). `noise` is null where it is unknown, a `verdict` where nothing is claimed.
 * A row with more cells than the header has columns carries the others as `surplus`.
 *
 * @param judgement null for a table whose rows are no runs
 */
export function runsJson({ table, metric, columns, runs, counts }: Results, judgement: Judgement | null): string {
  const current = judgement?.current ?? null;
  return JSON.stringify({
    schema,
    table: table.id,
    path: table.path,
    metric: { name: metric.name, direction: metric.direction, direction_source: metric.directionSource },
    noise: noiseJson(current?.noise ?? null),
    noise_missing: current?.noiseMissing ?? null,
    unjudged: judgement?.unjudged ?? null,
    best: bestJson(current),
    frontier: current?.frontier ?? null,
    counts,
    columns: columns.map(({ name, role, roleSource }) => ({ name, role, role_source: roleSource })),
    rows: runs.map(({ id, line, cells, surplus, values, status }) => ({
      id,
      line,
      cells,
      ...(surplus.length > 0 ? { surplus } : {}),
      values,
      status,
      verdict: judgement?.byRun.get(id)?.verdict ?? null,
    })),
  });
}

function bestJson(current: StratumJudgement | null): { readonly id: string; readonly verdict: string | null } | null {
  if (current === null) return null;
  const { best, bestVerdict } = current;
  return best === null ? null : { id: best, verdict: bestVerdict };
}

/** Null where the noise is unknown. */
export function noiseJson(noise: Noise | null): NoiseJson | null {
  if (noise === null) return null;
  const { sigma, low, high, degrees, groups } = noise;
  return {
    sigma,
    low,
    high,
    degrees,
    groups: groups.map((group) => ({ of: group.of, runs: group.runs, mean: group.mean, sigma: group.sigma })),
  };
}
