import { describe, expect, it } from 'vitest';
import { histogramOf } from '#client/table/histogram.ts';

describe('histogramOf', () => {
  it('counts every value once, the ends included, and none that is missing', () => {
    expect(histogramOf(Float64Array.of(0, 1, NaN, 2, 3, 4), 4)).toEqual({ min: 0, max: 4, n: 5, bins: [1, 1, 1, 2] });
  });

  it('is not squeezed by a value far from all others: the outer bin holds it', () => {
    const values = Float64Array.from({ length: 100 }, (_, index) => index / 100);
    const squeezed = histogramOf(Float64Array.of(...values, 1e6), 10);
    expect(squeezed).toMatchObject({ max: 1e6, n: 101 });
    expect(squeezed?.bins.filter((count) => count > 0).length).toBeGreaterThan(5);
    expect(squeezed?.bins.reduce((sum, count) => sum + count, 0)).toBe(101);
  });

  it('has one full bin where all values agree, and is nothing without values', () => {
    expect(histogramOf(Float64Array.of(2, 2, 2), 3)?.bins).toEqual([3, 0, 0]);
    expect(histogramOf(Float64Array.of(NaN), 3)).toBeNull();
  });
});
