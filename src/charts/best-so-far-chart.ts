import * as Plot from '@observablehq/plot';
import { chartRange } from './chart-range.ts';
import { finishSvg, plotDocument } from './plot-document.ts';

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
  /** Name of the metric, with its unit. */
  readonly metric: string;
  readonly direction: 'lower' | 'higher' | null;
  readonly runs: readonly ChartRun[];
  /** The best value as written, beside its mark. */
  readonly bestLabel: string;
  /** Width in CSS pixels at which the text has its natural size. */
  readonly width: number;
}

/** More marks than this carry neither links nor titles, which would outweigh the page. */
const mostLinkedMarks = 600;

/** Pixels between the drawn values and the frame: room for crashes at one side and the best value's label at the other. */
const edge = 26;
/** How many of them a crash stands away from the worst value. */
const beyondEdge = 14;

/**
 * Draws the runs of a table in file order, with the best so far as a step line. Colours come from the page by class; the SVG holds no style
 * of its own and works under a strict content security policy. Crashed runs stand at the edge where values are worst, never at a value;
 * discarded runs far outside the range of the others stand at the edge as well.
 */
export function bestSoFarChart(data: BestSoFarData): { svg: string; summary: string } {
  const summary = summaryOf(data);
  const range = chartRange(data.runs.filter((run) => run.mark !== 'crashed'));
  const worst = data.direction === 'higher' ? range.low : range.high;
  const positioned = data.runs.flatMap((run) => {
    if (run.mark === 'crashed') return [{ ...run, y: worst }];
    return run.value === null ? [] : [{ ...run, y: Math.min(range.high, Math.max(range.low, run.value)) }];
  });
  const best = positioned.filter((run) => run.bestSoFar);
  const steps = [...best, ...best.slice(-1).map((run) => ({ ...run, ordinal: data.runs.length }))];
  const worstIsUp = data.direction !== 'higher';
  const narrow = data.width < 500;
  const linked = positioned.length <= mostLinkedMarks;

  const marks = runMarks
    .toSorted((a, b) => drawingOrder.indexOf(a) - drawingOrder.indexOf(b))
    .map((mark) => {
      const runs = positioned.filter((run) => run.mark === mark);
      return Plot.dot(runs, {
        x: 'ordinal',
        y: 'y',
        dy: mark === 'crashed' ? beyondEdge * (worstIsUp ? -1 : 1) : 0,
        r: (run: ChartRun) => (run.bestSoFar || mark === 'baseline' ? 4.5 : 3) - (narrow ? 1 : 0),
        symbol: markSymbols[mark],
        ...(linked ? { title: 'title', href: 'href' } : {}),
        fill: mark === 'discarded' || mark === 'crashed' ? 'none' : 'currentColor',
        stroke: 'currentColor',
        className: `mark-${mark}`,
        clip: false,
      });
    });

  const svg = Plot.plot({
    document: plotDocument(),
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
  return { svg: finishSvg(svg, { id: data.id, title: `Best ${data.metric} so far`, description: summary }), summary };
}

/** What matters most is drawn last, on top. */
const drawingOrder: readonly RunMark[] = ['discarded', 'other', 'crashed', 'kept', 'baseline'];

function wholeTicks({ runs, width }: BestSoFarData): number {
  return Math.min(runs.length, width < 500 ? 3 : 8);
}

function axisLabel({ metric, direction }: BestSoFarData): string {
  return direction === null ? metric : `${metric} (${direction} is better)`;
}

function summaryOf(data: BestSoFarData): string {
  const best = data.runs.filter((run) => run.bestSoFar);
  const [first, last] = [best[0], best.at(-1)];
  const count = (mark: RunMark): number => data.runs.filter((run) => run.mark === mark).length;
  const parts = runMarks.flatMap((mark) => (count(mark) === 0 || mark === 'other' ? [] : [`${count(mark)} ${mark}`]));
  const runs = `${data.runs.length} ${data.runs.length === 1 ? 'run' : 'runs'}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
  if (data.direction === null) return `${runs} Which way ${data.metric} is better is not known, so no run is called best.`;
  if (first === undefined || last === undefined) return `${runs} None of them has a value of ${data.metric} that counts.`;
  if (first === last) return `${runs} The best ${data.metric} is ${data.bestLabel}, of run ${last.ordinal}.`;
  const better = best.length - 1;
  return `${runs} ${data.metric} (${data.direction} is better) went from ${first.value} in run ${first.ordinal} to ${data.bestLabel} in run ${last.ordinal}; the best so far changed ${better === 1 ? 'once' : `${better} times`}.`;
}
