import { studentCdf, studentQuantile } from './distributions.ts';
import { logGamma } from './log-gamma.ts';
import { momentsOf } from './moments.ts';

export interface WelchTest {
  /** Mean of a − mean of b. */
  readonly difference: number;
  readonly standardError: number;
  readonly t: number;
  /** Of Welch and Satterthwaite; fractional. */
  readonly degrees: number;
  /** One-sided: how likely a difference as large as this is, were a not greater than b. */
  readonly p: number;
  /** Ends of the two-sided 95 % interval of the difference. */
  readonly low: number;
  readonly high: number;
  /** The difference in pooled standard deviations, corrected for small samples. */
  readonly hedgesG: number;
}

/**
 * Whether the values of a are greater than those of b, without assuming that both scatter alike: Welch, "The generalization of 'Student's' problem
 * when several different population variances are involved", Biometrika 34 (1947). Null with fewer than two values on a side, and where neither
 * side scatters at all: without noise there is no scale to measure a difference by.
 */
export function welch(a: readonly number[], b: readonly number[]): WelchTest | null {
  const left = momentsOf(a);
  const right = momentsOf(b);
  if (left === null || right === null) return null;
  const leftError = left.deviation / Math.sqrt(left.n);
  const rightError = right.deviation / Math.sqrt(right.n);
  const difference = left.mean - right.mean;
  const standardError = Math.hypot(leftError, rightError);
  if (standardError === 0 || !Number.isFinite(standardError) || !Number.isFinite(difference)) return null;

  const t = difference / standardError;
  // As shares of the whole, for a fourth power of a small number would be 0.
  const [leftShare, rightShare] = [(leftError / standardError) ** 4, (rightError / standardError) ** 4];
  const degrees = 1 / (leftShare / (left.n - 1) + rightShare / (right.n - 1));
  const reach = studentQuantile(0.975, degrees) * standardError;

  const pooledDegrees = left.n + right.n - 2;
  const pooled = Math.hypot(left.deviation * Math.sqrt(left.n - 1), right.deviation * Math.sqrt(right.n - 1)) / Math.sqrt(pooledDegrees);
  return {
    difference,
    standardError,
    t,
    degrees,
    p: studentCdf(-t, degrees),
    low: difference - reach,
    high: difference + reach,
    hedgesG: smallSampleCorrection(pooledDegrees) * (difference / pooled),
  };
}

/** `J(m) = Γ(m/2) / (√(m/2) Γ((m − 1)/2))`: Hedges, "Distribution theory for Glass's estimator of effect size", J. Educ. Stat. 6 (1981). */
function smallSampleCorrection(degrees: number): number {
  return Math.exp(logGamma(degrees / 2) - logGamma((degrees - 1) / 2)) / Math.sqrt(degrees / 2);
}
