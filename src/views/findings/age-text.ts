import type { DateText } from '#schemas/fields.ts';

const dayMs = 86_400_000;
/** Up to so many days an age is given in days, up to so many months in months. */
const [mostDays, mostMonths] = [60, 24];
const [daysPerMonth, daysPerYear] = [30.44, 365.25];

/**
 * How old something was on a day, in whole units: `3 days old`, `5 months old`. Only the days count, never the time or its zone.
 *
 * @returns null for what is dated later than that day
 */
export function ageText(date: DateText, asOf: DateText): string | null {
  const days = Math.round((Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`) - Date.parse(`${date.slice(0, 10)}T00:00:00Z`)) / dayMs);
  if (!(days >= 0)) return null;
  if (days === 0) return 'same day';
  if (days <= mostDays) return old(days, 'day');
  const months = Math.floor(days / daysPerMonth);
  return months <= mostMonths ? old(months, 'month') : old(Math.floor(days / daysPerYear), 'year');
}

function old(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} old`;
}
