import * as Plot from '@observablehq/plot';
import { edge, isNarrowAt, labelBelow, metricLabel, type Drawing, type Drawn } from './chart-frame.ts';
import { chartRange, clamp, type Range } from './chart-range.ts';
import { drawingNote, sentences } from './drawing-note.ts';
import { gradesOf } from './grades.ts';
import { finishSvg, withPlotDocument } from './plot-document.ts';
import type { LinkOfRun } from './run-marks-drawing.ts';
import { thinMarks } from './thin-marks.ts';
import { escapeMarkup, markAt, tenth, WrittenMarks, type Place } from './written-marks.ts';

/** A configuration that was run several times. */
export interface StripRow {
  /** What it is called: its first run, or `baselines`. */
  readonly name: string;
  /** What it is of, cut to a line; or empty. */
  readonly about: string;
  readonly isBaseline: boolean;
  readonly runs: readonly StripRun[];
  readonly mean: number;
  /** The 95 % interval of the mean; null with fewer than two values. */
  readonly interval: Range | null;
  /** The mean as text, and of how many values it is: `0.9661, n 5`. */
  readonly value: string;
  /** A word on its rank, or empty. */
  readonly word: string;
}

export interface StripRun {
  readonly ordinal: number;
  readonly value: number;
  /** Whether the mean is of it: the first run of a configuration was chosen for its value. */
  readonly isFresh: boolean;
}

export interface StripData {
  readonly metric: string;
  readonly unit: string | null;
  readonly direction: 'lower' | 'higher';
  readonly rows: readonly StripRow[];
  readonly linkOf: LinkOfRun;
  /** What the chart shows, in words. */
  readonly summary: string;
}

/** More dots of a row would be a bar. */
const mostDots = 20;
/** Height of a row in pixels; its names stand above its dots. */
const rowHeight = 46;
const namesUp = 16;

/** A row for each configuration: its runs, their mean and its 95 % interval, all on one scale. The mean of the baselines runs through all rows. */
export function replicateStrip(data: StripData): (drawing: Drawing) => Drawn {
  const { rows } = data;
  const range = chartRange(
    rows.flatMap((row) => [row.mean, ...row.runs.map(({ value }) => value)]),
    [],
    rows.flatMap(({ interval }) => (interval === null ? [] : [interval.low, interval.high])),
  );
  const baseline = rows.find(({ isBaseline }) => isBaseline) ?? null;
  const count = rows.reduce((sum, { runs }) => sum + runs.length, 0);
  const cut = rows.filter(({ interval }) => interval !== null && (interval.low < range.low || interval.high > range.high)).length;
  const beyond = rows.reduce((sum, { runs }) => sum + runs.filter(({ value }) => value < range.low || value > range.high).length, 0);

  return ({ id, width }) => {
    const isNarrow = isNarrowAt(width);
    const grades = gradesOf(range, isNarrow ? 4 : 6);
    const written = new WrittenMarks();
    let drawn = 0;
    const dots = (isFresh: boolean) =>
      written.mark(
        { class: 'strip-dots', fill: isFresh ? 'currentColor' : 'none', stroke: 'currentColor', 'stroke-width': '1.5' },
        (place) => {
          const texts = rows.flatMap((row, index) => rowDots(row, index, isFresh, range, place, isNarrow, data.linkOf));
          drawn += texts.length;
          return texts.join('');
        },
      );
    return withPlotDocument((document) => {
      const plot = Plot.plot({
        document,
        className: 'chart',
        width,
        height: rows.length * rowHeight + 10 + 48,
        marginTop: 10,
        marginBottom: 48,
        marginLeft: 0,
        marginRight: 0,
        x: {
          domain: [range.low, range.high],
          label: metricLabel(data.metric, data.unit, data.direction),
          ...labelBelow,
          ticks: [...grades.values],
          tickFormat: grades.textOf,
          insetLeft: edge,
          insetRight: edge,
        },
        y: { domain: [-0.8, rows.length - 0.5], reverse: true, axis: null },
        marks: [
          Plot.gridX(grades.values, { className: 'chart-grid', strokeOpacity: 1 }),
          ...(baseline === null
            ? []
            : [Plot.ruleX([clamp(baseline.mean, range)], { className: 'noise-mean', stroke: 'currentColor', strokeDasharray: '1 3' })]),
          written.mark({ class: 'strip-interval', fill: 'none', stroke: 'currentColor' }, (place) =>
            rows.map((row, index) => intervalBar(row, index, range, place)).join(''),
          ),
          dots(false),
          dots(true),
          written.mark({ class: 'strip-names' }, (place) => rows.map((row, index) => rowNames(row, index, width, place)).join('')),
        ],
      });
      const missing = cut === 0 ? '' : `${cut === 1 ? 'One interval ends' : `${cut} intervals end`} beyond the drawn range.`;
      const note = drawingNote({ beyond, missing, drawn, of: count });
      const svg = finishSvg(plot, {
        id,
        title: `Runs of the same configuration by ${data.metric}`,
        description: sentences(data.summary, note),
      });
      return { svg: written.insertInto(svg), note };
    });
  };
}

function rowDots(
  row: StripRow,
  index: number,
  isFresh: boolean,
  range: Range,
  place: Place,
  isNarrow: boolean,
  linkOf: LinkOfRun,
): string[] {
  const runs = row.runs.filter((run) => run.isFresh === isFresh);
  const placeOfRun = { x: ({ value }: StripRun) => place.x(clamp(value, range)), y: () => place.y(index) };
  return thinMarks(runs, placeOfRun, mostDots).map(({ of, x, y }) => {
    const link = linkOf(of);
    const mark = markAt(row.isBaseline ? 'diamond' : 'circle', x, y, 3.5, link === null || !isNarrow ? link : { ...link, title: '' });
    return row.isBaseline ? `<g class="mark-baseline">${mark}</g>` : mark;
  });
}

/** The interval as a bar with ends, the mean as an upright stroke; an interval that is cut has no end there. */
function intervalBar({ mean, interval, isBaseline }: StripRow, index: number, range: Range, place: Place): string {
  const [y, atMean] = [place.y(index), place.x(clamp(mean, range))];
  if (y === null || atMean === null) return '';
  const upright = (x: number, arm: number): string => `M${x} ${tenth(y - arm)}v${2 * arm}`;
  const parts = [upright(atMean, 9)];
  if (interval !== null) {
    const [low, high] = [place.x(clamp(interval.low, range)), place.x(clamp(interval.high, range))];
    if (low !== null && high !== null) parts.push(`M${low} ${y}H${high}`);
    if (low !== null && interval.low >= range.low) parts.push(upright(low, 5));
    if (high !== null && interval.high <= range.high) parts.push(upright(high, 5));
  }
  return `<path${isBaseline ? ' class="noise-mean"' : ''} stroke-width="2" d="${parts.join('')}"/>`;
}

/** The configuration at the left, its mean at the right, above the row. */
function rowNames(row: StripRow, index: number, width: number, place: Place): string {
  const middle = place.y(index);
  if (middle === null) return '';
  const y = tenth(middle - namesUp);
  const about = row.about === '' || isNarrowAt(width) ? '' : ` <tspan class="faint">${escapeMarkup(row.about)}</tspan>`;
  const word = row.word === '' ? '' : `<tspan class="strip-word">${escapeMarkup(row.word)}</tspan> · `;
  return [
    `<text x="0" y="${y}" text-anchor="start">${escapeMarkup(row.name)}${about}</text>`,
    `<text x="${width}" y="${y}" text-anchor="end">${word}${escapeMarkup(row.value)}</text>`,
  ].join('');
}
