import { extent } from './chart-range.ts';
import { thinMarks } from './thin-marks.ts';

/** Marks that are drawn as one. */
export interface MergedMarks<T> {
  readonly of: T;
  readonly count: number;
}

interface Placed {
  readonly x: number;
  readonly y: number | null;
  readonly beyond: 'top' | 'bottom' | 'left' | 'right' | null;
}

/** Fewer than these are not worth it. */
const most = 20_000;
/** Squares of about three pixels on the widest page. */
const squares = { across: 360, down: 130 } as const;
/** So many squares keep marks beyond an edge apart from those at it. */
const apart = 4;

/**
 * One pass over all marks of a very long table, before it is known how wide they are drawn, so that each drawing has fewer to go through: those that no
 * page is wide enough to tell apart are one.
 *
 * @param isFirst whether a mark should be seen rather than others
 */
export function mergedMarks<T extends Placed>(marks: readonly T[], isFirst: (mark: T) => boolean): readonly MergedMarks<T>[] {
  if (marks.length <= most) return marks.map((of) => ({ of, count: 1 }));
  const [across, down] = [scaleTo(squares.across, marks, ({ x }) => x), scaleTo(squares.down, marks, ({ y }) => y ?? 0)];
  const place = {
    x: ({ x, beyond }: T) => across(x) + (beyond === 'left' ? -apart : beyond === 'right' ? apart : 0),
    y: ({ y, beyond }: T) => down(y ?? 0) + (beyond === 'bottom' ? -apart : beyond === 'top' ? apart : 0),
    isFirst,
  };
  return thinMarks(marks, place, most);
}

/** Values to a scale from 0 to so many squares. */
function scaleTo<T>(length: number, marks: readonly T[], valueOf: (mark: T) => number): (value: number) => number {
  const { low, high } = extent(marks.map(valueOf)) ?? { low: 0, high: 1 };
  // Halved first: the range of two huge numbers is no number.
  const span = high / 2 - low / 2 || 1;
  return (value) => ((value / 2 - low / 2) / span) * length;
}
