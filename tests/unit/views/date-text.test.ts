import { expect, it } from 'vitest';
import { longDate, periodText, shortDate } from '#views/date-text.ts';

it.each([
  ['2026-01-04', '4 Jan 2026', '4 January 2026'],
  ['2026-01-04T00:15:00Z', '4 Jan 2026', '4 January 2026, 00:15'],
  ['2026-12-31 23:59', '31 Dec 2026', '31 December 2026, 23:59'],
  ['2026-01-04T00:15:00+14:00', '4 Jan 2026', '4 January 2026, 00:15'],
])('shows %s as written, in whatever time zone', (date, short, long) => {
  expect([shortDate(date).text, longDate(date).text]).toEqual([short, long]);
});

it.each([
  ['2026-03-03', '2026-03-14', '3–14 March 2026'],
  ['2026-02-28', '2026-03-03', '28 February – 3 March 2026'],
  ['2025-12-29', '2026-01-04', '29 December 2025 – 4 January 2026'],
  ['2026-03-03', '2026-03-03', '3 March 2026'],
  ['2026-03-03T09:00', '2026-03-04T10:00', '3–4 March 2026'],
])('writes the days from %s to %s without repeating what they share', (from, to, text) => {
  expect(periodText({ from, to })).toBe(text);
});
