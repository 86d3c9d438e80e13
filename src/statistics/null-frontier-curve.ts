import { nullFrontier, type FrontierOf } from './null-frontier.ts';

export interface CurvePoint {
  readonly runs: number;
  /** As `nullFrontier` gives it. */
  readonly c: number;
}

/** So many points are computed; the curve is smooth in ln N, and what lies between them is within 0.1 % of the exact value up to 100,000 runs. */
const computed = 10;

/**
 * The null frontier for every number of runs up to N, for drawing: at most so many points, closer together where the curve bends. The last is exact.
 *
 * @param most at least 2
 */
export function nullFrontierCurve({ baselines, runs, degrees }: FrontierOf, most: number): CurvePoint[] {
  const exact = spaced(runs, computed).map((number) => ({ at: Math.log(number), c: nullFrontier({ baselines, runs: number, degrees }) }));
  return spaced(runs, most).map((number) => ({ runs: number, c: cubicAt(Math.log(number), exact) }));
}

/** Whole numbers from 1 to the last, evenly spaced in their logarithm, each once. */
function spaced(last: number, most: number): number[] {
  if (last < 1) return [];
  return [...new Set(Array.from({ length: most }, (_, index) => Math.round(last ** (index / (most - 1)))))];
}

/** Lagrange's cubic through the four points around a place, or as many as there are. */
function cubicAt(at: number, points: readonly { readonly at: number; readonly c: number }[]): number {
  const above = points.findIndex((point) => point.at >= at);
  const from = Math.max(0, Math.min(points.length - 4, above - 2));
  const around = points.slice(from, from + 4);
  return around.reduce(
    (sum, point) => sum + around.reduce((c, other) => (other === point ? c : (c * (at - other.at)) / (point.at - other.at)), point.c),
    0,
  );
}
