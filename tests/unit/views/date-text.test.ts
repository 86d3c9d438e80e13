import { expect, it } from 'vitest';
import { longDate, shortDate } from '#views/date-text.ts';

it.each([
  ['2026-01-04', '4 Jan 2026', '4 January 2026'],
  ['2026-01-04T00:15:00Z', '4 Jan 2026', '4 January 2026, 00:15'],
  ['2026-12-31 23:59', '31 Dec 2026', '31 December 2026, 23:59'],
  ['2026-01-04T00:15:00+14:00', '4 Jan 2026', '4 January 2026, 00:15'],
])('shows %s as written, in whatever time zone', (date, short, long) => {
  expect([shortDate(date).text, longDate(date).text]).toEqual([short, long]);
});
