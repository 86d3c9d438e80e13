/** Nodes where the density is below e⁻³² of its highest are left out. */
const depth = 32;
/** Enough for any request of a table; a finer step than this allows would only be asked for by absurd numbers. */
const mostNodes = 20_000;

/**
 * Nodes and weights for the mean of a function of S, where S² ~ χ²_ν/ν: an observed standard deviation over the true one. Largest node first;
 * the weights add up to 1.
 *
 * The trapezoidal rule in u = ln S, whose density is proportional to exp(ν (u − e^{2u}/2)): analytic and vanishing at both ends, so that the error
 * falls exponentially with the step (Trefethen and Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56, 2014).
 * `widest` bounds the step, for a function that changes within less.
 */
export function deviationNodes(degrees: number, widest: number): readonly { readonly s: number; readonly weight: number }[] {
  const logDensity = (u: number): number => degrees * (u - Math.expm1(2 * u) / 2);
  // Left of the mode the density falls as e^{νu}, or as a normal one of this deviation, right of it faster.
  const deviation = 1 / Math.sqrt(2 * degrees);
  const low = -depth / degrees - Math.sqrt(2 * depth) * deviation;
  const high = Math.sqrt(2 * depth) * deviation;
  const step = Math.max(Math.min(0.4 * deviation, 0.2, widest), (high - low) / mostNodes);
  const nodes: { s: number; weight: number }[] = [];
  let total = 0;
  for (let u = high; u >= low; u -= step) {
    const weight = Math.exp(logDensity(u));
    nodes.push({ s: Math.exp(u), weight });
    total += weight;
  }
  return nodes.map(({ s, weight }) => ({ s, weight: weight / total }));
}
