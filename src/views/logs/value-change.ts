import { readMeasure } from '#graph/results/numbers.ts';

/**
 * What lies between two values, where both are one number in the same unit: their difference, of percentages in points, and its share of the one
 * before: `−100 epochs (−33% relative)`, `+13 pp (+15% relative)`. Empty otherwise.
 */
export function changeBetween(before: string, after: string): string {
  const [left, right] = [readMeasure(before), readMeasure(after)];
  if (left === null || left.unit !== right?.unit) return '';
  const difference = right.value - left.value;
  if (!Number.isFinite(difference)) return '';
  const places = Math.max(decimals(before), decimals(after));
  const unit = left.unit === '%' ? ' pp' : left.unit === '' ? '' : ` ${left.unit}`;
  const share = (difference / Math.abs(left.value)) * 100;
  const relative = Number.isFinite(share) ? ` (${percentage(share)} relative)` : '';
  return difference === 0 ? 'none' : `${signed(difference, places)}${unit}${relative}`;
}

/** As many digits behind the point as it takes to show two that are not zero, so that a small change is never shown as none. */
function percentage(value: number): string {
  const size = Math.floor(Math.log10(Math.abs(value)));
  return `${signed(value, Number.isFinite(size) ? Math.max(0, Math.min(1 - size, 6)) : 0)}%`;
}

function signed(value: number, places: number): string {
  const digits = Math.abs(value).toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
  return `${value < 0 ? '−' : '+'}${digits}`;
}

/** Digits behind the point of the first number in a text. */
function decimals(text: string): number {
  return /\d\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}
