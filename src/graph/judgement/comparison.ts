import type { Direction } from '#schemas/program.ts';
import { oneRunT } from '#statistics/one-run.ts';
import type { Incumbent } from './incumbents.ts';
import type { Comparison, Noise } from './judgement.ts';
import { orient, type RunGroup, type ScoredRun, type StratumRuns } from './stratum-runs.ts';

/** The noise of a stratum with its one-sided 5 % point, which is the same for all runs. */
export interface KnownNoise extends Pick<Noise, 'sigma'> {
  readonly critical: number;
}

/**
 * One run against its incumbent: `t = Δ / (s·√(1 + 1/n))`, where n is the number of values that the incumbent's mean is of: its fresh replicates, all
 * baselines if it is one of them, else its own value, which was itself selected.
 */
export function compare(
  one: ScoredRun,
  incumbent: Incumbent,
  { groupOf }: StratumRuns,
  noise: KnownNoise | null,
  direction: Direction,
): Comparison {
  const { against, mean, n } = whatIsKnown(incumbent.scored, groupOf.get(incumbent.scored.run.id));
  const difference = one.score - mean;
  const t = noise === null ? null : finite(oneRunT({ difference, sigma: noise.sigma, n }));
  const critical = noise?.critical ?? null;
  return {
    incumbent: incumbent.scored.run.id,
    by: incumbent.by,
    against,
    n,
    mean: orient(mean, direction),
    difference,
    effect: noise === null ? null : finite(difference / noise.sigma),
    t,
    critical,
    standing: t === null || critical === null ? 'noise unknown' : t > critical ? 'ahead' : t < -critical ? 'behind' : 'within noise',
  };
}

function whatIsKnown(run: ScoredRun, group: RunGroup | undefined): Pick<Comparison, 'against' | 'mean' | 'n'> {
  if (group === undefined || group.fresh.length === 0 || (group.isBaseline && group.n === 1))
    return { against: 'one run', mean: run.score, n: 1 };
  return { against: group.isBaseline ? 'baselines' : 'replicates', mean: group.mean, n: group.n };
}

/** Differences of 1e300 over noise of 1e-300 are still numbers, if not honest ones. */
function finite(value: number): number {
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value));
}
