import { noncentralStudentCdf } from './distributions.ts';
import { findRoot } from './find-root.ts';
import { firstWhere } from './first-where.ts';
import { oneSidedCritical } from './one-run.ts';

interface Design {
  /** Level of the one-sided test. */
  readonly alpha: number;
  readonly power?: number;
}

/**
 * The smallest number of runs per arm with which a one-sided two-sample t test shows an effect (in sigmas) with the given power; null where more
 * than `most` would be needed, or where there is no effect to show. An arm needs two runs to have a variance.
 */
export function replicatesNeeded({
  effect,
  alpha,
  power = 0.8,
  most = 1000,
}: Design & { readonly effect: number; readonly most?: number }): number | null {
  if (!(effect > 0)) return null;
  return firstWhere(2, most, (n) => powerOf({ effect, n, alpha }) >= power);
}

/** The smallest effect, in sigmas, that n runs per arm show with the given power; null with fewer than two. */
export function detectableEffect({ n, alpha, power = 0.8 }: Design & { readonly n: number }): number | null {
  if (n < 2) return null;
  const excess = (effect: number): number => powerOf({ effect, n, alpha }) - power;
  let high = 1;
  while (excess(high) < 0) high *= 2;
  return findRoot(excess, 0, high, 1e-9);
}

/** How often the test finds an effect that is there: `t = Δ/(s√(2/n))` is noncentral with δ = effect·√(n/2) and 2n − 2 degrees of freedom. */
export function powerOf({ effect, n, alpha }: { readonly effect: number; readonly n: number; readonly alpha: number }): number {
  const degrees = 2 * n - 2;
  return 1 - noncentralStudentCdf(oneSidedCritical(degrees, alpha), degrees, effect * Math.sqrt(n / 2));
}
