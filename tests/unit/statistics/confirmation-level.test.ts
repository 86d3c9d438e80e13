import { expect, it } from 'vitest';
import { confirmationLevel } from '#statistics/confirmation-level.ts';

it('is 0.0304 for the first confirmation and a quarter of that for the second', () => {
  expect(confirmationLevel(1)).toBeCloseTo(0.0304, 4);
  expect(confirmationLevel(2)).toBeCloseTo(confirmationLevel(1) / 4, 14);
});

it('adds up to α over all confirmations there could be', () => {
  let sum = 0;
  for (let j = 10_000; j > 0; j -= 1) sum += confirmationLevel(j, 0.1);
  expect(sum).toBeLessThan(0.1);
  expect(sum).toBeCloseTo(0.1, 4);
});
