import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ColumnContent, readMetricColumn } from '#graph/results/column-content.ts';
import { isMissing, readMeasure } from '#graph/results/numbers.ts';

describe('readMeasure', () => {
  it.each([
    ['0.997900', 0.9979, ''],
    ['+486.18', 486.18, ''],
    ['-85.29%', -85.29, '%'],
    ['1.487e-04', 0.0001487, ''],
    ['23µs', 23, 'µs'],
    ['23 μs', 23, 'µs'],
    ['16.46 MB', 16.46, 'MB'],
    ['~78%', 78, '%'],
    ['11,048', 11048, ''],
    ['1,234,567.5', 1234567.5, ''],
    ['−3.5', -3.5, ''],
    ['.5', 0.5, ''],
    ['1.2 ± 0.1', 1.2, ''],
    ['98.5% (3 seeds)', 98.5, '%'],
    ['4.34 it/s', 4.34, 'it/s'],
    ['0.1234567890123456', 0.1234567890123456, ''],
  ])('reads %j', (cell, value, unit) => {
    expect(readMeasure(cell)).toEqual({ value, unit });
  });

  it.each(['', 'keep', '88e6082', '187e419', 'inf', '-inf', '±9999', '0,98', '1.2.3', '12 of 50 failed', '9L 512d'])(
    'takes %j for no number',
    (cell) => {
      expect(readMeasure(cell)).toBeNull();
    },
  );

  it('reads every finite number as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readMeasure(String(value))?.value === value).toBe(true);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        readMeasure(cell);
      }),
    );
  });
});

describe('isMissing', () => {
  it.each(['', ' ', '-', '—', '?', 'NA', 'N/A', 'n/a', 'n_a', 'nan', 'NaN', 'null', 'None', 'none', 'TBD', 'TODO', 'TIMEOUT'])(
    'knows %j',
    (cell) => {
      expect(isMissing(cell)).toBe(true);
    },
  );

  it.each(['0', 'no', 'HEAD', '--x'])('leaves %j alone', (cell) => {
    expect(isMissing(cell)).toBe(false);
  });
});

describe('isNumeric', () => {
  it('judges the whole column, gaps apart', () => {
    expect(new ColumnContent(['0.9', '—', '1.1', 'see notes']).isNumeric).toBe(true);
    expect(new ColumnContent(['4; 5', 'a', '7']).isNumeric).toBe(false);
    expect(new ColumnContent(['', 'n/a']).isNumeric).toBe(false);
  });
});

describe('readMetricColumn', () => {
  const column = (...cells: string[]) =>
    readMetricColumn(
      new ColumnContent(cells),
      cells.map(() => false),
      null,
    );

  it('gives null for what is missing or no number', () => {
    expect(column('0.98', 'n/a', '—', 'OOM', '0.97')).toEqual([0.98, null, null, null, 0.97]);
  });

  it('takes zero for no measurement in a row that crashed', () => {
    expect(readMetricColumn(new ColumnContent(['0.98', '0.000000', '0']), [false, true, true], null)).toEqual([0.98, null, null]);
  });

  it('keeps what a crashed run did measure', () => {
    expect(readMetricColumn(new ColumnContent(['0.98', '3.2']), [false, true], null)).toEqual([0.98, 3.2]);
  });

  it('takes 0.000000 for a gap where all other values are positive and close together', () => {
    expect(column('0.98', '0.97', '0.99', '0.000000')).toEqual([0.98, 0.97, 0.99, null]);
  });

  it.each([
    ['a count of failures', ['12', '3', '1', '0']],
    ['changes of either sign', ['+0.02', '-0.01', '0.00', '0.03']],
    ['values of many sizes', ['100.0', '1.0', '0.1', '0.0']],
  ])('keeps zero among %s', (_, cells) => {
    expect(column(...cells)).not.toContain(null);
  });

  it('takes 999 for a gap only far outside the other values', () => {
    expect(column('1.2', '999', '1.3', '-9999')).toEqual([1.2, null, 1.3, null]);
    expect(column('1200', '999', '800')).toEqual([1200, 999, 800]);
  });

  it('compares no values of different units', () => {
    expect(column('16.4 MB', '15.2 MB', '950 KB')).toEqual([16.4, 15.2, null]);
  });

  it('takes zero for a gap only where less is better and no value fades into it', () => {
    expect(column('0.97', '0.000000', '0.5', '12.5')).toEqual([0.97, null, 0.5, 12.5]);
    expect(column('0.004', '0.00', '0.5', '12.5')).toEqual([0.004, 0, 0.5, 12.5]);
    expect(readMetricColumn(new ColumnContent(['0.125', '0.0000', '0.25', '0.5']), [], 'higher')).toEqual([0.125, 0, 0.25, 0.5]);
  });

  it('reads amounts of money', () => {
    expect(column('$14.50', '-$3', '$1,200')).toEqual([14.5, -3, 1200]);
  });

  it('copes with more rows than a call takes arguments', () => {
    expect(readMetricColumn(new ColumnContent(Array.from({ length: 200_000 }, () => '1.5')), [], null)).toHaveLength(200_000);
  });
});
