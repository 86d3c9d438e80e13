import { expect, it } from 'vitest';
import { expectedKeeps } from '#statistics/luck.ts';

it('expects the second and third of equal runs to be the best so far with 1/2 and 1/3', () => {
  expect(expectedKeeps(1, 2)).toBeCloseTo(1 / 2 + 1 / 3, 14);
});

it('expects none without runs, and fewer after more baselines', () => {
  expect(expectedKeeps(5, 0)).toBe(0);
  expect(expectedKeeps(5, 100)).toBeLessThan(expectedKeeps(3, 100));
});

it('grows as slowly as the logarithm', () => {
  // H(n) = ln n + γ + 1/(2n) − …, with H(5) = 137/60.
  const euler = 0.5772156649015329;
  expect(expectedKeeps(5, 1_000_000)).toBeCloseTo(Math.log(1_000_005) + euler + 1 / 2_000_010 - 137 / 60, 9);
});
