import { meanInterval } from '#statistics/mean-interval.ts';
import { momentsOf } from '#statistics/moments.ts';
import { pooledNoise } from '#statistics/pooled-noise.ts';
import { orient, type RunGroup, type StratumRuns } from './stratum-runs.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Direction } from '#schemas/program.ts';
import type { Configuration, Noise, NoiseGroup, StratumJudgement } from './judgement.ts';

/** The noise between runs (`statistics.md`, "Noise"): pooled over the baselines and the fresh replicates of each other configuration. */
export function noiseOf(
  { baselines, configurations }: StratumRuns,
  direction: Direction,
): { readonly noise: Noise | null; readonly missing: StratumJudgement['noiseMissing'] } {
  const groups = [...(baselines.group === null ? [] : [baselines.group]), ...configurations].filter(({ fresh }) => fresh.length > 1);
  const pooled = pooledNoise(groups.map(({ fresh }) => fresh.map(({ score }) => score)));
  if ('missing' in pooled) return { noise: null, missing: pooled.missing };
  return { noise: { ...pooled, groups: groups.map((group) => noiseGroup(group, direction)) }, missing: null };
}

function noiseGroup({ fresh, isBaseline }: RunGroup, direction: Direction): NoiseGroup {
  const scores = fresh.map(({ score }) => score);
  const { mean, deviation } = momentsOf(scores) ?? { mean: Number.NaN, deviation: 0 };
  return {
    of: isBaseline ? 'baselines' : 'replicates',
    runs: fresh.map(({ run }) => run.id),
    mean: orient(mean, direction),
    sigma: deviation,
  };
}

const none: readonly RunId[] = [];

/** What pages show of a configuration. */
export function configurationOf({ first, runs, replicates, fresh, mean, n }: RunGroup, direction: Direction): Configuration {
  if (runs.length === 1) {
    const only = [first.run.id];
    return {
      first: first.run.id,
      runs: only,
      replicates: only,
      fresh: fresh.length === 0 ? none : only,
      mean: orient(mean, direction),
      interval: null,
      n,
    };
  }
  const interval = n < 2 ? null : meanInterval(fresh.map(({ score }) => orient(score, direction)));
  const ids = runs.map(({ run }) => run.id);
  return {
    first: first.run.id,
    runs: ids,
    replicates: replicates.length === runs.length ? ids : replicates.map(({ run }) => run.id),
    fresh: fresh.map(({ run }) => run.id),
    mean: orient(mean, direction),
    interval: interval === null ? null : { low: interval.low, high: interval.high },
    n,
  };
}
