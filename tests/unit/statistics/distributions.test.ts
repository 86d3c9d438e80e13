import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chiSquareCdf,
  chiSquareQuantile,
  noncentralStudentCdf,
  normalCdf,
  studentCdf,
  studentQuantile,
} from '#statistics/distributions.ts';

const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const degrees = fc.double({ min: 0.5, max: 1000, noNaN: true });

/** Equal but for a share of the value. */
function expectNear(value: number, expected: number, share = 1e-9): void {
  expect(Math.abs(value - expected), `${value} instead of ${expected}`).toBeLessThanOrEqual(share * Math.abs(expected));
}

describe('the normal distribution function', () => {
  it('has the values of published tables, and keeps the digits of a tail', () => {
    expect(normalCdf(0)).toBe(0.5);
    // R: pnorm(1.96), pnorm(-3), pnorm(-8), pnorm(-20).
    expectNear(normalCdf(1.96), 0.9750021048517795, 1e-13);
    expectNear(normalCdf(-3), 0.0013498980316300946, 1e-13);
    expectNear(normalCdf(-8), 6.220960574271785e-16, 1e-8);
    expectNear(normalCdf(-20), 2.753624118606234e-89, 1e-8);
  });

  it('is 0 and 1 at the ends, and never anything else than a probability', () => {
    expect([normalCdf(-Infinity), normalCdf(-1e308), normalCdf(40), normalCdf(Infinity)]).toEqual([0, 0, 1, 1]);
  });
});

describe("Student's t", () => {
  it.each([
    // R: qt(p, df); the whole degrees also stand in the table 1.3.6.7.2 of the NIST/SEMATECH e-Handbook.
    [0.95, 2, 2.919985580353726],
    [0.95, 4, 2.131846786326649],
    [0.975, 10, 2.2281388519649385],
    [0.975, 29, 2.045229642132703],
    [0.995, 1, 63.65674116287158],
    [0.9, 4.5, 1.5008853175085577],
    [0.999, 17.776, 3.6179947950786633],
    [0.975, Infinity, 1.959963984540054],
  ])('has at p = %d with %d degrees of freedom the quantile %d', (p, df, quantile) => {
    expectNear(studentQuantile(p, df), quantile, 1e-8);
  });

  it('is arctan with one degree of freedom', () => {
    for (const t of [-30, -2, -0.01, 0, 0.5, 7]) expectNear(studentCdf(t, 1), 0.5 + Math.atan(t) / Math.PI, 1e-13);
  });

  it('is an elementary function with two degrees of freedom', () => {
    for (const t of [-5, -0.3, 0, 1, 4]) expectNear(studentCdf(t, 2), 0.5 + t / (2 * Math.SQRT2 * Math.sqrt(1 + (t * t) / 2)), 1e-13);
  });

  it('keeps the digits of a far tail', () => {
    // With two degrees of freedom P(T < −t) = 1/(2t²) but for a share of 3/(2t²).
    expectNear(studentCdf(-1e6, 2), 0.5e-12, 1e-9);
    expectNear(studentQuantile(0.5e-12, 2), -1e6, 1e-9);
  });

  it('gives back the probability of its quantile', () => {
    fc.assert(
      fc.property(probability, degrees, (p, df) => {
        expectNear(studentCdf(studentQuantile(p, df), df), p, 1e-10);
      }),
    );
  });

  it('rises with t, and lies as high on one side as it is short of 1 on the other', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0.001, max: 10, noNaN: true }), degrees, (t, more, df) => {
        expect(studentCdf(t + more, df)).toBeGreaterThanOrEqual(studentCdf(t, df));
        expect(studentCdf(-t, df)).toBeCloseTo(1 - studentCdf(t, df), 12);
      }),
    );
  });

  it('reaches no end before p does', () => {
    expect([studentQuantile(0, 5), studentQuantile(0.5, 5), studentQuantile(1, 5)]).toEqual([-Infinity, expect.closeTo(0, 12), Infinity]);
    expect([studentCdf(-Infinity, 5), studentCdf(Infinity, 5)]).toEqual([0, 1]);
  });
});

describe('χ²', () => {
  it.each([
    // R: qchisq(p, df); they also stand in the table 1.3.6.7.4 of the NIST/SEMATECH e-Handbook.
    [0.95, 1, 3.841458820694124],
    [0.95, 10, 18.307038053275146],
    [0.025, 2, 0.05063561596857975],
    [0.975, 2, 7.377758908227871],
    [0.05, 30, 18.49266098195347],
    [0.99, 100, 135.80672317102676],
  ])('has at p = %d with %d degrees of freedom the quantile %d', (p, df, quantile) => {
    expectNear(chiSquareQuantile(p, df), quantile, 1e-10);
  });

  it('is an exponential distribution with two degrees of freedom', () => {
    for (const x of [0, 0.001, 1, 30]) expectNear(chiSquareCdf(x, 2), -Math.expm1(-x / 2), 1e-13);
  });

  it('is the distribution of the square of a normal variable with one degree of freedom', () => {
    for (const z of [0.1, 1, 2.5]) expectNear(chiSquareCdf(z * z, 1), 2 * normalCdf(z) - 1, 1e-12);
  });

  it('gives back the probability of its quantile', () => {
    fc.assert(
      fc.property(probability, degrees, (p, df) => {
        expectNear(chiSquareCdf(chiSquareQuantile(p, df), df), p, 1e-10);
      }),
    );
  });

  it('stays between 0 and 1 outside of what can happen', () => {
    expect([chiSquareCdf(-1, 3), chiSquareCdf(0, 3), chiSquareCdf(Infinity, 3)]).toEqual([0, 0, 1]);
    expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3)]).toEqual([0, Infinity]);
  });
});

describe('the noncentral t', () => {
  it.each([
    // SciPy 1.17: scipy.stats.nct.cdf(t, df, delta).
    [2, 10, 1, 0.8076115625303752],
    [2, 4, 2.5, 0.3011482106583971],
    [-1, 7.5, 0.5, 0.07736795359474502],
    [40, 3, 35, 0.5132259995822928],
    [10, 1000, 8, 0.9743809831981822],
  ])('is at t = %d with %d degrees of freedom and δ = %d the probability %d', (t, df, delta, expected) => {
    expectNear(noncentralStudentCdf(t, df, delta), expected, 1e-9);
  });

  it('is that of Student where δ is 0', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), degrees, (t, df) => {
        expect(noncentralStudentCdf(t, df, 0)).toBeCloseTo(studentCdf(t, df), 7);
      }),
    );
  });

  it('has at t = 0 the probability that a normal variable lies below −δ', () => {
    expectNear(noncentralStudentCdf(0, 3, 1), normalCdf(-1), 1e-12);
  });

  it('is normal without end of degrees of freedom', () => {
    expectNear(noncentralStudentCdf(2, Infinity, 0.5), normalCdf(1.5), 1e-12);
  });
});
