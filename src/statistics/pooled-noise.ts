import { chiSquareQuantile } from './distributions.ts';
import { momentsOf } from './moments.ts';

/** The standard deviation of a single run, pooled over groups of replicates. */
export interface PooledNoise {
  /** In units of the values. */
  readonly sigma: number;
  /** Degrees of freedom, `ν = Σ(nᵍ − 1)`. */
  readonly degrees: number;
  /** Ends of the 95 % interval of sigma. */
  readonly low: number;
  readonly high: number;
}

export interface UnknownNoise {
  readonly missing: 'too few replicates' | 'no spread';
}

/**
 * `s² = Σ(nᵍ − 1)sᵍ² / ν`: the noise of runs, from groups of runs that should agree. A group of one tells nothing. Unknown with fewer than two
 * degrees of freedom, and where no value differs from its group: a metric that does not move is not known to be noiseless.
 */
export function pooledNoise(groups: readonly (readonly number[])[]): PooledNoise | UnknownNoise {
  let degrees = 0;
  let root = 0;
  for (const group of groups) {
    const moments = momentsOf(group);
    if (moments === null) continue;
    degrees += moments.n - 1;
    root = Math.hypot(root, moments.deviation * Math.sqrt(moments.n - 1));
  }
  if (degrees < 2) return { missing: 'too few replicates' };
  const sigma = root / Math.sqrt(degrees);
  // Values at both ends of what a double holds have a spread that it does not hold.
  if (sigma === 0 || !Number.isFinite(sigma)) return { missing: 'no spread' };
  return { sigma, degrees, ...sigmaInterval(sigma, degrees) };
}

/** The 95 % interval of a standard deviation: `νs²/σ²` has the χ² distribution with ν degrees of freedom. Three values: 0.52 s to 6.28 s. */
export function sigmaInterval(sigma: number, degrees: number): { readonly low: number; readonly high: number } {
  return {
    low: sigma * Math.sqrt(degrees / chiSquareQuantile(0.975, degrees)),
    high: sigma * Math.sqrt(degrees / chiSquareQuantile(0.025, degrees)),
  };
}
