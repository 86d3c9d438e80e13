import type { ClaimSort, StatedChange } from './stated-changes.ts';
import { shortNumber, signedNumber } from './wrong-claim.ts';
import type { WrittenAmount } from './written-amount.ts';

/** What becomes of a claim when the change is computed again. */
export type ChangeVerdict =
  | { readonly is: 'right' | 'doubtful' }
  /** A change of percentages that "%" is right for only as a difference. */
  | { readonly is: 'points'; readonly points: string; readonly relative: string }
  | { readonly is: 'wrong'; readonly comesTo: string };

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A claim further off than this is about something else: `lr 0.02 → 0.04 (+0.3%)`. */
const nearest = 1.6;

/** Computes a change again, in every way in which people do: in doubt the claim is right. */
export function judgeChange(change: StatedChange): ChangeVerdict {
  const { before, after, claim } = change;
  const points = pointsOnly(change);
  if (points !== null) return points;
  // Of what is below zero nobody agrees what a percentage is.
  if ((claim.sort === 'percent' || claim.sort === 'factor') && (before.value < 0 || after.value < 0)) return { is: 'doubtful' };
  const stated = statedBounds(claim.amount, claim.sort);
  const readings = readingsOf(before, after, claim.sort);
  if (readings.some((reading) => overlap(reading, stated))) return { is: 'right' };
  const isNear = readings.some((reading) => nearness(reading, claim.amount.value) < nearest);
  return isNear ? { is: 'wrong', comesTo: comesTo(before, after, claim.sort) } : { is: 'doubtful' };
}

/** `87% → 100% (+13%)`: by the numbers as written, 13 is the difference and not the relative change. */
function pointsOnly({ before, after, claim }: StatedChange): ChangeVerdict | null {
  if (!isShare(before, after) || claim.sort !== 'percent' || claim.isRelative || before.value <= 0) return null;
  const [points, relative] = [after.value - before.value, (after.value / before.value - 1) * 100];
  const isClose = (reading: number): boolean => Math.abs(Math.abs(reading) - claim.amount.value) <= claim.amount.step * 1.0001;
  return isClose(points) && !isClose(relative) ? { is: 'points', points: signedNumber(points), relative: signedNumber(relative) } : null;
}

function readingsOf(before: WrittenAmount, after: WrittenAmount, sort: ClaimSort): Bounds[] {
  const difference = size({ low: after.low - before.high, high: after.high - before.low });
  const ratios = [quotient(after, before), quotient(before, after)].filter((ratio) => ratio !== null);
  const isPart = [before, after].every(({ low, high }) => low >= -0.01 && high <= 1.01);
  // Percentages often come without their sign: improved by 3.6% (67.8 → 71.4).
  const isHundred = [before, after].every(({ low, high }) => low >= -0.5 && high <= 100.5);
  const points = [...(isHundred ? [difference] : []), ...(isPart ? [scaled(difference, 100)] : [])];
  switch (sort) {
    case 'percent':
      return [
        ...points,
        ...ratios.map((ratio) => size(shifted(scaled(ratio, 100), -100))),
        ...leftToGain(before, after)
          .flatMap((left) => quotient(difference, left) ?? [])
          .map((ratio) => scaled(ratio, 100)),
      ];
    case 'points':
      return [difference, ...points];
    case 'factor':
      return [...ratios, ...ratios.map((ratio) => shifted(ratio, -1))];
    case 'difference':
      // In the unit of the numbers, or one that people pass to without saying; times are in seconds here.
      return [1, 100, 1000, 1e-3, ...(before.unit === 's' ? [1e6, 1 / 60, 1 / 3600] : [])].map((factor) => scaled(difference, factor));
  }
}

/** 90% → 95% halves the error: what was left to the top, before and after. */
function leftToGain(before: WrittenAmount, after: WrittenAmount): Bounds[] {
  const top = isShare(before, after) ? 100 : before.high <= 1.01 && after.high <= 1.01 ? 1 : null;
  return top === null ? [] : [before, after].map(({ low, high }) => ({ low: top - high, high: top - low }));
}

function isShare(before: WrittenAmount, after: WrittenAmount): boolean {
  return before.unit === '%' || after.unit === '%';
}

/**
 * Rounded or cut to its last digit; or a little off, as where it is the mean of ratios and not the ratio of the means that are shown. A round
 * number (`40%`, "2x faster") and `~` leave more open.
 */
function statedBounds({ value, step, low, rough }: WrittenAmount, sort: ClaimSort): Bounds {
  const loose = sort === 'factor' ? 0.08 : sort === 'percent' ? 0.03 : 0;
  const slack = Math.max(step, value * loose, rough ? Math.max(value * 0.1, value - low) : 0);
  if (step >= 1 && sort === 'factor') return { low: value - slack, high: value + Math.max(1, slack) };
  const isRound = step >= 1 && sort === 'percent' && value % 10 === 0;
  return { low: value - Math.max(slack, isRound ? 2 : 0), high: value + Math.max(slack, isRound ? 2 : 0) };
}

function comesTo(before: WrittenAmount, after: WrittenAmount, sort: ClaimSort): string {
  const difference = signedNumber(after.value - before.value);
  const points = isShare(before, after) ? `${difference} pp` : difference;
  if (sort === 'difference' || before.value <= 0 || after.value <= 0) return points;
  const relative = `${signedNumber((after.value / before.value - 1) * 100)}%`;
  const ratio = `${shortNumber(Math.max(after.value / before.value, before.value / after.value), 3)}×`;
  if (sort === 'factor') return ratio;
  return isShare(before, after) ? `${points}, ${relative} relative` : `${relative}, ${ratio}`;
}

function quotient(a: Bounds, b: Bounds): Bounds | null {
  if (b.low <= 0) return null;
  const all = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  return { low: Math.min(...all), high: Math.max(...all) };
}

function scaled({ low, high }: Bounds, factor: number): Bounds {
  return { low: low * factor, high: high * factor };
}

function shifted({ low, high }: Bounds, by: number): Bounds {
  return { low: low + by, high: high + by };
}

/** Without sign: a fall by 13% is written with and without a minus. */
function size({ low, high }: Bounds): Bounds {
  if (low >= 0) return { low, high };
  return high <= 0 ? { low: -high, high: -low } : { low: 0, high: Math.max(-low, high) };
}

function overlap(a: Bounds, b: Bounds): boolean {
  const slack = 1e-9 * Math.max(1e-12, Math.abs(a.high), Math.abs(b.high));
  return a.low <= b.high + slack && b.low <= a.high + slack;
}

function nearness({ low, high }: Bounds, value: number): number {
  const middle = (low + high) / 2;
  return middle > 0 && value > 0 ? Math.max(middle / value, value / middle) : Infinity;
}
