/** B₂ₖ / (2k(2k−1)) for k = 1 … 8: the coefficients of Stirling's series (DLMF 5.11.1). */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400];

/** From here on eight terms of the series leave an error below that of a double. */
const farEnough = 10;

/** ln Γ(x) for x > 0: Stirling's series, after `Γ(x) = Γ(x + k) / (x (x + 1) … (x + k − 1))` has brought x far enough out. */
export function logGamma(x: number): number {
  let passed = 1;
  let far = x;
  for (; far < farEnough; far += 1) passed *= far;
  let series = 0;
  let power = 1 / far;
  for (const coefficient of stirling) {
    series += coefficient * power;
    power /= far * far;
  }
  return (far - 0.5) * Math.log(far) - far + 0.5 * Math.log(2 * Math.PI) + series - Math.log(passed);
}

/** ln of the number of ways to choose k of n. */
export function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
