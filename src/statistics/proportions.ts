import { studentQuantile } from './distributions.ts';
import { firstWhere } from './first-where.ts';
import { logChoose } from './log-gamma.ts';

/** `a` of `ofA` against `b` of `ofB`: whole numbers, with 0 ≤ a ≤ ofA and 0 ≤ b ≤ ofB. */
export interface TwoProportions {
  readonly a: number;
  readonly ofA: number;
  readonly b: number;
  readonly ofB: number;
}

/** As R has it: tables as likely as the observed one but for rounding are counted with it. */
const slack = 1e-7;

/**
 * Two-sided p of Fisher's exact test: of all tables with these margins, how probable are those that are no likelier than this one. The work grows
 * with the spread of the counts, not with the counts, which may go up to 1e12.
 */
export function fisherExact({ a, ofA, b, ofB }: TwoProportions): number {
  const successes = a + b;
  const [low, high] = [Math.max(0, successes - ofB), Math.min(ofA, successes)];
  const all = logChoose(ofA + ofB, successes);
  const logProbability = (k: number): number => logChoose(ofA, k) + logChoose(ofB, successes - k) - all;
  const limit = logProbability(a) + Math.log1p(slack);

  // The probabilities rise to a mode and fall after it, so that the unlikely tables are two tails.
  const mode = Math.min(high, Math.max(low, Math.floor(((successes + 1) * (ofA + 1)) / (ofA + ofB + 2))));
  const upper = firstWhere(mode, high, (k) => logProbability(k) <= limit);
  const reversed = firstWhere(-mode, -low, (k) => logProbability(-k) <= limit);
  if (upper !== null && reversed !== null && -reversed >= upper) return 1;
  // From one table to the next one, by the ratio of their probabilities.
  const ratio = (k: number): number => (((ofA - k) / (k + 1)) * (successes - k)) / (ofB - successes + k + 1);
  let p = 0;
  if (upper !== null) p += tail(Math.exp(logProbability(upper)), high - upper, (step) => ratio(upper + step));
  if (reversed !== null) p += tail(Math.exp(logProbability(-reversed)), -reversed - low, (step) => 1 / ratio(-reversed - step - 1));
  return Math.min(1, p);
}

/** The sum of a first term and of so many more, each the one before times a ratio, until they no longer add anything. */
function tail(first: number, more: number, ratio: (step: number) => number): number {
  let term = first;
  let sum = first;
  for (let step = 0; step < more && term > sum * 1e-15; step += 1) {
    term *= ratio(step);
    sum += term;
  }
  return sum;
}

/**
 * The interval of a proportion: Wilson, "Probable inference, the law of succession, and statistical inference", J. Am. Stat. Assoc. 22 (1927),
 * without continuity correction. Unlike p ± 1.96·SE it stays within 0 and 1 and has a width at 0 of n. Null for 0 of 0.
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): { readonly low: number; readonly high: number } | null {
  if (n <= 0) return null;
  const z = studentQuantile((1 + level) / 2, Infinity);
  const share = successes / n;
  const center = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: successes === 0 ? 0 : center - reach, high: successes === n ? 1 : center + reach };
}

/**
 * The 95 % upper bound of a proportion of which n tries showed none, by the rule of three (Hanley and Lippman-Hand, JAMA 249, 1983): 3/n, at most 1.
 */
export function upperBoundOfNone(n: number): number {
  return Math.min(1, 3 / n);
}
