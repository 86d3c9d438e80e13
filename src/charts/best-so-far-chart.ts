import * as Plot from '@observablehq/plot';
import { chartRange } from './chart-range.ts';
import { dotsInOnePath } from './dots-in-one-path.ts';
import { finishSvg, withPlotDocument } from './plot-document.ts';

/** What became of a run; each has a shape and a class of its own (`mark-kept`, …), so that colour is never all there is. */
export const runMarks = ['baseline', 'kept', 'discarded', 'crashed', 'other'] as const;
export type RunMark = (typeof runMarks)[number];

/** Symbols of Plot by mark; the legend draws the same shapes. */
export const markSymbols: Readonly<Record<RunMark, 'diamond' | 'circle' | 'times' | 'square'>> = {
  baseline: 'diamond',
  kept: 'circle',
  discarded: 'circle',
  crashed: 'times',
  other: 'square',
};

export interface ChartRun {
  readonly ordinal: number;
  /** Null where the run was not scored; then only a crash is drawn, at the edge. */
  readonly value: number | null;
  readonly mark: RunMark;
  readonly bestSoFar: boolean;
  /** Shown by a pointer that rests on the mark. */
  readonly title: string;
  /** Address of the run, or null. */
  readonly href: string | null;
}

export interface BestSoFarData {
  /** Unique on the page: ids within the SVG begin with it. */
  readonly id: string;
  readonly metric: string;
  readonly unit: string | null;
  readonly direction: 'lower' | 'higher' | null;
  readonly runs: readonly ChartRun[];
  /** The best value as written, beside its mark. */
  readonly bestLabel: string;
  /** Width in CSS pixels at which the text has its natural size. */
  readonly width: number;
}

/** Of more runs than this, only those that count are marks of their own, with link and title: thousands of them would outweigh the page. */
const mostLinkedMarks = 300;

/** Pixels between the drawn values and the frame: room for crashes at one side and the best value's label at the other. */
const edge = 26;
/** How many of them a crash, or a run beyond the drawn range, stands away from the outermost value. */
const beyondEdge = 14;

/**
 * Draws the runs of a table in file order, with the best so far as a step line. Colours come from the page by class; the SVG holds no style
 * of its own and works under a strict content security policy. Crashed runs stand beyond the edge where values are worst, never at a value;
 * discarded runs far outside the range of the others stand beyond the edge as well, and the summary says how many.
 */
export function bestSoFarChart(data: BestSoFarData): { svg: string; summary: string } {
  const range = chartRange(data.runs.filter((run) => run.mark !== 'crashed'));
  const worstIsUp = data.direction !== 'higher';
  const positioned = data.runs.flatMap((run): PositionedRun[] => {
    if (run.mark === 'crashed') return [{ ...run, y: worstIsUp ? range.high : range.low, beyond: worstIsUp ? 'top' : 'bottom' }];
    if (run.value === null) return [];
    const beyond = run.value > range.high ? 'top' : run.value < range.low ? 'bottom' : null;
    return [{ ...run, y: Math.min(range.high, Math.max(range.low, run.value)), beyond }];
  });
  const summary = summaryOf(data, positioned.filter(({ mark, beyond }) => mark !== 'crashed' && beyond !== null).length);
  const best = positioned.filter((run) => run.bestSoFar);
  const steps = [...best, ...best.slice(-1).map((run) => ({ ...run, ordinal: data.runs.length }))];
  const marks = drawingOrder.flatMap((mark) =>
    Array.from(
      Map.groupBy(
        positioned.filter((run) => run.mark === mark),
        ({ beyond }) => beyond,
      ),
      ([beyond, runs]) => dots(runs, mark, beyond, { crowded: positioned.length > mostLinkedMarks, narrow: data.width < 500 }),
    ),
  );

  const draw = (document: Document): string => {
    const svg = Plot.plot({
      document,
      className: 'chart',
      width: data.width,
      height: Math.round(Math.max(data.width * 0.35, 250)),
      marginTop: 34,
      marginRight: 16,
      marginBottom: 42,
      marginLeft: 64,
      x: { domain: [0.5, Math.max(data.runs.length, 1) + 0.5], label: 'run', labelArrow: 'none', tickFormat: 'd', ticks: wholeTicks(data) },
      y: {
        domain: [range.low, range.high],
        label: axisLabel(data),
        labelArrow: 'none',
        ticks: 5,
        nice: false,
        insetTop: edge,
        insetBottom: edge,
      },
      r: { type: 'identity' },
      marks: [
        Plot.gridY({ ticks: 5, className: 'chart-grid', strokeOpacity: 1 }),
        Plot.line(steps, { x: 'ordinal', y: 'y', curve: 'step-after', strokeWidth: 2, className: 'chart-best' }),
        ...marks,
        Plot.text(best.slice(-1), {
          x: 'ordinal',
          y: 'y',
          text: () => data.bestLabel,
          dy: worstIsUp ? 16 : -16,
          textAnchor: (best.at(-1)?.ordinal ?? 0) > data.runs.length / 2 ? 'end' : 'start',
          className: 'chart-best-label',
        }),
      ],
    });
    return finishSvg(svg, { id: data.id, title: `Best ${data.metric} so far`, description: summary });
  };
  return { svg: withPlotDocument(draw), summary };
}

