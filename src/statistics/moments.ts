/**
 * The mean of finite values; NaN of none. No sum is formed that could overflow, and a second pass takes back what the first one rounded off, so
 * that values such as 1e9 + 0.01 keep their last digits.
 */
export function meanOf(values: readonly number[]): number {
  const [first = Number.NaN] = values;
  let mean = first;
  let n = 0;
  for (const value of values) {
    n += 1;
    mean += value / n - mean / n;
  }
  let rest = 0;
  for (const value of values) rest += value / n - mean / n;
  return mean + rest;
}

/**
 * The mean and the standard deviation (by n − 1) of at least two finite values; null for fewer. The deviation is summed up from differences to the
 * mean, never as a difference of squares: it is exactly 0 if and only if all values are the same. It is infinite where values lie further apart
 * than a double can say.
 */
export function momentsOf(values: readonly number[]): { readonly n: number; readonly mean: number; readonly deviation: number } | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = meanOf(values);
  // `hypot` squares without overflow, and without losing what is small.
  let root = 0;
  for (const value of values) root = Math.hypot(root, value - mean);
  return { n, mean, deviation: root / Math.sqrt(n - 1) };
}
