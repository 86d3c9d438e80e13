import * as Plot from '@observablehq/plot';
import { edge, frameOf, isNarrowAt, labelBelow, valueScale, type Drawing } from './chart-frame.ts';
import { chartRange, clamp, extent } from './chart-range.ts';
import { gradesOf } from './grades.ts';
import { finishSvg, withPlotDocument } from './plot-document.ts';

/** One prediction that was checked; what was expected has two ends, which are the same where one value was, and may be infinite. */
export interface CalibrationMark {
  readonly low: number;
  readonly high: number;
  readonly observed: number;
  readonly href: string;
  readonly name: string;
  /** Whether the change went the way that was expected; null where that cannot be said. */
  readonly inDirection: boolean | null;
}

export interface CalibrationData {
  readonly marks: readonly CalibrationMark[];
  /** What both axes are of: `change of val_bpb`. */
  readonly quantity: string;
  readonly summary: string;
}

/**
 * Observed over expected: on the diagonal it came as predicted. A range is a bar with a dot in its middle, hollow where the change went the other way. Both
 * axes have one scale of their own, since what was expected may be a hundred times what was seen.
 */
export function calibrationChart({ marks, quantity, summary }: CalibrationData): (drawing: Drawing) => string {
  const ends = marks.flatMap(({ low, high }) => [low, high].filter(Number.isFinite));
  const rangeX = chartRange([...ends, 0]);
  const rangeY = chartRange([...marks.map(({ observed }) => observed), 0]);
  const placed = marks.map((mark) => {
    const [left, right] = [clamp(mark.low, rangeX), clamp(mark.high, rangeX)];
    return { ...mark, left, right, x: (left + right) / 2, y: clamp(mark.observed, rangeY) };
  });
  const both = extent([Math.max(rangeX.low, rangeY.low), Math.min(rangeX.high, rangeY.high)]);

  return ({ id, width }) =>
    withPlotDocument((document) => {
      const [gradesX, gradesY] = [gradesOf(rangeX, isNarrowAt(width) ? 4 : 8), gradesOf(rangeY, 5)];
      const plot = Plot.plot({
        document,
        ...frameOf(width),
        x: {
          domain: [rangeX.low, rangeX.high],
          label: `expected ${quantity}`,
          ...labelBelow,
          ticks: [...gradesX.values],
          tickFormat: gradesX.textOf,
          insetLeft: edge,
          insetRight: edge,
        },
        y: valueScale(rangeY, gradesY, `observed ${quantity}`),
        marks: [
          Plot.gridY(gradesY.values, { className: 'chart-grid', strokeOpacity: 1 }),
          Plot.ruleX([0], { className: 'calibration-zero' }),
          Plot.ruleY([0], { className: 'calibration-zero' }),
          ...(both === null ? [] : [Plot.line([[both.low, both.low], [both.high, both.high]], { className: 'calibration-diagonal', strokeDasharray: '5 4' })]), // prettier-ignore
          Plot.ruleY(placed, { x1: 'left', x2: 'right', y: 'y', className: 'calibration-range', strokeWidth: 3 }),
          Plot.dot(placed, {
            x: 'x',
            y: 'y',
            r: 5,
            className: 'calibration-marks',
            stroke: 'currentColor',
            strokeWidth: 2,
            fill: ({ inDirection }: CalibrationMark) => (inDirection === false ? 'none' : 'currentColor'),
            href: 'href',
            title: 'name',
          }),
        ],
      });
      return finishSvg(plot, { id, title: `Observed against expected ${quantity}`, description: summary });
    });
}
