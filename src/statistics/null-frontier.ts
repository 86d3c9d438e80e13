import { normalCdf } from './distributions.ts';
import { findRoot } from './find-root.ts';
import { deviationNodes } from './sample-deviation.ts';

const coverage = 0.95;
/** The error of the mean is followed this far to either side: what lies beyond has a probability of 2e-9. */
const reach = 6;
const step = 0.4;

export interface FrontierOf {
  /** Baselines that the mean is of, n ≥ 1. */
  readonly baselines: number;
  /** Scored runs that the best was picked from, N. */
  readonly runs: number;
  /** Degrees of freedom of s, ν ≥ 1. */
  readonly degrees: number;
}

/**
 * How many s below the mean of the baselines the best of N runs lies at most, in 95 of 100 tables of pure noise: the root c of
 * `E[Φ(c·S − Z/√n)^N] = 0.95`, with `S² ~ χ²_ν/ν` for the error of s and `Z ~ N(0, 1)` for that of the mean. 0 without runs, infinite without
 * baselines: then nothing is better than luck. Two nested quadratures; c is right to five digits for N up to a million.
 */
export function nullFrontier({ baselines, runs, degrees }: FrontierOf): number {
  if (runs < 1) return 0;
  if (baselines < 1) return Infinity;
  // The best of N lies near √(2 ln N) and scatters by some 1/√(2 ln N): the more runs, the finer the step that sees it.
  const nodes = deviationNodes(degrees, 1.2 / (1 + 2 * Math.log(runs)));
  const allBelow = nobodyBeats(baselines, runs);
  const missed = (c: number): number => {
    let sum = 0;
    for (const { s, weight } of nodes) {
      const probability = allBelow(c * s);
      // Nodes come from the largest to the smallest, and so does what they add.
      if (probability < 1e-9) break;
      sum += weight * probability;
    }
    return sum - coverage;
  };
  let high = 4;
  while (missed(high) < 0) high *= 2;
  return findRoot(missed, 0, high, 1e-6);
}

/** `E[Φ(y − Z/√n)^N]`: the probability that none of N runs is more than y sigmas better than the mean of n baselines. */
function nobodyBeats(baselines: number, runs: number): (y: number) => number {
  const root = Math.sqrt(baselines);
  const offsets: { shift: number; weight: number }[] = [];
  let total = 0;
  for (let z = -reach; z <= reach; z += step) {
    const weight = Math.exp((-z * z) / 2);
    offsets.push({ shift: z / root, weight });
    total += weight;
  }
  return (y) => {
    let sum = 0;
    for (const { shift, weight } of offsets) {
      const logProbability = runs * Math.log1p(-normalCdf(shift - y));
      // Shifts grow, and the probability falls with them.
      if (logProbability < -30) break;
      sum += weight * Math.exp(logProbability);
    }
    return sum / total;
  };
}
