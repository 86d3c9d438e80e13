import { expect, it } from 'vitest';
import { oneRunT, oneSidedCritical } from '#statistics/one-run.ts';

it('divides a difference by the noise of one run and of a mean of n', () => {
  expect(oneRunT({ difference: 6, sigma: 2, n: 3 })).toBeCloseTo(3 / Math.sqrt(4 / 3), 14);
});

it('divides by σ√2 where the other side is a single run', () => {
  expect(oneRunT({ difference: 1, sigma: 1, n: 1 })).toBeCloseTo(1 / Math.SQRT2, 14);
});

it.each([
  { baselines: 3, win: 3.37 },
  { baselines: 5, win: 2.34 },
  { baselines: 10, win: 1.92 },
])('asks of one run after $baselines baselines a win of $win s', ({ baselines, win }) => {
  expect(oneSidedCritical(baselines - 1) * Math.sqrt(1 + 1 / baselines)).toBeCloseTo(win, 2);
});

it('asks for more at a stricter level', () => {
  // R: qt(0.99, 4).
  expect(oneSidedCritical(4, 0.01)).toBeCloseTo(3.746947, 6);
});
