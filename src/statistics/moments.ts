/**
 * The mean of finite values; NaN of none. No sum is formed that could overflow, and a second pass takes back what the first one rounded off, so
 * that values such as 1e9 + 0.01 keep their last digits.
 */
export function meanOf(values: readonly number[]): number {
  const n = values.length;
  const [first = Number.NaN] = values;
  let mean = first;
  for (const [index, value] of values.entries()) mean += (value - mean) / (index + 1);
  let rest = 0;
  for (const value of values) rest += (value - mean) / n;
  return mean + rest;
}

/**
 * √Σ(x − mean)², by deviations from the mean: exactly 0 when all values are the same one, never negative, and neither too large nor too small
 * for its squares.
 */
export function rootOfSquares(values: readonly number[], mean: number): number {
  let root = 0;
  for (const value of values) root = Math.hypot(root, value - mean);
  return root;
}

/** The mean and the standard deviation (by n − 1) of at least two finite values; null for fewer. */
export function momentsOf(values: readonly number[]): { readonly n: number; readonly mean: number; readonly deviation: number } | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = meanOf(values);
  return { n, mean, deviation: rootOfSquares(values, mean) / Math.sqrt(n - 1) };
}
