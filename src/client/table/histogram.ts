import { usualRange } from '#statistics/usual-range.ts';

/** How the values of a column are spread. */
export interface Histogram {
  readonly min: number;
  readonly max: number;
  /** How many rows have a value. */
  readonly n: number;
  /** How many values lie in each of the bins of equal width over the usual range; the outer ones hold what lies beyond it too. */
  readonly bins: readonly number[];
}

/** @param values NaN where a row has none @returns null where no row has a value */
export function histogramOf(values: Float64Array, bins: number): Histogram | null {
  const present = values.filter((value) => !Number.isNaN(value));
  const range = usualRange(present);
  if (range === null) return null;
  const { low, high } = range;
  const counts = new Array<number>(bins).fill(0);
  let [min, max] = [Infinity, -Infinity];
  for (const value of present) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    const bin = high === low ? 0 : Math.max(0, Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { min, max, n: present.length, bins: counts };
}
