import { lastDigit, type Amount } from './calculator.ts';

/** What units of time, size and share differ by. */
const factors = [1, 7, 8, 10, 24, 30, 60, 100, 365, 1000, 1024, 1440, 3600, 86_400, 60_000, 3.6e6, 1e6, 1024 ** 2, 1e9, 1024 ** 3];
const inverse = [...factors, ...factors.map((factor) => 1 / factor)];

/**
 * Whether two amounts may be the same: a stated number may be rounded or cut to its last digit, `≈` to its last digit that is not zero, and
 * where units are named they may differ by what units differ by. In doubt they are the same.
 */
export function maybeSame(a: Amount, b: Amount, rounded: boolean): boolean {
  if (a.unclear || b.unclear) return true;
  const [left, right] = [widened(a, b, rounded), widened(b, a, rounded)];
  const scales = a.measures.length + b.measures.length > 0 ? inverse : [1];
  return scales.some((scale) => overlap({ low: left.low * scale, high: left.high * scale }, right));
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

function overlap(a: Bounds, b: Bounds): boolean {
  const slack = 1e-9 * Math.max(1e-12, Math.abs(a.high), Math.abs(b.high));
  return a.low <= b.high + slack && b.low <= a.high + slack;
}

/** A stated result with what its rounding leaves open; whole numbers that come out whole are exact. */
function widened(amount: Amount, other: Amount, rounded: boolean): Bounds {
  const { single } = amount;
  if (single === null || other.single !== null) return amount;
  const isExact =
    !rounded && amount.low === amount.high && other.low === other.high && Number.isInteger(other.low) && amount.measures.length === 0;
  if (isExact) return amount;
  const step = rounded && Number.isInteger(single.value) && single.value !== 0 ? lastNonZero(single.value) : lastDigit(single.written);
  return { low: single.value - step, high: single.value + step };
}

function lastNonZero(value: number): number {
  let step = 1;
  while (value % (step * 10) === 0) step *= 10;
  return step;
}
