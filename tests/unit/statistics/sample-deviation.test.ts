import { expect, it } from 'vitest';
import { deviationNodes } from '#statistics/sample-deviation.ts';

it.each([1, 2, 4, 7.5, 100, 1e5])('gives nodes whose square has the mean 1 and the variance 2/ν, with ν = %d', (degrees) => {
  const nodes = deviationNodes(degrees, 1);
  const meanOf = (f: (s: number) => number): number => nodes.reduce((sum, { s, weight }) => sum + weight * f(s), 0);
  expect(meanOf(() => 1)).toBeCloseTo(1, 12);
  expect(meanOf((s) => s * s)).toBeCloseTo(1, 7);
  expect(meanOf((s) => (s * s - 1) ** 2)).toBeCloseTo(2 / degrees, 6);
});

it('goes from the largest to the smallest', () => {
  const nodes = deviationNodes(4, 1).map(({ s }) => s);
  expect(nodes).toEqual(nodes.toSorted((a, b) => b - a));
});
