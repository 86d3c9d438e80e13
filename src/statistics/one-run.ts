import { studentQuantile } from './distributions.ts';

/**
 * One new run against the mean of n others, `Δ / (σ √(1 + 1/n))`: Student's t with the degrees of freedom of sigma. `sigma` is greater than 0;
 * with n = 1 the other side is a single run, and the divisor σ√2.
 */
export function oneRunT({ difference, sigma, n }: { readonly difference: number; readonly sigma: number; readonly n: number }): number {
  return difference / sigma / Math.sqrt(1 + 1 / n);
}

/** What a t must exceed in a one-sided test at level alpha. */
export function oneSidedCritical(degrees: number, alpha = 0.05): number {
  return -studentQuantile(alpha, degrees);
}
