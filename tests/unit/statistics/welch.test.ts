import { describe, expect, it } from 'vitest';
import { welch } from '#statistics/welch.ts';
import { near } from './near.ts';
import { confirmedShare } from './simulations.ts';

/** Student's sleep data (Biometrika 6, 1908): R's `sleep`. */
const drug1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const drug2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe("Welch's test", () => {
  it("gives what R's documentation prints for Student's sleep data", () => {
    // t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776, p-value = 0.07939 (two-sided), -3.3654832 0.2054832.
    const test = welch(drug1, drug2);
    expect(test).toMatchObject({
      difference: near(-1.58, 12),
      t: near(-1.8608, 4),
      degrees: near(17.776, 3),
      p: near(1 - 0.07939 / 2, 5),
      low: near(-3.3654832, 7),
      high: near(0.2054832, 7),
    });
  });

  it('asks whether the first values are greater: turned around, p is what was missing to 1', () => {
    expect(welch(drug2, drug1)?.p).toBeCloseTo(0.07939 / 2, 5);
    expect((welch(drug1, drug2)?.p ?? 0) + (welch(drug2, drug1)?.p ?? 0)).toBeCloseTo(1, 12);
  });

  it('measures the effect in pooled deviations, with the exact correction of Hedges', () => {
    // Deviation 1 on either side and 4 degrees of freedom: J(4) = Γ(2)/(√2 Γ(3/2)) = 0.7979 (Hedges 1981, Table 1).
    expect(welch([3, 4, 5], [1, 2, 3])?.hedgesG).toBeCloseTo(2 * 0.7979, 4);
  });

  it('takes the degrees of freedom of the side that scatters, if the other does not', () => {
    expect(welch([5, 5, 5, 5], [1, 2, 3])).toMatchObject({ degrees: near(2, 12), t: near(3 * Math.sqrt(3), 12) });
  });

  it('is right for values far from zero, and for very small and very large ones', () => {
    const shifted = welch(
      drug1.map((value) => value + 1e6),
      drug2.map((value) => value + 1e6),
    );
    expect(shifted?.t).toBeCloseTo(-1.8608, 4);
    for (const scale of [1e-200, 1e200]) {
      const scaled = welch(
        drug1.map((value) => value * scale),
        drug2.map((value) => value * scale),
      );
      expect(scaled).toMatchObject({ t: near(-1.8608, 4), degrees: near(17.776, 3), p: near(0.9603, 4) });
    }
  });

  it('says nothing with one value on a side, or without any scatter', () => {
    expect(welch([1], [1, 2, 3])).toBeNull();
    expect(welch([1, 2, 3], [])).toBeNull();
    expect(welch([2, 2], [1, 1, 1])).toBeNull();
    expect(welch([1.7e308, -1.7e308], [1, 2])).toBeNull();
  });

  it.each([
    { effect: 1.5, target: 0.57 },
    { effect: 2, target: 0.8 },
  ])('confirms a true effect of $effect σ with five replicates an arm in a share of $target', ({ effect, target }) => {
    expect(Math.abs(confirmedShare({ tables: 4000, effect, replicates: 5, seed: 3 }) - target)).toBeLessThan(0.04);
  });

  it('confirms pure noise no more often than its level says', () => {
    // Four standard errors of 4,000 tests are 1.1 points.
    expect(confirmedShare({ tables: 4000, effect: 0, replicates: 5, seed: 4 })).toBeLessThan(0.0304 + 0.011);
  });
});
