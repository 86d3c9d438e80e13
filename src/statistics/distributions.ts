import { findRoot } from './find-root.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import { normalCdf } from './normal.ts';
import { deviationNodes } from './sample-deviation.ts';

export { normalCdf } from './normal.ts';

/** More degrees of freedom than this change nothing that a double shows. */
const asGoodAsNormal = 1e10;

/** P(T ≤ t) of Student's t. Degrees of freedom are positive and may be fractional; infinitely many give the normal distribution. */
export function studentCdf(t: number, degrees: number): number {
  if (degrees > asGoodAsNormal) return normalCdf(t);
  const squared = t * t;
  const tail =
    squared === Infinity
      ? 0
      : incompleteBeta({ x: degrees / (degrees + squared), y: squared / (degrees + squared), a: degrees / 2, b: 0.5 }) / 2;
  return t > 0 ? 1 - tail : tail;
}

/** The t that P(T ≤ t) = p holds for: the inverse of `studentCdf`; −∞ and ∞ at p = 0 and 1. */
export function studentQuantile(p: number, degrees: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  if (p > 0.5) return -studentQuantile(1 - p, degrees);
  // As logarithms, for far out in the tail all probabilities look alike.
  const excess = (t: number): number => Math.log(studentCdf(t, degrees) / p);
  let low = -1;
  while (excess(low) > 0) low *= 2;
  return findRoot(excess, low, 0);
}

/** P(X ≤ x) of χ². Degrees of freedom are positive and may be fractional. */
export function chiSquareCdf(x: number, degrees: number): number {
  return incompleteGamma(degrees / 2, x / 2).lower;
}

/** The x that P(X ≤ x) = p holds for: the inverse of `chiSquareCdf`; 0 and ∞ at p = 0 and 1. */
export function chiSquareQuantile(p: number, degrees: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return Infinity;
  const excess = (logX: number): number => {
    const { lower, upper } = incompleteGamma(degrees / 2, Math.exp(logX) / 2);
    return p < 0.5 ? Math.log(lower / p) : Math.log((1 - p) / upper);
  };
  let low = Math.log(degrees);
  let high = low;
  for (let reach = 1; excess(low) > 0; reach *= 2) low -= reach;
  for (let reach = 1; excess(high) < 0; reach *= 2) high += reach;
  return Math.exp(findRoot(excess, low, high));
}

/**
 * P(T ≤ t) of the noncentral t, T = (Z + δ)/S with S² ~ χ²_ν/ν: the mean of Φ(t·S − δ) over S, which is its definition and, other than series
 * in δ, holds for every δ. Degrees of freedom may be fractional.
 */
export function noncentralStudentCdf(t: number, degrees: number, delta: number): number {
  if (degrees > asGoodAsNormal) return normalCdf(t - delta);
  let probability = 0;
  // Φ(t·S − δ) rises from 0 to 1 while S grows by some 1/t.
  for (const { s, weight } of deviationNodes(degrees, 0.5 / (1 + Math.abs(t)))) probability += weight * normalCdf(t * s - delta);
  return probability;
}
