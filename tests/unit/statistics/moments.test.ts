import { describe, expect, it } from 'vitest';
import { meanOf, momentsOf } from '#statistics/moments.ts';
import { near } from './near.ts';

/** The data sets NumAcc2, 3 and 4 of NIST's Statistical Reference Datasets: a value, then 500 pairs of a tenth below and a tenth above it. */
function nist(low: number, middle: number, high: number): number[] {
  return [middle, ...Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? low : high))];
}

describe('mean and standard deviation', () => {
  it.each([
    ['NumAcc2', nist(1.1, 1.2, 1.3), 1.2, 12],
    ['NumAcc3', nist(1_000_000.1, 1_000_000.2, 1_000_000.3), 1_000_000.2, 9],
    ['NumAcc4', nist(10_000_000.1, 10_000_000.2, 10_000_000.3), 10_000_000.2, 8],
  ])("are those that NIST certifies for %s, as far as the data's own digits reach", (_, values, mean, digits) => {
    expect(momentsOf(values)).toMatchObject({ mean: near(mean, 8), deviation: near(0.1, digits) });
  });

  it('are right for small differences of large numbers', () => {
    expect(momentsOf([1e9 + 1, 1e9 + 2, 1e9 + 3])).toEqual({ n: 3, mean: 1e9 + 2, deviation: 1 });
  });

  it('lose nothing by rounding over many values', () => {
    const values = Array.from({ length: 1000 }, (_, index) => 1e9 + ((index * 7919) % 1000));
    expect(meanOf(values)).toBe(1e9 + 499.5);
  });

  it('are exactly without spread if and only if all values are the same', () => {
    expect(momentsOf([0.1, 0.1, 0.1])).toEqual({ n: 3, mean: 0.1, deviation: 0 });
    expect(momentsOf([1e-200, 2e-200])?.deviation).toBeGreaterThan(0);
  });

  it('are finite at the ends of what a number can hold', () => {
    const { mean, deviation } = momentsOf([1.7e308, 1.6e308, 1.5e308]) ?? { mean: 0, deviation: 0 };
    expect(mean / 1e308).toBeCloseTo(1.6, 12);
    expect(deviation / 1e307).toBeCloseTo(1, 12);
    expect(meanOf([1.7e308, -1.7e308])).toBe(0);
    expect(momentsOf([1.7e308, -1.7e308])?.deviation).toBe(Infinity);
  });

  it('need two values', () => {
    expect([momentsOf([]), momentsOf([3])]).toEqual([null, null]);
    expect(meanOf([3])).toBe(3);
  });
});
