import { clamp, type Range } from './chart-range.ts';
import type { Place } from './written-marks.ts';

/** What the best so far is made of. */
interface Candidate {
  /** Place along the axis. */
  readonly x: number;
  readonly run: {
    readonly value: number | null;
    /** Whether the run may be called best. */
    readonly counts: boolean;
    /** Runs of different strata are not compared. */
    readonly stratum: string;
  };
}

/** The best so far of one stratum along an axis. */
export interface BestLine<T> {
  readonly stratum: string;
  /** The runs that were better than all counting ones before them, in the order of the axis. Not empty. */
  readonly records: readonly T[];
  /** Where the last run of the stratum stands, whatever became of it. */
  readonly end: number;
}

/**
 * The best so far of each stratum; equal is not better.
 *
 * @param runs in the order of the axis
 */
export function bestLines<T extends Candidate>(runs: readonly T[], direction: 'lower' | 'higher' | null): BestLine<T>[] {
  if (direction === null) return [];
  const lines = new Map<string, { records: T[]; best: number; end: number }>();
  for (const candidate of runs) {
    const { value, counts, stratum } = candidate.run;
    const line = lines.get(stratum);
    if (line !== undefined) line.end = candidate.x;
    if (!counts || value === null) continue;
    if (line === undefined) lines.set(stratum, { records: [candidate], best: value, end: candidate.x });
    else if (direction === 'lower' ? value < line.best : value > line.best) {
      line.records.push(candidate);
      line.best = value;
    }
  }
  return Array.from(lines, ([stratum, { records, end }]) => ({ stratum, records, end }));
}

/**
 * The line as the `d` of a path. Steps within half a pixel are one upright stroke, as they look; no step is left out.
 *
 * @param range what lies beyond it runs along its edge
 */
export function stepPath({ records, end }: BestLine<Candidate>, range: Range, place: Place): string {
  const parts: string[] = [];
  let at: { x: number; y: number } | null = null;
  let drawnY = 0;
  for (const { x, run } of records) {
    const [atX, atY] = [place.x(x), run.value === null ? null : place.y(clamp(run.value, range))];
    if (atX === null || atY === null) continue;
    if (at === null) {
      parts.push(`M${atX} ${atY}`);
      at = { x: atX, y: atY };
      drawnY = atY;
    } else if (Math.abs(atX - at.x) < 0.5) {
      at = { x: at.x, y: atY };
    } else {
      if (at.y !== drawnY) parts.push(`V${at.y}`);
      parts.push(`H${atX}`);
      drawnY = at.y;
      at = { x: atX, y: atY };
    }
  }
  if (at !== null && at.y !== drawnY) parts.push(`V${at.y}`);
  const last = place.x(end);
  if (at !== null && last !== null && last > at.x) parts.push(`H${last}`);
  return parts.join('');
}
