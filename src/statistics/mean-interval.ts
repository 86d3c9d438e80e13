import { studentQuantile } from './distributions.ts';
import { momentsOf } from './moments.ts';

export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The mean with its t interval, `mean ± t·s/√n`; null with fewer than two values. Values that do not differ have an interval of no width. */
export function meanInterval(values: readonly number[], level = 0.95): MeanInterval | null {
  const moments = momentsOf(values);
  if (moments === null) return null;
  const { n, mean, deviation } = moments;
  const reach = (studentQuantile((1 + level) / 2, n - 1) * deviation) / Math.sqrt(n);
  return { mean, low: mean - reach, high: mean + reach };
}
