/** Highest power first. */
const numerator = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376,
];
const denominator = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948,
  440.413735824752,
];
/** From here on a continued fraction is nearer than the quotient of polynomials. */
const farTail = 5 * Math.SQRT2;

/**
 * The standard normal distribution function. The tail keeps its digits: relative to it, the error is below 1e-8, near the middle below 1e-14.
 * Hart's approximation 5666 ("Computer Approximations", 1968), as given by West, "Better approximations to cumulative normal functions",
 * Wilmott Magazine (2005).
 */
export function normalCdf(x: number): number {
  const tail = upperTail(Math.abs(x));
  return x > 0 ? 1 - tail : tail;
}

function upperTail(x: number): number {
  const density = Math.exp((-x * x) / 2);
  if (x < farTail) return (density * polynomial(numerator, x)) / polynomial(denominator, x);
  return density / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / Math.sqrt(2 * Math.PI);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}
