import { confirmationLevel } from '#statistics/confirmation-level.ts';
import { meanInterval } from '#statistics/mean-interval.ts';
import { momentsOf } from '#statistics/moments.ts';
import { nullFrontier } from '#statistics/null-frontier.ts';
import { pooledNoise } from '#statistics/pooled-noise.ts';
import { welch } from '#statistics/welch.ts';
import { normalDraws } from '../../normal-draws.ts';

interface Simulation {
  readonly tables: number;
  readonly seed: number;
}

/** The share of tables of pure noise whose best run, lower being better, lies beyond the null frontier. */
export function frontierCrossings({
  tables,
  baselines,
  runs,
  seed,
}: Simulation & { readonly baselines: number; readonly runs: number }): number {
  const draw = normalDraws(seed);
  const c = nullFrontier({ baselines, runs, degrees: baselines - 1 });
  return shareOf(tables, () => {
    const { mean, deviation } = momentsOf(draws(draw, baselines)) ?? { mean: 0, deviation: Infinity };
    let best = Infinity;
    for (let run = 0; run < runs; run += 1) best = Math.min(best, draw());
    return best < mean - c * deviation;
  });
}

/** The share of tables in whose interval of sigma the true one lies. */
export function coverageOfSigma({ tables, baselines, seed }: Simulation & { readonly baselines: number }): number {
  const draw = normalDraws(seed);
  return shareOf(tables, () => {
    const noise = pooledNoise([draws(draw, baselines)]);
    return 'sigma' in noise && noise.low <= 1 && noise.high >= 1;
  });
}

/** The share of samples in whose t interval the true mean lies. */
export function coverageOfMean({ tables, n, seed }: Simulation & { readonly n: number }): number {
  const draw = normalDraws(seed);
  return shareOf(tables, () => {
    const interval = meanInterval(draws(draw, n));
    return interval !== null && interval.low <= 0 && interval.high >= 0;
  });
}

/** The share of tests at the first level of a confirmation that find an effect (in sigmas) with so many replicates an arm. */
export function confirmedShare({
  tables,
  effect,
  replicates,
  seed,
}: Simulation & { readonly effect: number; readonly replicates: number }): number {
  const draw = normalDraws(seed);
  const level = confirmationLevel(1);
  return shareOf(tables, () => {
    const better = draws(draw, replicates).map((value) => value + effect);
    const test = welch(better, draws(draw, replicates));
    return test !== null && test.p <= level;
  });
}

function draws(draw: () => number, n: number): number[] {
  return Array.from({ length: n }, draw);
}

function shareOf(tables: number, happens: () => boolean): number {
  let count = 0;
  for (let table = 0; table < tables; table += 1) if (happens()) count += 1;
  return count / tables;
}
