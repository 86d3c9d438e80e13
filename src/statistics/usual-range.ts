/**
 * The range that most values lie in, with room on both sides: from the 5 % to the 95 % quantile and half as far again, but never beyond the least and
 * the greatest value. One value far from all others does not squeeze a picture of them.
 *
 * @param values without NaN @returns null for none
 */
export function usualRange(values: Float64Array): { readonly low: number; readonly high: number } | null {
  const sorted = values.slice().sort();
  const [least, greatest] = [sorted[0], sorted[sorted.length - 1]];
  if (least === undefined || greatest === undefined) return null;
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? least;
  const [low, high] = [at(0.05), at(0.95)];
  if (low === high) return { low: least, high: greatest };
  const room = (high - low) / 2;
  return { low: Math.max(least, low - room), high: Math.min(greatest, high + room) };
}
