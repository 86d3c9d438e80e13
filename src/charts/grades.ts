import type { Range } from './chart-range.ts';
import { stepText } from './number-text.ts';

/** The grades of an axis: round numbers within its range, and how each is written. */
export interface Grades {
  readonly values: readonly number[];
  readonly textOf: (value: number) => string;
}

/** About so many grades in steps of 1, 2 or 5 times a power of ten; none where the range is too small or too large to have any. */
export function gradesOf({ low, high }: Range, about: number): Grades {
  const rough = (high - low) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  const step = power * (share < Math.SQRT2 ? 1 : share < Math.sqrt(10) ? 2 : share < Math.sqrt(50) ? 5 : 10);
  const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
  const count = last - first + 1;
  const values =
    Number.isFinite(step) && count > 0 && count <= 4 * about ? Array.from({ length: count }, (_, index) => (first + index) * step) : [];
  return { values, textOf: (value) => stepText(value, step) };
}
