import { describe, expect, it } from 'vitest';
import { normalCdf, studentQuantile } from '#statistics/distributions.ts';
import { nullFrontier } from '#statistics/null-frontier.ts';
import { frontierCrossings } from './simulations.ts';

describe('the null frontier', () => {
  it.each([
    { baselines: 3, expected: [3.37, 7.62, 9.57, 11.5] },
    { baselines: 5, expected: [2.34, 4.42, 5.37, 6.34] },
    { baselines: 10, expected: [1.92, 3.28, 3.89, 4.51] },
  ])('lies after 1, 10, 30 and 100 runs at $expected s for $baselines baselines', ({ baselines, expected }) => {
    const found = [1, 10, 30, 100].map((runs) => nullFrontier({ baselines, runs, degrees: baselines - 1 }));
    expect(found.map((c) => Number(c.toPrecision(3)))).toEqual(expected);
  });

  it('is the critical value of a single run where there is one', () => {
    for (const [baselines, degrees] of [
      [1, 2],
      [3, 2],
      [5, 4],
      [5, 40],
      [200, 1000],
    ] as const) {
      const critical = studentQuantile(0.95, degrees) * Math.sqrt(1 + 1 / baselines);
      expect(nullFrontier({ baselines, runs: 1, degrees })).toBeCloseTo(critical, 4);
    }
  });

  it('is the 95 % point of the best of N where noise and mean are known', () => {
    for (const runs of [1, 100, 1e6]) {
      const c = nullFrontier({ baselines: 1e8, runs, degrees: 1e8 });
      expect(normalCdf(c) ** runs).toBeCloseTo(0.95, 3);
    }
  });

  it('is right to four digits at a million runs', () => {
    // By the same integrals with steps an eighth as wide or less.
    expect(nullFrontier({ baselines: 1, runs: 1e6, degrees: 2 })).toBeCloseTo(21.9007, 3);
    expect(nullFrontier({ baselines: 1, runs: 1e6, degrees: 1000 })).toBeCloseTo(6.57993, 4);
    expect(nullFrontier({ baselines: 5, runs: 1e6, degrees: 4 })).toBeCloseTo(11.6807, 3);
    expect(nullFrontier({ baselines: 1000, runs: 1e6, degrees: 2 })).toBeCloseTo(21.4969, 3);
    expect(nullFrontier({ baselines: 1000, runs: 1e6, degrees: 1000 })).toBeCloseTo(5.3614, 3);
  });

  it('moves out with every run, and in with every baseline and every degree of freedom', () => {
    const at = (baselines: number, runs: number, degrees: number): number => nullFrontier({ baselines, runs, degrees });
    expect(at(5, 51, 4)).toBeGreaterThan(at(5, 50, 4));
    expect(at(6, 50, 4)).toBeLessThan(at(5, 50, 4));
    expect(at(5, 50, 5)).toBeLessThan(at(5, 50, 4));
  });

  it('asks nothing without runs, and everything without baselines', () => {
    expect(nullFrontier({ baselines: 5, runs: 0, degrees: 4 })).toBe(0);
    expect(nullFrontier({ baselines: 0, runs: 5, degrees: 4 })).toBe(Infinity);
  });

  it.each([
    { baselines: 3, runs: 30 },
    { baselines: 5, runs: 100 },
    { baselines: 10, runs: 10 },
  ])('is crossed by 5 of 100 tables of pure noise with $baselines baselines and $runs runs', ({ baselines, runs }) => {
    // Four standard errors of 10,000 tables are 0.9 points.
    expect(Math.abs(frontierCrossings({ tables: 10_000, baselines, runs, seed: 1 }) - 0.05)).toBeLessThan(0.009);
  });
});
