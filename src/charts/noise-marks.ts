import * as Plot from '@observablehq/plot';
import type { ChartNoise } from './best-so-far-data.ts';
import { clamp, type Range } from './chart-range.ts';
import type { PlacedRun } from './placed-runs.ts';

/** Band and frontier in the units of the scales, along one axis. */
export interface PlacedNoise {
  readonly band: { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number };
  readonly mean: number;
  readonly frontier: readonly { readonly x: number; readonly y: number }[];
}

/** The values that a chart should show of the noise: the ends of the band, and where the frontier ends. */
export function noiseValues(noise: ChartNoise | null): number[] {
  if (noise === null) return [];
  const last = noise.frontier.at(-1);
  return [noise.mean - noise.reach, noise.mean + noise.reach, ...(last === undefined ? [] : [last.value])];
}

/**
 * Places the noise along an axis, from the first run of its stratum to the last: a point of the frontier after `n` runs stands at the n-th scored run
 * beside the baselines.
 *
 * @param runs in the order of the axis
 */
export function placedNoise(noise: ChartNoise | null, runs: readonly PlacedRun[], range: Range): PlacedNoise | null {
  if (noise === null) return null;
  const own = runs.filter(({ run }) => run.stratum === noise.stratum);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return null;
  const counted = own.filter(({ run }) => run.scored && !run.isBaseline);
  const points = noise.frontier.flatMap(({ runs: number, value }) => {
    const at = counted[number - 1];
    return at === undefined ? [] : [{ x: at.x, y: clamp(value, range) }];
  });
  const end = points.at(-1);
  return {
    band: { x1: first.x, x2: last.x, y1: clamp(noise.mean - noise.reach, range), y2: clamp(noise.mean + noise.reach, range) },
    mean: clamp(noise.mean, range),
    frontier: end === undefined ? [] : [...points, { x: last.x, y: end.y }],
  };
}

/**
 * The band of the noise and the null frontier. They lie below everything else.
 *
 * @param isEven whether runs are evenly spaced; where they are not, the frontier falls only where there are any
 */
export function noiseMarks(
  { band, mean, frontier }: PlacedNoise,
  { isRough, isEven }: { isRough: boolean; isEven: boolean },
): Plot.Markish[] {
  return [
    Plot.rect([band], {
      x1: 'x1',
      x2: 'x2',
      y1: 'y1',
      y2: 'y2',
      fill: 'currentColor',
      className: isRough ? 'noise-band rough' : 'noise-band',
    }),
    Plot.ruleY([mean], { x1: band.x1, x2: band.x2, stroke: 'currentColor', strokeDasharray: '1 3', className: 'noise-mean' }),
    Plot.line(frontier, {
      x: 'x',
      y: 'y',
      curve: isEven ? 'linear' : 'step-after',
      stroke: 'currentColor',
      strokeDasharray: '6 4',
      strokeWidth: 1.5,
      className: 'null-frontier',
    }),
  ];
}

/** Height of a line of text in pixels. */
const lineHeight = 15;

/**
 * Names beside the ends of band and frontier, moved apart where they would lie on each other.
 *
 * @param pixelsPerUnit of the y scale
 */
export function noiseLabels(noise: ChartNoise, { band, mean, frontier }: PlacedNoise, pixelsPerUnit: number): Plot.Markish[] {
  const end = frontier.at(-1);
  const label = (text: string, y: number, dy: number, className: string): Plot.Markish =>
    Plot.text([{ x: band.x2, y }], { x: 'x', y: 'y', text: () => text, dx: 10, dy, textAnchor: 'start', className });
  if (end === undefined) return [label(noise.label, mean, 0, 'noise-label')];
  const apart = (mean - end.y) * pixelsPerUnit;
  const push = (Math.max(0, lineHeight - Math.abs(apart)) / 2) * (apart >= 0 ? 1 : -1);
  return [label(noise.label, mean, -push, 'noise-label'), label(noise.frontierLabel, end.y, push, 'null-frontier-label')];
}
