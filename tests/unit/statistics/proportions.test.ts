import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherExact, upperBoundOfNone, wilsonInterval } from '#statistics/proportions.ts';

describe("Fisher's exact test", () => {
  it('gives 0.486 for the lady who told three of four cups of tea', () => {
    // Of 70 ways to choose four of eight cups: 1 + 16 that tell three or four, and as many that tell one or none.
    expect(fisherExact({ a: 3, ofA: 4, b: 1, ofB: 4 })).toBeCloseTo(34 / 70, 12);
  });

  it("gives what R's documentation prints for convictions of twins", () => {
    // fisher.test(Convictions, conf.int = FALSE): p-value = 0.0005367.
    expect(fisherExact({ a: 2, ofA: 17, b: 10, ofB: 13 })).toBeCloseTo(0.0005367, 7);
  });

  it('tells 0 of 50 from 12 of 50', () => {
    // SciPy 1.17: fisher_exact([[0, 50], [12, 38]]).
    expect(fisherExact({ a: 0, ofA: 50, b: 12, ofB: 50 })).toBeCloseTo(0.00023114, 8);
  });

  it('does not care which side comes first, nor what is called a success', () => {
    const counts = fc
      .tuple(fc.nat(40), fc.nat(40))
      .chain(([ofA, ofB]) => fc.record({ a: fc.nat(ofA), ofA: fc.constant(ofA), b: fc.nat(ofB), ofB: fc.constant(ofB) }));
    fc.assert(
      fc.property(counts, ({ a, ofA, b, ofB }) => {
        const p = fisherExact({ a, ofA, b, ofB });
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisherExact({ a: b, ofA: ofB, b: a, ofB: ofA })).toBeCloseTo(p, 10);
        expect(fisherExact({ a: ofA - a, ofA, b: ofB - b, ofB })).toBeCloseTo(p, 10);
      }),
    );
  });

  it('says nothing of equal shares, or of nothing', () => {
    expect(fisherExact({ a: 5, ofA: 10, b: 5, ofB: 10 })).toBe(1);
    expect(fisherExact({ a: 0, ofA: 0, b: 1, ofB: 6 })).toBe(1);
    expect(fisherExact({ a: 0, ofA: 9, b: 0, ofB: 9 })).toBe(1);
  });

  it('ends for counts of a billion', () => {
    // A difference of 20,000 in a billion is 0.894 standard errors: two-sided 0.371 by the normal approximation.
    expect(fisherExact({ a: 500_000_000, ofA: 1e9, b: 499_980_000, ofB: 1e9 })).toBeCloseTo(0.371, 3);
  });
});

describe("Wilson's interval", () => {
  it.each([
    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), Table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d of %d reaches from %d to %d', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('stays within 0 and 1 and reaches the end that was seen', () => {
    expect(wilsonInterval(0, 7)?.low).toBe(0);
    expect(wilsonInterval(7, 7)?.high).toBe(1);
  });

  it('is wider at a higher level, and unknown of nothing', () => {
    expect(wilsonInterval(5, 10, 0.99)?.high).toBeGreaterThan(wilsonInterval(5, 10, 0.95)?.high ?? 1);
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe('the bound of what never happened', () => {
  it('is three over the tries, near the exact one', () => {
    expect(upperBoundOfNone(50)).toBe(0.06);
    // Exactly: what share would give none in 50 tries in 5 of 100 cases.
    expect(1 - 0.05 ** (1 / 50)).toBeCloseTo(0.058, 3);
  });

  it('is no more than everything', () => {
    expect([upperBoundOfNone(2), upperBoundOfNone(0)]).toEqual([1, 1]);
  });
});
