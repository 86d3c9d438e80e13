/** The course of numbers over rows, as an image and in words. */
export interface Sparkline {
  /** Path data within `width` by `height`; a gap where rows have no value. */
  readonly path: string;
  /** How many rows have a value. */
  readonly n: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

export interface SparklineSize {
  readonly width: number;
  readonly height: number;
}

/** More rows than this are drawn as the least and the greatest value of each bucket. */
const mostPoints = 200;

/**
 * Draws numbers in the order of rows, the greatest at the top. Only the line is thinned; least, median and greatest are of all rows.
 *
 * @param values by row of the table, NaN where there is none
 * @param within what lies beyond is drawn at the edge
 * @returns null where none of the rows has a value
 */
export function sparkline(values: Float64Array, rows: Uint32Array, { width, height }: SparklineSize, within?: Range): Sparkline | null {
  const course = Float64Array.from(rows, (row) => values[row] ?? NaN);
  const sorted = course.filter((value) => Number.isFinite(value)).sort();
  const n = sorted.length;
  const [min, max] = [sorted[0], sorted[n - 1]];
  if (min === undefined || max === undefined) return null;
  const [low, high] = [Math.max(min, within?.low ?? min), Math.min(max, within?.high ?? max)];
  const x = (place: number): string => rounded(course.length === 1 ? width / 2 : (place / (course.length - 1)) * width);
  const y = (value: number): string =>
    rounded(high === low ? height / 2 : height - ((Math.max(low, Math.min(high, value)) - low) / (high - low)) * height);
  let path = '';
  let isDrawing = false;
  for (const place of thinned(course)) {
    const value = course[place] ?? NaN;
    const isValue = Number.isFinite(value);
    if (isValue) path += `${isDrawing ? 'L' : 'M'}${x(place)} ${y(value)}`;
    // A lone value would be a line without length, which is drawn as a dot by round caps.
    if (isValue && !isDrawing) path += 'h0';
    isDrawing = isValue;
  }
  return { path, n, min, median: medianOf(sorted), max };
}

/** The places that are drawn: all, or in each of the buckets those of its least and greatest value, in order; one without a value where it has none. */
function thinned(course: Float64Array): number[] {
  if (course.length <= mostPoints) return Array.from(course, (_, place) => place);
  const buckets = mostPoints / 2;
  return Array.from({ length: buckets }, (_, bucket) => {
    const start = Math.floor((bucket * course.length) / buckets);
    const end = Math.floor(((bucket + 1) * course.length) / buckets);
    let least = start;
    let greatest = start;
    for (let place = start; place < end; place += 1) {
      const value = course[place] ?? NaN;
      if (!Number.isFinite(value)) continue;
      if (!(value >= (course[least] ?? NaN))) least = place;
      if (!(value <= (course[greatest] ?? NaN))) greatest = place;
    }
    return least === greatest ? [least] : [Math.min(least, greatest), Math.max(least, greatest)];
  }).flat();
}

function medianOf(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

function rounded(length: number): string {
  return String(Math.round(length * 10) / 10);
}
