/** Up to so many days an age is given in days, up to so many months in months. */
const [mostDays, mostMonths] = [60, 24];
const [daysPerMonth, daysPerYear] = [30.44, 365.25];

/** An age in whole units: `same day`, `3 days`, `5 months`. */
export function ageText(days: number): string {
  if (days === 0) return 'same day';
  if (days <= mostDays) return unitsText(days, 'day');
  const months = Math.floor(days / daysPerMonth);
  return months <= mostMonths ? unitsText(months, 'month') : unitsText(Math.floor(days / daysPerYear), 'year');
}

function unitsText(count: number, unit: string): string {
  return `${count.toLocaleString('en-US')} ${unit}${count === 1 ? '' : 's'}`;
}
