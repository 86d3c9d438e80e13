import { expect, it } from 'vitest';
import { daysBetween } from '#graph/days-between.ts';
import { ageText } from '#views/age-text.ts';

it.each([
  ['2026-03-01', 'same day'],
  ['2026-02-28T23:59:00', '1 day'],
  ['2026-01-01', '59 days'],
  ['2025-12-01', '2 months'],
  ['2023-01-01', '3 years'],
  ['2026-03-02', null],
])('%s is, on 1 March 2026, %j old', (date, age) => {
  const days = daysBetween(date, '2026-03-01T00:30:00-02:00');
  expect(days === null ? null : ageText(days)).toBe(age);
});

it('knows no age where no day is stated', () => {
  expect(daysBetween('1969-12-31', '1970-01-01')).toBeNull();
  expect(daysBetween(null, '2026-03-01')).toBeNull();
});
