import type { Noise } from '#graph/judgement/judgement.ts';

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
