import { logChoose } from './log-gamma.ts';

/** More values than this are not counted out: a t test is as good there, and the table of counts would grow with the fourth power. */
const mostValues = 40;

/**
 * One-sided p of the Mann–Whitney test, a greater than b: of all ways to choose which of the values belong to a, the share whose ranks add up to as
 * much as those of a. Exact; equal values share the mean of their ranks, and the choices are counted with these shared ranks (the permutation
 * distribution given the ties). Null where a side is empty, and with more than forty values.
 */
export function mannWhitney(a: readonly number[], b: readonly number[]): number | null {
  const total = a.length + b.length;
  if (a.length === 0 || b.length === 0 || total > mostValues) return null;
  const ranks = doubledRanks([...a, ...b]);
  const observed = ranks.slice(0, a.length).reduce((sum, rank) => sum + rank, 0);
  // chosen[k].get(sum): how many choices of k of the values seen so far have that sum of ranks.
  const chosen = Array.from({ length: a.length + 1 }, () => new Map<number, number>());
  chosen[0]?.set(0, 1);
  for (const rank of ranks) {
    for (let k = a.length; k > 0; k -= 1) {
      for (const [sum, count] of chosen[k - 1] ?? []) chosen[k]?.set(sum + rank, (chosen[k]?.get(sum + rank) ?? 0) + count);
    }
  }
  let all = 0;
  let asMuch = 0;
  for (const [sum, count] of chosen[a.length] ?? []) {
    all += count;
    if (sum >= observed) asMuch += count;
  }
  return asMuch / all;
}

/** Whether n against m values without ties could reach a level at all: the least p there is, is one over the number of choices. */
export function canReach(n: number, m: number, alpha: number): boolean {
  return -logChoose(n + m, n) <= Math.log(alpha) + 1e-12;
}

/** Twice the rank of every value, from the smallest, so that a mean of ranks is a whole number. */
function doubledRanks(values: readonly number[]): number[] {
  const sorted = values.toSorted((x, y) => x - y);
  return values.map((value) => sorted.indexOf(value) + 1 + sorted.lastIndexOf(value) + 1);
}
