const precision = 1e-15;
/** Stands for a zero that would be divided by. */
const tiny = 1e-300;
/** The fractions here settle within some multiple of the square root of their parameters: far more than any table asks for. */
const mostTerms = 100_000;

/**
 * `a₁/(b₁ + a₂/(b₂ + …))`, from the front until a term changes nothing: Lentz's method as modified by Thompson and Barnett,
 * "Coulomb and Bessel functions of complex arguments and order", J. Comput. Phys. 64 (1986).
 */
export function continuedFraction(term: (k: number) => { readonly a: number; readonly b: number }): number {
  let value = tiny;
  let c = tiny;
  let d = 0;
  for (let k = 1; k <= mostTerms; k += 1) {
    const { a, b } = term(k);
    d = 1 / nonzero(b + a * d);
    c = nonzero(b + a / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < precision) break;
  }
  return value;
}

function nonzero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
