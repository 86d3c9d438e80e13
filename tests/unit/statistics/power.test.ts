import { describe, expect, it } from 'vitest';
import { confirmationLevel } from '#statistics/confirmation-level.ts';
import { detectableEffect, powerOf, replicatesNeeded } from '#statistics/power.ts';

describe('power', () => {
  it("is what R's documentation prints", () => {
    // power.t.test(n = 20, delta = 1, sd = 1): power = 0.8689528, two-sided at 0.05.
    expect(powerOf({ effect: 1, n: 20, alpha: 0.025 })).toBeCloseTo(0.8689528, 7);
  });

  it('is the level where there is no effect', () => {
    expect(powerOf({ effect: 0, n: 5, alpha: 0.0304 })).toBeCloseTo(0.0304, 9);
  });
});

describe('the replicates that would settle it', () => {
  it('are 60, 16, 8, 5 and 3 an arm for effects of 0.5, 1, 1.5, 2 and 3 σ at the level of a first confirmation', () => {
    const needed = [0.5, 1, 1.5, 2, 3].map((effect) => replicatesNeeded({ effect, alpha: confirmationLevel(1) }));
    expect(needed).toEqual([60, 16, 8, 5, 3]);
  });

  it("are what R's documentation and Cohen's table give", () => {
    // power.t.test(power = .90, delta = 1): n = 22.02110; one-sided: n = 17.84713.
    expect(replicatesNeeded({ effect: 1, alpha: 0.025, power: 0.9 })).toBe(23);
    expect(replicatesNeeded({ effect: 1, alpha: 0.05, power: 0.9 })).toBe(18);
    // Cohen, "A power primer", Psychological Bulletin 112 (1992): 64 for a medium and 26 for a large difference, two-sided at 0.05.
    expect(replicatesNeeded({ effect: 0.5, alpha: 0.025 })).toBe(64);
    expect(replicatesNeeded({ effect: 0.8, alpha: 0.025 })).toBe(26);
  });

  it('are unknown beyond a thousand, and where there is nothing to show', () => {
    expect(replicatesNeeded({ effect: 0.01, alpha: 0.05 })).toBeNull();
    expect(replicatesNeeded({ effect: 0, alpha: 0.05 })).toBeNull();
    expect(replicatesNeeded({ effect: Number.NaN, alpha: 0.05 })).toBeNull();
    expect(replicatesNeeded({ effect: 1, alpha: 0.05, most: 10 })).toBeNull();
  });

  it('are two however large the effect', () => {
    expect(replicatesNeeded({ effect: 1e6, alpha: 0.0304 })).toBe(2);
    expect(replicatesNeeded({ effect: Infinity, alpha: 0.0304 })).toBe(2);
  });
});

describe('the smallest effect that would show', () => {
  it('has just the power asked for', () => {
    for (const n of [2, 3, 5, 50]) {
      const effect = detectableEffect({ n, alpha: 0.0304 });
      expect(powerOf({ effect: effect ?? Number.NaN, n, alpha: 0.0304 })).toBeCloseTo(0.8, 7);
    }
  });

  it('is below 2 σ with five replicates an arm, as five are needed for that', () => {
    expect(detectableEffect({ n: 5, alpha: confirmationLevel(1) })).toBeCloseTo(1.94, 2);
    expect(detectableEffect({ n: 4, alpha: confirmationLevel(1) })).toBeGreaterThan(2);
  });

  it('is unknown with fewer than two', () => {
    expect(detectableEffect({ n: 1, alpha: 0.05 })).toBeNull();
  });
});
