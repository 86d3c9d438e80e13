/**
 * How many times the best so far is beaten by luck alone in N runs after b baselines, if none differs from another: `H(N + b) − H(b)`, for the
 * k-th of equal runs is the best of k with probability 1/k.
 */
export function expectedKeeps(baselines: number, runs: number): number {
  let keeps = 0;
  for (let k = baselines + runs; k > baselines; k -= 1) keeps += 1 / k;
  return keeps;
}
