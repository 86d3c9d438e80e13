import { continuedFraction } from './continued-fraction.ts';
import { logGamma } from './log-gamma.ts';

/**
 * The regularised incomplete beta function I_x(a, b) for a, b > 0. It takes `y = 1 − x` beside x, because a caller knows either without the
 * cancellation of the difference.
 */
export function incompleteBeta({ x, y, a, b }: { readonly x: number; readonly y: number; readonly a: number; readonly b: number }): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b));
  // The fraction settles fast on this side of the mean; I_x(a, b) = 1 − I_y(b, a) leads here from the other (DLMF 8.17.4).
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(y, b, a)) / b;
}

/** DLMF 8.17.22: 1/(1 + d₁/(1 + d₂/(1 + …))). */
function fraction(x: number, a: number, b: number): number {
  return continuedFraction((k) => ({ a: k === 1 ? 1 : partial(k - 1, x, a, b), b: 1 }));
}

/** d₂ₘ and d₂ₘ₊₁ of DLMF 8.17.23. */
function partial(k: number, x: number, a: number, b: number): number {
  const m = Math.floor(k / 2);
  const scale = x / ((a + k - 1) * (a + k));
  return k % 2 === 0 ? m * (b - m) * scale : -(a + m) * (a + b + m) * scale;
}
