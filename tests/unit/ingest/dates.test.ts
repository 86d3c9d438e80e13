import { describe, expect, it } from 'vitest';
import { findDate, splitStem } from '#ingest/dates.ts';

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
  ])('finds the date of %j', (text, date) => {
    expect(findDate(text)).toMatchObject({ date, real: true });
  });

  it.each(['', 'Day 6-7-8-9', '04/05/2018', '12345678', 'AL-20260329030', '2026-01', '12026-01-04', '2026-01-04-05'])(
    'finds none in %j',
    (text) => {
      expect(findDate(text)).toBeNull();
    },
  );

  it('says of a date that the calendar does not have that it is not real', () => {
    expect(findDate('## 2026-02-30: x')).toEqual({ date: '2026-02-30', real: false, start: 3, end: 13 });
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
  ])('divides %j', (stem, date, key) => {
    expect(splitStem(stem)).toEqual({ date, key });
  });
});
