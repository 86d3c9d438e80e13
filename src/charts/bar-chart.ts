import * as Plot from '@observablehq/plot';
import type { Drawing, Drawn } from './chart-frame.ts';
import { sentences } from './drawing-note.ts';
import { finishSvg, withPlotDocument } from './plot-document.ts';
import { wrapText } from './wrap-text.ts';

export interface Bar {
  /** Zero or more. */
  readonly value: number;
  /** The value as it is read, beside the bar. */
  readonly text: string;
  /** Drawn as an outline: what was planned, beside what was. */
  readonly isHollow: boolean;
}

export interface BarRow {
  readonly name: string;
  /** Not empty. */
  readonly bars: readonly Bar[];
}

export interface BarData {
  readonly title: string;
  readonly rows: readonly BarRow[];
  /** What the chart shows, in words. */
  readonly summary: string;
}

/** In pixels: names stand above their bars, so that they have the whole width on a narrow page too. */
const size = { name: 19, bar: 13, between: 4, behind: 13, letter: 7, gap: 8 } as const;

interface Placed extends Bar {
  readonly top: number;
  readonly bottom: number;
}

/** Bars from zero, one row under the other, each with its value in words: lengths compare, words say how much. */
export function barChart({ title, rows, summary }: BarData): (drawing: Drawing) => Drawn {
  let y = 0;
  const names: { readonly text: string; readonly y: number }[] = [];
  const bars: Placed[] = [];
  for (const row of rows) {
    names.push({ text: row.name, y: y + size.name / 2 });
    y += size.name;
    for (const bar of row.bars) {
      bars.push({ ...bar, top: y, bottom: y + size.bar });
      y += size.bar + size.between;
    }
    y += size.behind;
  }
  const high = Math.max(...bars.map(({ value }) => value), 0) || 1;
  const room = size.gap + Math.ceil(Math.max(...bars.map(({ text }) => text.length), 0) * size.letter);

  return ({ id, width }) =>
    withPlotDocument((document) => {
      const columns = Math.floor(width / size.letter);
      const rectangles = (isHollow: boolean) =>
        Plot.rect(
          bars.filter((bar) => bar.isHollow === isHollow),
          {
            className: isHollow ? 'bar-planned' : 'bar',
            x1: 0,
            x2: 'value',
            y1: 'top',
            y2: 'bottom',
            ...(isHollow
              ? { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, insetTop: 1, insetBottom: 1 }
              : { fill: 'currentColor' }),
          },
        );
      const plot = Plot.plot({
        document,
        className: 'chart',
        width,
        height: Math.max(1, y - size.behind),
        marginTop: 0,
        marginBottom: 0,
        marginLeft: 1,
        marginRight: Math.min(room, Math.floor(width / 2)),
        x: { domain: [0, high], axis: null },
        y: { type: 'identity', axis: null },
        marks: [
          rectangles(false),
          rectangles(true),
          Plot.text(names, {
            className: 'bar-names',
            x: () => 0,
            y: 'y',
            text: ({ text }: { text: string }) => wrapText(text, columns, 1)[0] ?? '',
            textAnchor: 'start',
          }),
          Plot.text(bars, {
            className: 'bar-values',
            x: 'value',
            y: ({ top, bottom }: Placed) => (top + bottom) / 2,
            text: 'text',
            textAnchor: 'start',
            dx: size.gap - 2,
          }),
        ],
      });
      return { svg: finishSvg(plot, { id, title, description: sentences(summary) }), note: '' };
    });
}
