import * as Plot from '@observablehq/plot';
import { edge, frameOf, isNarrowAt, labelBelow, metricLabel, valueScale, type Drawing, type Drawn } from './chart-frame.ts';
import { chartRange, clamp, type Range } from './chart-range.ts';
import { drawingNote, sentences } from './drawing-note.ts';
import { gradesOf } from './grades.ts';
import { finishSvg, withPlotDocument } from './plot-document.ts';
import { drawRunMarks, runMarksOf, type Edge, type LinkOfRun, type MarkedRun, type PlacedMark } from './run-marks-drawing.ts';
import { WrittenMarks, tenth, type Place } from './written-marks.ts';

export interface ScatterRun extends MarkedRun {
  readonly x: number;
  readonly y: number;
}

export interface ScatterMetric {
  readonly name: string;
  readonly unit: string | null;
  readonly direction: 'lower' | 'higher';
}

export interface ScatterData {
  readonly x: ScatterMetric;
  readonly y: ScatterMetric;
  readonly runs: readonly ScatterRun[];
  /** Indices of the runs that no other beats in both, from the best x to the worst. */
  readonly front: readonly number[];
  readonly linkOf: LinkOfRun;
  /** What the chart shows, in words. */
  readonly summary: string;
}

/** Room for the name of a run beside its mark, in pixels. */
const nameRoom = { width: 58, height: 16 } as const;

/**
 * Runs by two metrics, with the Pareto front as a step line: on its better side lies no run. Runs far outside the range of the others stand beyond
 * the edge. Of very many marks those that would lie on each other are drawn once; the front is always that of all runs.
 */
export function scatterChart(data: ScatterData): (drawing: Drawing) => Drawn {
  const [rangeX, rangeY] = [rangeOf(data.runs, 'x'), rangeOf(data.runs, 'y')];
  const placed = data.runs.map((run): PlacedMark => ({
    run,
    x: clamp(run.x, rangeX),
    y: clamp(run.y, rangeY),
    beyond: edgeOf(run, rangeX, rangeY),
  }));
  const front = data.front.flatMap((index) => placed[index] ?? []);
  const marks = runMarksOf(placed, { large: new Set(front), important: () => front });
  const beyond = placed.reduce((count, mark) => count + (mark.beyond === null ? 0 : 1), 0);

  return ({ id, width }) => {
    const isNarrow = isNarrowAt(width);
    const written = new WrittenMarks();
    const { layers, drawn } = drawRunMarks(marks, written, { isNarrow, linkOf: data.linkOf });
    const [gradesX, gradesY] = [gradesOf(rangeX, isNarrow ? 4 : 8), gradesOf(rangeY, 5)];
    const line = { class: 'pareto-front', fill: 'none', stroke: 'currentColor', 'stroke-width': '2' };
    return withPlotDocument((document) => {
      const plot = Plot.plot({
        document,
        ...frameOf(width),
        x: {
          domain: [rangeX.low, rangeX.high],
          label: metricLabel(data.x.name, data.x.unit, data.x.direction),
          ...labelBelow,
          ticks: [...gradesX.values],
          tickFormat: gradesX.textOf,
          insetLeft: edge,
          insetRight: edge,
        },
        y: valueScale(rangeY, gradesY, metricLabel(data.y.name, data.y.unit, data.y.direction)),
        marks: [
          Plot.gridY(gradesY.values, { className: 'chart-grid', strokeOpacity: 1 }),
          written.mark(line, (place) => frontPath(front, place)),
          ...layers,
          ...(isNarrow ? [] : [written.mark({ class: 'front-names' }, (place) => frontNames(front, data, place, width))]),
        ],
      });
      const note = drawingNote({ beyond, missing: '', drawn: drawn(), of: marks.count });
      const svg = finishSvg(plot, { id, title: `${data.y.name} against ${data.x.name}`, description: sentences(data.summary, note) });
      return { svg: written.insertInto(svg), note };
    });
  };
}

function rangeOf(runs: readonly ScatterRun[], axis: 'x' | 'y'): Range {
  const valuesOf = (isDiscarded: boolean): number[] =>
    runs.flatMap((run) => ((run.mark === 'discarded') === isDiscarded ? [run[axis]] : []));
  return chartRange(valuesOf(false), valuesOf(true));
}

/** A run that is out in both metrics stands at the side. */
function edgeOf({ x, y }: ScatterRun, rangeX: Range, rangeY: Range): Edge | null {
  if (x < rangeX.low) return 'left';
  if (x > rangeX.high) return 'right';
  return y > rangeY.high ? 'top' : y < rangeY.low ? 'bottom' : null;
}

/**
 * From each run of the front along its y to the x of the next: what lies on the better side of the line was reached by none. Corners within half a
 * pixel are one, as they look.
 */
function frontPath(front: readonly PlacedMark[], place: Place): string {
  const parts: string[] = [];
  let [lastX, lastY] = [NaN, NaN];
  for (const { x, y } of front) {
    const [atX, atY] = [place.x(x), y === null ? null : place.y(y)];
    if (atX === null || atY === null || (Math.abs(atX - lastX) < 0.5 && Math.abs(atY - lastY) < 0.5)) continue;
    parts.push(parts.length === 0 ? `M${atX} ${atY}` : `H${atX}V${atY}`);
    [lastX, lastY] = [atX, atY];
  }
  return parts.length < 2 ? '' : `<path d="${parts.join('')}"/>`;
}

/** `run 12` on the better side of its mark, where no other mark can be, as long as it does not lie on another name or on the axis. */
function frontNames(front: readonly PlacedMark[], { x: metricX, y: metricY }: ScatterData, place: Place, width: number): string {
  const named: { left: number; y: number }[] = [];
  const [isLeft, down] = [metricX.direction === 'lower', metricY.direction === 'lower' ? 14 : -6];
  const { marginLeft, marginRight } = frameOf(width);
  return front
    .map(({ run, x, y }) => {
      const [atX, atY] = [place.x(x), y === null ? null : place.y(y)];
      if (atX === null || atY === null) return '';
      const hasRoom = isLeft ? atX - nameRoom.width > marginLeft : atX + nameRoom.width < width - marginRight;
      const [left, textX] = hasRoom === isLeft ? [atX - nameRoom.width, atX - 7] : [atX, atX + (hasRoom ? 7 : -7)];
      const textY = atY + (hasRoom ? down : 1.4 * down);
      if (named.some((name) => Math.abs(name.left - left) < nameRoom.width && Math.abs(name.y - textY) < nameRoom.height)) return '';
      named.push({ left, y: textY });
      return `<text x="${tenth(textX)}" y="${tenth(textY)}" text-anchor="${hasRoom === isLeft ? 'end' : 'start'}">run ${run.ordinal.toLocaleString('en-US')}</text>`;
    })
    .join('');
}
