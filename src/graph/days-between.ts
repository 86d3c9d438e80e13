import type { DateText } from '#schemas/fields.ts';

const day = 86_400_000;

/**
 * Whole days from a date to the day that ages count from, as both are written: the times and their zones do not count.
 *
 * @returns null where either is not stated (`asOf` is 1970-01-01 then), or the date lies behind that day
 */
export function daysBetween(date: DateText | null, asOf: DateText): number | null {
  if (date === null || asOf.startsWith('1970-01-01')) return null;
  const days = Math.round((startOf(asOf) - startOf(date)) / day);
  return days >= 0 ? days : null;
}

function startOf(date: DateText): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
}
