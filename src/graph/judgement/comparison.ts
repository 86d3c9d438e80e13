import type { Direction } from '#schemas/program.ts';
import { meanOf } from '#statistics/moments.ts';
import { oneRunT, oneSidedCritical } from '#statistics/one-run.ts';
import type { Incumbent } from './incumbents.ts';
import type { Comparison, Noise } from './judgement.ts';
import { orient, type RunGroup, type ScoredRun, type StratumRuns } from './stratum-runs.ts';

/**
 * One run against its incumbent: `t = Δ / (s·√(1 + 1/n))`, where n is the number of values that the incumbent's mean is of: its fresh replicates, all
 * baselines if it is one of them, else its own value, which was itself selected.
 */
export function compare(
  one: ScoredRun,
  incumbent: Incumbent,
  { groupOf }: StratumRuns,
  noise: Noise | null,
  direction: Direction,
): Comparison {
  const { against, scores } = valuesOf(incumbent.scored, groupOf.get(incumbent.scored.run.id));
  const mean = meanOf(scores);
  const n = scores.length;
  const difference = one.score - mean;
  const t = noise === null ? null : oneRunT({ difference, sigma: noise.sigma, n });
  const critical = noise === null ? null : oneSidedCritical(noise.degrees);
  return {
    incumbent: incumbent.scored.run.id,
    by: incumbent.by,
    against,
    n,
    mean: orient(mean, direction),
    difference,
    effect: noise === null ? null : difference / noise.sigma,
    t,
    critical,
    standing: t === null || critical === null ? 'noise unknown' : t > critical ? 'ahead' : t < -critical ? 'behind' : 'within noise',
  };
}

/** What is known of an incumbent. */
function valuesOf(
  run: ScoredRun,
  group: RunGroup | undefined,
): { readonly against: Comparison['against']; readonly scores: readonly number[] } {
  if (group === undefined || group.fresh.length === 0 || (group.isBaseline && group.fresh.length === 1))
    return { against: 'one run', scores: [run.score] };
  return { against: group.isBaseline ? 'baselines' : 'replicates', scores: group.fresh.map(({ score }) => score) };
}
