import { describe, expect, it } from 'vitest';
import { nullFrontierCurve } from '#statistics/null-frontier-curve.ts';
import { nullFrontier } from '#statistics/null-frontier.ts';

describe('the curve of the null frontier', () => {
  it.each([
    { baselines: 5, runs: 90, degrees: 4 },
    { baselines: 3, runs: 1000, degrees: 2 },
    { baselines: 1, runs: 7, degrees: 12 },
    { baselines: 5, runs: 100_000, degrees: 4 },
  ])('is within 0.1 % of the frontier at each of its points, and exact at the last, for %o', (of) => {
    const curve = nullFrontierCurve(of, 25);
    for (const { runs, c } of curve) {
      const exact = nullFrontier({ ...of, runs });
      expect(Math.abs(c / exact - 1)).toBeLessThan(0.001);
    }
    expect(curve.at(-1)).toEqual({ runs: of.runs, c: nullFrontier(of) });
  });

  it('goes through every number of runs where they are few, and through so many where they are not', () => {
    const runsOf = (runs: number) => nullFrontierCurve({ baselines: 3, runs, degrees: 2 }, 40).map((point) => point.runs);
    expect(runsOf(5)).toEqual([1, 2, 3, 4, 5]);
    expect(runsOf(10_000).length).toBeLessThanOrEqual(40);
    expect(runsOf(1)).toEqual([1]);
    expect(runsOf(0)).toEqual([]);
  });
});
