import { describe, expect, it } from 'vitest';
import { pooledNoise } from '#statistics/pooled-noise.ts';
import { near } from './near.ts';
import { coverageOfSigma } from './simulations.ts';

describe('noise', () => {
  it('lies between 0.52 s and 6.28 s after three baselines', () => {
    expect(pooledNoise([[1, 2, 3]])).toEqual({
      sigma: 1,
      degrees: 2,
      low: near(0.5207, 4),
      high: near(6.2847, 4),
    });
  });

  it('is pooled over groups by their degrees of freedom, whatever their means', () => {
    // Squared deviations: 1 + 0 + 1 of the first, 1 + 1 of the second; 2 + 1 degrees of freedom.
    const noise = pooledNoise([
      [1, 2, 3],
      [101, 103],
    ]);
    expect(noise).toMatchObject({ sigma: near(Math.sqrt(4 / 3), 14), degrees: 3 });
  });

  it('learns nothing from a group of one', () => {
    expect(pooledNoise([[1, 2, 3], [7], []])).toEqual(pooledNoise([[1, 2, 3]]));
  });

  it('is unknown with fewer than two degrees of freedom', () => {
    expect(pooledNoise([])).toEqual({ missing: 'too few replicates' });
    expect(pooledNoise([[1, 2]])).toEqual({ missing: 'too few replicates' });
    expect(pooledNoise([[1], [2], [3]])).toEqual({ missing: 'too few replicates' });
  });

  it('is known from two pairs', () => {
    const noise = pooledNoise([
      [0, 2],
      [5, 7],
    ]);
    expect(noise).toMatchObject({ sigma: near(Math.SQRT2, 14), degrees: 2 });
  });

  it('is unknown where nothing moves', () => {
    expect(pooledNoise([[0.3, 0.3, 0.3]])).toEqual({ missing: 'no spread' });
    expect(pooledNoise([[1.7e308, -1.7e308, 0]])).toEqual({ missing: 'no spread' });
  });

  it.each([3, 5, 10])('has an interval that holds the true one in 95 of 100 tables of %d baselines', (baselines) => {
    // Four standard errors of 4,000 tables are 1.4 points.
    expect(Math.abs(coverageOfSigma({ tables: 4000, baselines, seed: baselines }) - 0.95)).toBeLessThan(0.014);
  });
});