interface PositionedRun extends ChartRun {
  readonly y: number;
  /** The edge beyond which the run stands, since its value lies outside or it has none. */
  readonly beyond: 'top' | 'bottom' | null;
}

/** The runs of one sort. Where the chart is crowded, those that nothing was built on are small dots, so that the others stay to be seen. */
function dots(
  runs: readonly PositionedRun[],
  mark: RunMark,
  beyond: PositionedRun['beyond'],
  { crowded, narrow }: { readonly crowded: boolean; readonly narrow: boolean },
): Plot.Markish {
  const dy = beyond === null ? 0 : beyond === 'top' ? -beyondEdge : beyondEdge;
  const className = `mark-${mark}`;
  const counts = mark === 'baseline' || mark === 'kept';
  if (crowded && (!counts || runs.length > mostLinkedMarks))
    return dotsInOnePath(runs, { className, dy, diameter: narrow ? 2 : 3.5, cross: mark === 'crashed' });
  return Plot.dot(runs, {
    x: 'ordinal',
    y: 'y',
    dy,
    r: (run: ChartRun) => (run.bestSoFar || mark === 'baseline' ? 4.5 : 3) - (narrow ? 1 : 0) - (crowded ? 1 : 0),
    symbol: markSymbols[mark],
    title: 'title',
    href: 'href',
    fill: mark === 'discarded' || mark === 'crashed' ? 'none' : 'currentColor',
    stroke: 'currentColor',
    className,
    clip: false,
  });
}

/** What matters most is drawn last, on top. */
const drawingOrder: readonly RunMark[] = ['discarded', 'other', 'crashed', 'kept', 'baseline'];

function wholeTicks({ runs, width }: BestSoFarData): number {
  return Math.min(runs.length, width < 500 ? 3 : 8);
}

/** `val_bpb (bits per byte, lower is better)`. */
function axisLabel({ metric, unit, direction }: BestSoFarData): string {
  const notes = [unit, direction === null ? null : `${direction} is better`].filter((note) => note !== null);
  return notes.length === 0 ? metric : `${metric} (${notes.join(', ')})`;
}

function thousands(count: number): string {
  return count.toLocaleString('en-US');
}

/** @param outside how many runs lie beyond the drawn range */
function summaryOf(data: BestSoFarData, outside: number): string {
  const story = storyOf(data);
  return outside === 0
    ? story
    : `${story} ${thousands(outside)} ${outside === 1 ? 'run' : 'runs'} ${outside === 1 ? 'lies' : 'lie'} beyond the drawn range, at the edge.`;
}

function storyOf(data: BestSoFarData): string {
  const best = data.runs.filter((run) => run.bestSoFar);
  const [first, last] = [best[0], best.at(-1)];
  const count = (mark: RunMark): number => data.runs.filter((run) => run.mark === mark).length;
  const parts = runMarks.flatMap((mark) => (count(mark) === 0 || mark === 'other' ? [] : [`${thousands(count(mark))} ${mark}`]));
  const runs = `${thousands(data.runs.length)} ${data.runs.length === 1 ? 'run' : 'runs'}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
  const unit = data.unit === null ? '' : ` ${data.unit}`;
  if (data.direction === null) return `${runs} Which way ${data.metric} is better is not known, so no run is called best.`;
  if (first === undefined || last === undefined) return `${runs} None of them has a value of ${data.metric} that counts.`;
  if (first === last) return `${runs} The best ${data.metric} is ${data.bestLabel}${unit}, of run ${last.ordinal}.`;
  const better = best.length - 1;
  return `${runs} ${data.metric} (${data.direction} is better) went from ${first.value} in run ${first.ordinal} to ${data.bestLabel}${unit} in run ${last.ordinal}; the best so far changed ${better === 1 ? 'once' : `${better} times`}.`;
}
