import { describe, expect, it } from 'vitest';
import { meanInterval } from '#statistics/mean-interval.ts';
import { near } from './near.ts';
import { coverageOfMean } from './simulations.ts';

describe('the interval of a mean', () => {
  it('reaches t·s/√n to either side', () => {
    // R: t.test(c(1, 2, 3))$conf.int is -0.484138 4.484138.
    expect(meanInterval([1, 2, 3])).toEqual({ mean: 2, low: near(-0.484138, 6), high: near(4.484138, 6) });
  });

  it('is wider at a higher level', () => {
    // R: qt(0.995, 2)/sqrt(3) = 5.730.
    expect(meanInterval([1, 2, 3], 0.99)?.high).toBeCloseTo(2 + 5.7301, 3);
  });

  it('has no width where values do not differ, and is unknown of one', () => {
    expect(meanInterval([4, 4])).toEqual({ mean: 4, low: 4, high: 4 });
    expect(meanInterval([4])).toBeNull();
  });

  it('holds the true mean in 95 of 100 samples of three', () => {
    // Four standard errors of 4,000 samples are 1.4 points.
    expect(Math.abs(coverageOfMean({ tables: 4000, n: 3, seed: 5 }) - 0.95)).toBeLessThan(0.014);
  });
});
