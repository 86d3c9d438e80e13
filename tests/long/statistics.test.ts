import { describe, expect, it } from 'vitest';
import { confirmedShare, coverageOfMean, coverageOfSigma, frontierCrossings } from '../unit/statistics/simulations.ts';

/** Five standard errors of a share of 5 in 100 among 300,000 tables: a method off by that much is found, chance is not. */
const tables = 300_000;
const margin = 0.002;

describe('judgement of pure noise', () => {
  it.each([
    { baselines: 3, runs: 1 },
    { baselines: 3, runs: 30 },
    { baselines: 3, runs: 100 },
    { baselines: 5, runs: 10 },
    { baselines: 5, runs: 30 },
    { baselines: 5, runs: 100 },
    { baselines: 10, runs: 10 },
    { baselines: 10, runs: 100 },
  ])('finds the best of $runs runs beyond the null frontier of $baselines baselines in 4.8 to 5.2 of 100 tables', ({ baselines, runs }) => {
    const share = frontierCrossings({ tables, baselines, runs, seed: 100 * baselines + runs });
    expect(Math.abs(share - 0.05), String(share)).toBeLessThan(margin);
  });

  it('finds the best of 5,000 runs beyond it no more often', () => {
    // Four standard errors of 20,000 tables are 0.6 points.
    const share = frontierCrossings({ tables: 20_000, baselines: 5, runs: 5000, seed: 7 });
    expect(Math.abs(share - 0.05), String(share)).toBeLessThan(0.006);
  });

  it.each([2, 5, 10])('confirms nothing more often than the first level says, with %d replicates an arm', (replicates) => {
    const share = confirmedShare({ tables: 100_000, effect: 0, replicates, seed: replicates });
    expect(share).toBeLessThan(0.0304 + margin);
  });
});

describe('intervals', () => {
  it.each([3, 5, 10])('of sigma hold the true one in 95 of 100 tables of %d baselines', (baselines) => {
    const share = coverageOfSigma({ tables: 100_000, baselines, seed: baselines });
    expect(Math.abs(share - 0.95), String(share)).toBeLessThan(0.0035);
  });

  it.each([2, 3, 5])('of the mean of %d values hold the true one in 95 of 100 samples', (n) => {
    const share = coverageOfMean({ tables: 100_000, n, seed: n });
    expect(Math.abs(share - 0.95), String(share)).toBeLessThan(0.0035);
  });
});

describe('planted effects', () => {
  it.each([
    { effect: 1.5, target: 0.57 },
    { effect: 2, target: 0.8 },
  ])('of $effect σ are confirmed by five replicates an arm in a share of $target', ({ effect, target }) => {
    const share = confirmedShare({ tables: 100_000, effect, replicates: 5, seed: 11 });
    expect(Math.abs(share - target), String(share)).toBeLessThan(0.01);
  });
});
