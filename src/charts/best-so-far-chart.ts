import * as Plot from '@observablehq/plot';
import { bestLines, stepPath, type BestLine } from './best-lines.ts';
import type { BestSoFarData, ChartRun } from './best-so-far-data.ts';
import { bestSoFarStory } from './best-so-far-story.ts';
import { frameOf, isNarrowAt, metricLabel, valueHeight, valueScale, type Drawing, type Drawn } from './chart-frame.ts';
import { chartRange, clamp, type Range } from './chart-range.ts';
import { counted, drawingNote, sentences } from './drawing-note.ts';
import { evaluationChanges, evaluationRules } from './evaluation-changes.ts';
import { gradesOf } from './grades.ts';
import { noiseLabels, noiseMarks, noiseValues, placedNoise } from './noise-marks.ts';
import { placedRuns, type PlacedRun } from './placed-runs.ts';
import { finishSvg, withPlotDocument } from './plot-document.ts';
import { axisScale, type RunAxis } from './run-axis.ts';
import { drawRunMarks, runMarksOf } from './run-marks-drawing.ts';
import { WrittenMarks } from './written-marks.ts';

/** Room at the right for the names of band and frontier, where the picture is wide enough for it. */
const labelRoom = 150;

export interface BestSoFarChart {
  /** What the chart shows, in words. */
  readonly summary: string;
  draw: (drawing: Drawing) => Drawn;
}

/** An axis that runs are drawn along. */
export interface ChartAxis {
  readonly axis: RunAxis;
  /** What is to be said of it, such as what its hours are: whole sentences, or empty. */
  readonly remark: string;
}

/**
 * The runs of a table along each axis, with the best so far as a step line and what luck alone explains behind it. Colours come from the page by
 * class; the SVG holds no style of its own and works under a strict content security policy. Crashed runs stand beyond the edge where values are
 * worst, never at a value; runs far outside the range of the others stand beyond the edge as well. Of very many marks those that would lie on each
 * other are drawn once; lines are always of all runs.
 */
export function bestSoFarCharts(data: BestSoFarData, axes: readonly ChartAxis[]): BestSoFarChart[] {
  const range = rangeOf(data);
  return axes.map((axis) => bestSoFarChart(data, axis, range));
}

function bestSoFarChart(data: BestSoFarData, { axis, remark }: ChartAxis, range: Range): BestSoFarChart {
  const runs = placedRuns(data.runs, axis, range, data.direction);
  const lines = bestLines(runs, data.direction);
  const current = lines.find(({ stratum }) => stratum === data.stratum) ?? null;
  const records = new Set(lines.flatMap((line) => line.records));
  const marks = runMarksOf(runs, { large: records, important: () => mostImportant(runs, records) });
  const noise = placedNoise(data.noise, runs, range);
  const changes = evaluationChanges(runs);
  const beyond = runs.reduce((count, placed) => count + (placed.beyond !== null && placed.run.mark !== 'crashed' ? 1 : 0), 0);
  const grades = gradesOf(range, 5);
  const summary = bestSoFarStory(data, current?.records.map(({ run }) => run) ?? []);

  const draw = ({ id, width }: Drawing): Drawn => {
    const isNarrow = isNarrowAt(width);
    const written = new WrittenMarks();
    const { layers, drawn } = drawRunMarks(marks, written, { isNarrow, linkOf: data.linkOf });
    const x = axisScale(axis, width);
    const pixelsPerUnit = valueHeight(width) / (range.high - range.low);
    return withPlotDocument((document) => {
      const plot = Plot.plot({
        document,
        ...frameOf(width, noise === null || isNarrow ? undefined : labelRoom),
        x,
        y: valueScale(range, grades, metricLabel(data.metric, data.unit, data.direction)),
        marks: [
          Plot.gridY(grades.values, { className: 'chart-grid', strokeOpacity: 1 }),
          ...(noise === null ? [] : noiseMarks(noise, { isRough: data.noise?.isRough ?? false, isEven: axis.kind === 'order' })),
          ...evaluationRules(changes, isNarrow),
          ...lines.map((line) => bestLine(line, line === current, range, written)),
          ...layers,
          ...(current === null ? [] : bestLabel(current, data, range, x.domain)),
          ...(noise === null || data.noise === null || isNarrow ? [] : noiseLabels(data.noise, noise, pixelsPerUnit)),
        ],
      });
      const note = drawingNote({ beyond, missing: missingNote(data.runs.length - runs.length, axis), drawn: drawn(), of: marks.count });
      const description = sentences(summary, data.remark, remark, note);
      const svg = finishSvg(plot, { id, title: bestSoFarTitle(data), description });
      return { svg: written.insertInto(svg), note };
    });
  };
  return { summary, draw };
}

/** Where nobody knows which way is better, the chart shows every run and no best. */
export function bestSoFarTitle({ metric, direction }: Pick<BestSoFarData, 'metric' | 'direction'>): string {
  return direction === null ? `${metric} of all runs` : `Best ${metric} so far`;
}

function rangeOf({ runs, noise }: BestSoFarData): Range {
  const valuesOf = (some: readonly ChartRun[]): number[] => some.flatMap(({ value }) => value ?? []);
  return chartRange(
    valuesOf(runs.filter(({ mark }) => mark !== 'crashed' && mark !== 'discarded')),
    valuesOf(runs.filter(({ mark }) => mark === 'discarded')),
    noiseValues(noise),
  );
}

/** What was best last, then baselines, then what was kept and cannot be told from the best. */
function mostImportant(runs: readonly PlacedRun[], records: ReadonlySet<PlacedRun>): PlacedRun[] {
  const others = runs.filter((placed) => !records.has(placed));
  const baselines = others.filter(({ run }) => run.mark === 'baseline');
  const tied = others.filter(({ run }) => run.tied && run.mark === 'kept');
  return [...[...records].reverse(), ...baselines, ...tied];
}

function bestLine(line: BestLine<PlacedRun>, isCurrent: boolean, range: Range, written: WrittenMarks): Plot.Markish {
  const attributes = { class: isCurrent ? 'chart-best' : 'chart-best former', fill: 'none', stroke: 'currentColor', 'stroke-width': '2' };
  return written.mark(attributes, (place) => {
    const path = stepPath(line, range, place);
    return path === '' ? '' : `<path d="${path}"/>`;
  });
}

/** The best value as written, on the side of its mark where no run can be better, and where there is room for it. */
function bestLabel(
  { records }: BestLine<PlacedRun>,
  { bestLabel: text, direction }: BestSoFarData,
  range: Range,
  [left, right]: readonly [number, number],
): Plot.Markish[] {
  const best = records.at(-1);
  if (best?.y === undefined || best.y === null) return [];
  return [
    Plot.text([{ x: best.x, y: clamp(best.y, range) }], {
      x: 'x',
      y: 'y',
      text: () => text,
      dy: direction === 'higher' ? -16 : 16,
      textAnchor: best.x > (left + right) / 2 ? 'end' : 'start',
      className: 'chart-best-label',
    }),
  ];
}

function missingNote(count: number, axis: RunAxis): string {
  if (count === 0) return '';
  const lacking = axis.kind === 'date' ? 'date that can be read' : 'time';
  return `${counted(count, 'run has', 'runs have')} no ${lacking} and ${count === 1 ? 'is' : 'are'} not drawn.`;
}
