interface Ranged {
  readonly value: number | null;
  readonly mark: string;
}

/**
 * The range of values that a chart draws: all of the runs that were not discarded, and those discarded ones that lie within three
 * spans of them. One run that went astray does not flatten all others.
 */
export function chartRange(runs: readonly Ranged[]): { low: number; high: number } {
  const scored = runs.flatMap(({ value, mark }) => (value === null ? [] : [{ value, mark }]));
  const undiscarded = scored.filter(({ mark }) => mark !== 'discarded');
  const core = extent((undiscarded.length > 0 ? undiscarded : scored).map(({ value }) => value));
  if (core === null) return { low: 0, high: 1 };
  const span = core.high - core.low || Math.abs(core.high) * 0.1 || 1;
  const reach = 3 * span;
  const near = scored.map(({ value }) => value).filter((value) => value >= core.low - reach && value <= core.high + reach);
  const { low, high } = extent(near) ?? core;
  const padding = low === high ? span / 2 : 0;
  return { low: low - padding, high: high + padding };
}

/** In a loop: a table can have more rows than `Math.min` takes arguments. */
function extent(values: readonly number[]): { low: number; high: number } | null {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? { low, high } : null;
}
