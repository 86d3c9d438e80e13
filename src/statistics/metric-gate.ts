import { firstWhere } from './first-where.ts';
import { sigmaInterval, type PooledNoise } from './pooled-noise.ts';

export interface MetricGate {
  readonly state: 'passes' | 'fails' | 'not settled';
  /** How many more baselines would settle it if sigma stays what it is; null where it is settled, or where more than 1,000 would be needed. */
  readonly more: number | null;
}

const most = 1000;

/**
 * Whether the noise between runs is below the effect that matters (in units of the metric): *passes* when all of sigma's interval is below it,
 * *fails* when all of it is above. Every further baseline brings a degree of freedom, but for the first of all.
 */
export function metricGate({ sigma, degrees, low, high }: PooledNoise, effect: number, baselines: number): MetricGate {
  const settles = (interval: { readonly low: number; readonly high: number }): boolean => interval.high < effect || interval.low > effect;
  if (settles({ low, high })) return { state: high < effect ? 'passes' : 'fails', more: null };
  const wasted = baselines === 0 ? 1 : 0;
  return { state: 'not settled', more: firstWhere(1, most, (more) => settles(sigmaInterval(sigma, degrees + more - wasted))) };
}
