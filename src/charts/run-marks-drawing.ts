import type { Markish } from '@observablehq/plot';
import { dotsInOnePath } from './dots-in-one-path.ts';
import { mergedMarks, type MergedMarks } from './merge-marks.ts';
import { isFilled, markSymbols, type RunMark } from './run-marks.ts';
import { thinMarks, type MarkPlace, type ThinnedMark } from './thin-marks.ts';
import { markAt, tenth, type MarkLink, type Place, type WrittenMarks } from './written-marks.ts';

/** Of more runs than this, only the most important have marks of their own, with link and title: thousands of them would outweigh the page. */
const mostLinkedMarks = 300;
/** So many of them. */
const mostImportant = 120;
/** Dots of one sort, on a wide and on a narrow page; crosses stand in one row, and are wider. */
const mostDots = { wide: 2500, narrow: 1000 } as const;
const mostCrosses = { wide: 180, narrow: 60 } as const;
/** How many pixels a crash, or a run beyond the drawn range, stands away from the outermost value. */
const beyondEdge = 14;

/** What matters most is drawn last, on top. */
const drawingOrder: readonly RunMark[] = ['discarded', 'other', 'crashed', 'kept', 'baseline'];

/** A run with its place in the picture, in the units of the scales. */
export interface PlacedMark {
  readonly run: MarkedRun;
  readonly x: number;
  /** Null where the run has no value to be drawn at and no edge to stand beyond. */
  readonly y: number | null;
  /** The edge beyond which the run stands, since its value lies outside or it has none. */
  readonly beyond: Edge | null;
}

export type Edge = 'top' | 'bottom' | 'left' | 'right';

export interface MarkedRun {
  readonly ordinal: number;
  readonly mark: RunMark;
}

/** The marks of one sort, as they are drawn. */
interface MarkLayer {
  readonly mark: RunMark;
  /** With a shape, a link and a title of their own. */
  readonly single: readonly PlacedMark[];
  /** As dots, of which those that would lie on each other are one; those that could not be told apart on the widest page are already. */
  readonly many: readonly MergedMarks<PlacedMark>[];
}

/** The marks of all runs, before it is known how wide they are drawn. */
export interface RunMarks {
  readonly layers: readonly MarkLayer[];
  /** Drawn larger than the others. */
  readonly large: ReadonlySet<PlacedMark>;
  readonly isCrowded: boolean;
  /** How many marks there would be if each run had one. */
  readonly count: number;
}

/**
 * Sorts runs into what is drawn how. Where there are very many, only the important ones have marks of their own.
 *
 * @param important the most important first; of very many only the first have a mark of their own
 */
export function runMarksOf(
  runs: readonly PlacedMark[],
  { important, large }: { readonly important: () => readonly PlacedMark[]; readonly large: ReadonlySet<PlacedMark> },
): RunMarks {
  const drawn = runs.filter(({ y }) => y !== null);
  const isCrowded = drawn.length > mostLinkedMarks;
  const own = isCrowded ? new Set(important().slice(0, mostImportant)) : null;
  const byMark = Map.groupBy(drawn, ({ run }) => run.mark);
  const layers = drawingOrder.map((mark) => {
    const marksOfSort = byMark.get(mark) ?? [];
    if (own === null) return { mark, single: marksOfSort, many: [] };
    const others = marksOfSort.filter((placed) => !own.has(placed));
    return { mark, single: marksOfSort.filter((placed) => own.has(placed)), many: mergedMarks(others, (placed) => large.has(placed)) };
  });
  return { layers, large, isCrowded, count: drawn.length };
}

/**
 * The marks as layers for Plot.
 *
 * @returns also how many marks were drawn, once Plot has drawn them
 */
