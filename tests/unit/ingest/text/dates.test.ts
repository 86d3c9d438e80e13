import { describe, expect, it } from 'vitest';
import { findDate, splitStem } from '#ingest/text/dates.ts';

describe('findDate', () => {
  it.each([
    ['2026-01-04', '2026-01-04'],
    ['on 2026-01-04 at noon', '2026-01-04'],
    ['2026-01-04 09:30', '2026-01-04T09:30'],
    ['2026-01-04T09:30:15+05:30', '2026-01-04T09:30:15+05:30'],
    ['2026-01-04T23:59:59Z', '2026-01-04T23:59:59Z'],
    ['2026-04-27 07:40 EDT', '2026-04-27T07:40'],
    ['20260104-093000', '2026-01-04T09:30:00'],
    ['20260104', '2026-01-04'],
    ['19/10/2018', '2018-10-19'],
    ['10/19/2018', '2018-10-19'],
    ['2026-01-04-rotary', '2026-01-04'],
    ['10 Nov 2026', '2026-11-10'],
    ['10th of November, 2026', '2026-11-10'],
    ['November 10, 2026', '2026-11-10'],
    ['Nov 10th 2026 9:30 pm', '2026-11-10T21:30'],
    ['2026.11.10', '2026-11-10'],
    ['2026/11/10 at 09:30', '2026-11-10T09:30'],
    ['2026-1-4', '2026-01-04'],
    ['19.10.2018', '2018-10-19'],
    ['2026年11月10日', '2026-11-10'],
    ['12 de abril de 2026', '2026-04-12'],
    ['1er août 2026', '2026-08-01'],
    ['12. März 2026', '2026-03-12'],
    ['3 dicembre 2026', '2026-12-03'],
    ['2026-01-04 09:30:15.250 +01:00', '2026-01-04T09:30:15+01:00'],
    ['2026-01-04 - 5 runs', '2026-01-04'],
  ])('finds the date of %j', (text, date) => {
    expect(findDate(text)).toMatchObject({ date, real: true });
  });

  it.each([
    '',
    'Day 6-7-8-9',
    '04/05/2018',
    '12345678',
    'AL-20260329030',
    '2026-01',
    'Nov 10th',
    'November 2026',
    '12 runs of 2026',
    'v2026.1.4',
    '12026-01-04',
    '2026-01-04-05',
  ])('finds none in %j', (text) => {
    expect(findDate(text)).toBeNull();
  });

  it.each([
    ['2026-01-04 – 2026-01-06', '2026-01-04', '2026-01-06'],
    ['2026-01-04 to 06', '2026-01-04', '2026-01-06'],
    ['2025-08-03 → 2025-08-10', '2025-08-03', '2025-08-10'],
    ['4–6 January 2026', '2026-01-04', '2026-01-06'],
    ['Jan 4-6, 2026', '2026-01-04', '2026-01-06'],
    ['2026-01-04 to 03', '2026-01-04', null],
  ])('reads both ends of %j', (text, date, until) => {
    expect(findDate(text)).toMatchObject({ date, until });
  });

  it('takes the weekday beside a date for a part of it, and no other word', () => {
    expect(findDate('On Mon, 2026-11-09 (Mon): x')).toMatchObject({ start: 3, end: 24 });
    expect(findDate('2026-11-09 Monitoring')).toMatchObject({ end: 10 });
  });

  it('says of a date that the calendar does not have that it is not real', () => {
    expect(findDate('## 2026-02-30: x')).toEqual({ date: '2026-02-30', until: null, real: false, start: 3, end: 13 });
  });
});

describe('splitStem', () => {
  it.each([
    ['2026-01-01_rotary', '2026-01-01', 'rotary'],
    ['20260102-001720-mhc-paper', '2026-01-02T00:17:20', 'mhc-paper'],
    ['20260102_note', '2026-01-02', 'note'],
    ['2026-01-01', '2026-01-01', '2026-01-01'],
    ['2026-02-30_x', null, '2026-02-30_x'],
    ['rotary', null, 'rotary'],
    ['session-3_2026-01-04', '2026-01-04', 'session-3'],
    ['2026_01_04_rotary', '2026-01-04', 'rotary'],
  ])('divides %j', (stem, date, key) => {
    expect(splitStem(stem)).toEqual({ date, key });
  });
});
