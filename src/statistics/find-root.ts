const mostSteps = 200;

/**
 * Where a continuous function changes its sign between `low` and `high`, to the last digits of a double. The signs at the ends must differ; else
 * the end nearer to zero is returned. Chandrupatla's method: "A new hybrid quadratic/bisection algorithm", Adv. Eng. Software 28 (1997).
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance = 4 * Number.EPSILON): number {
  let [a, fa] = [high, f(high)];
  let [b, fb] = [low, f(low)];
  let t = 0.5;
  for (let step = 0; step < mostSteps; step += 1) {
    if (fa === 0 || Math.sign(fa) === Math.sign(fb)) break;
    const x = a + t * (b - a);
    const fx = f(x);
    const sameSide = Math.sign(fx) === Math.sign(fa);
    const [c, fc] = sameSide ? [a, fa] : [b, fb];
    if (!sameSide) [b, fb] = [a, fa];
    [a, fa] = [x, fx];
    const smallest = (tolerance * Math.max(Math.abs(a), Math.abs(b))) / Math.abs(b - c);
    if (fx === 0 || smallest > 0.5) break;
    t = Math.min(1 - smallest, Math.max(smallest, nextShare({ a, fa, b, fb, c, fc })));
  }
  return Math.abs(fa) <= Math.abs(fb) ? a : b;
}

/** Where between a and b to look next: by inverse quadratic interpolation where that is safe, else in the middle. */
function nextShare({ a, fa, b, fb, c, fc }: Record<'a' | 'fa' | 'b' | 'fb' | 'c' | 'fc', number>): number {
  const xi = (a - b) / (c - b);
  const phi = (fa - fb) / (fc - fb);
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
}