export function drawRunMarks(
  marks: RunMarks,
  written: WrittenMarks,
  { isNarrow, linkOf }: { readonly isNarrow: boolean; readonly linkOf: LinkOfRun },
): { readonly layers: Markish[]; readonly drawn: () => number } {
  let drawn = 0;
  const layers = marks.layers.flatMap(({ mark, single, many }): Markish[] => {
    const dots = written.mark({ class: `mark-${mark}`, fill: 'none', stroke: 'currentColor', 'stroke-linecap': 'round' }, (place) => {
      const { x, y } = placeOfMarks(place);
      const placeOfMany: MarkPlace<MergedMarks<PlacedMark>> = {
        x: ({ of }) => x(of),
        y: ({ of }) => y(of),
        isFirst: ({ of }) => marks.large.has(of),
        countOf: ({ count }) => count,
      };
      const thinned = thinMarks(many, placeOfMany, mostOf(mark, isNarrow));
      drawn += thinned.length;
      return dotsOf(thinned, { isCross: mark === 'crashed', isNarrow });
    });
    const fill = isFilled(mark) ? 'currentColor' : 'none';
    const own = written.mark({ class: `mark-${mark}`, fill, stroke: 'currentColor', 'stroke-width': '1.5' }, (place) => {
      const { x, y } = placeOfMarks(place);
      const texts = single.flatMap((placed) => {
        const [atX, atY] = [x(placed), y(placed)];
        if (atX === null || atY === null) return [];
        return [markAt(markSymbols[mark], atX, atY, radiusOf(placed, marks, isNarrow), linkFor(placed.run, linkOf, isNarrow))];
      });
      drawn += texts.length;
      return texts.join('');
    });
    return [...(many.length === 0 ? [] : [dots]), ...(single.length === 0 ? [] : [own])];
  });
  return { layers, drawn: () => drawn };
}

function mostOf(mark: RunMark, isNarrow: boolean): number {
  const most = mark === 'crashed' ? mostCrosses : mostDots;
  return isNarrow ? most.narrow : most.wide;
}

/** What stands for a run under a pointer. Asked only for marks that are drawn as themselves. */
export type LinkOfRun = (run: { readonly ordinal: number }) => MarkLink | null;

/** Narrow pages are touched: no pointer rests on a mark there, and its title would only weigh. */
function linkFor(run: MarkedRun, linkOf: LinkOfRun, isNarrow: boolean): MarkLink | null {
  const link = linkOf(run);
  return link === null || !isNarrow ? link : { ...link, title: '' };
}

function placeOfMarks(place: Place): MarkPlace<PlacedMark> {
  return {
    x: ({ x, beyond }) => movedBy(place.x(x), beyond === 'left' ? -beyondEdge : beyond === 'right' ? beyondEdge : 0),
    y: ({ y, beyond }) => (y === null ? null : movedBy(place.y(y), beyond === 'top' ? -beyondEdge : beyond === 'bottom' ? beyondEdge : 0)),
  };
}

function movedBy(pixels: number | null, by: number): number | null {
  return pixels === null || by === 0 ? pixels : tenth(pixels + by);
}

/** Dots of up to three densities: one run, up to ten, more. */
function dotsOf(
  dots: readonly ThinnedMark<unknown>[],
  { isCross, isNarrow }: { readonly isCross: boolean; readonly isNarrow: boolean },
): string {
  const diameter = isNarrow ? 2 : 3;
  const byDensity = Map.groupBy(dots, ({ count }) => (count === 1 ? 1 : count <= 10 ? 2 : 3));
  return Array.from(byDensity)
    .toSorted(([a], [b]) => a - b)
    .map(([density, some]) => {
      const path = dotsInOnePath(some, isCross ? diameter + 1 : null);
      return `<path class="density-${density}" stroke-width="${isCross ? 1.5 : diameter}" d="${path}"/>`;
    })
    .join('');
}

function radiusOf(placed: PlacedMark, { large, isCrowded }: RunMarks, isNarrow: boolean): number {
  return (large.has(placed) || placed.run.mark === 'baseline' ? 4.5 : 3) - (isNarrow ? 1 : 0) - (isCrowded ? 1 : 0);
}
