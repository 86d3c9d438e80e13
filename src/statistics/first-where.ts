/**
 * The smallest whole number from `low` to `high` for which a condition holds, that once it holds, holds for all larger ones; null where it holds
 * for none.
 */
export function firstWhere(low: number, high: number, holds: (n: number) => boolean): number | null {
  if (low > high || !holds(high)) return null;
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return to;
}
