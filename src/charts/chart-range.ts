export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A discarded run is drawn at its value within so many spans of the others. */
const reach = 3;
/** Whatever a run is, so many times as far out as the middle half of the values is wide is beyond the picture, where there are runs enough to say so. */
const farOut = 40;
const fewestToSayFarOut = 8;
/** Lines that belong to the picture widen it by at most so many of its spans. */
const reachOfLines = 1;
/** Numbers that a scale can still tell apart: beyond, differences overflow; closer, they vanish in rounding. */
const largest = 1e300;
const smallest = 1e-300;
const finest = 1e-9;

/**
 * The range of values that a chart draws: all that count for something, and others that lie within three spans of them. One run that went
 * astray does not flatten all others, be it kept.
 *
 * @param kept values of runs that were not discarded
 * @param discarded values of the others
 * @param lines other values that should be seen, such as the ends of a band
 * @returns always finite and wider than nothing
 */
export function chartRange(kept: readonly number[], discarded: readonly number[] = [], lines: readonly number[] = []): Range {
  const fence = fenceOf([kept, discarded]);
  const core = extent(kept, fence) ?? extent(discarded, fence) ?? extent(lines, fence);
  if (core === null) return { low: 0, high: 1 };
  const span = core.high - core.low || Math.abs(core.high) * 0.1 || 1;
  const near = within(fence, widened(core, reach * span));
  const ofRuns = union(core, extent(discarded, near));
  const room = widened(ofRuns, reachOfLines * (ofRuns.high - ofRuns.low || span));
  const ofLines = extent(lines.map((line) => clamp(line, room)));
  return readable(union(ofRuns, ofLines));
}

/** The value itself, or the end of the range that it lies beyond. */
export function clamp(value: number, { low, high }: Range): number {
  return Math.min(high, Math.max(low, value));
}

/** The smallest range with all values that lie within a larger one; null for none. In a loop: a table can have more rows than `Math.min` takes arguments. */
export function extent(values: Iterable<number>, within: Range = { low: -Infinity, high: Infinity }): Range | null {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!(value >= within.low && value <= within.high)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? { low, high } : null;
}

/** What can be drawn at all: where there are values enough, those that are not far out; else whatever a scale can hold. */
function fenceOf(lists: readonly (readonly number[])[]): Range {
  const drawable = { low: -largest, high: largest };
  const sorted = Float64Array.from(lists.flatMap((list) => list.filter((value) => Math.abs(value) <= largest))).sort();
  if (sorted.length < fewestToSayFarOut) return drawable;
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const width = at(0.75) - at(0.25);
  return width > 0 ? within(drawable, widened({ low: at(0.25), high: at(0.75) }, farOut * width)) : drawable;
}

/** A range that a scale can divide: neither empty nor so small that its grades would all read the same. */
function readable({ low, high }: Range): Range {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (size < smallest) return { low: -1, high: 1 };
  if (low === high) return widened({ low, high }, size * 0.05);
  const least = size * finest;
  return high - low >= least ? { low, high } : widened({ low, high }, least);
}

function union(a: Range, b: Range | null): Range {
  return b === null ? a : { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

function within(a: Range, b: Range): Range {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}

function widened({ low, high }: Range, by: number): Range {
  return { low: low - by, high: high + by };
}
