import { describe, expect, it } from 'vitest';
import { groupName, measureText } from '#client/table/group-text.ts';
import { isLong } from '#client/table/long-cells.ts';
import { decimalsOf, missingDecimals } from '#client/table/written-numbers.ts';
import { countText, filterText, orderText } from '#client/table/state-words.ts';
import { emptyTableState, fileOrder } from '#schemas/table-query.ts';

const measure = (n: number, mean: number, half: number | null) => ({
  n,
  mean,
  interval: half === null ? null : { low: mean - half, high: mean + half },
  min: mean,
  max: mean,
});

describe('measureText', () => {
  it('gives the mean to the digits of its interval', () => {
    expect(measureText(measure(5, 0.981_234, 0.001_23), 5)).toBe('0.9812 ± 0.0012');
    expect(measureText(measure(5, 43.754, 12.4), 5)).toBe('44 ± 12');
    expect(measureText(measure(5, -1.5, 0.25), 5)).toBe('−1.50 ± 0.25');
  });

  it('says how many rows have a value, where not all have one', () => {
    expect(measureText(measure(3, 0.5, 0.1), 4)).toBe('0.50 ± 0.10, n = 3');
  });

  it('has no interval of one value, and none of values that agree', () => {
    expect(measureText(measure(1, 0.9812, null), 1)).toBe('0.9812');
    expect(measureText(measure(3, 0.1 + 0.2, 0), 3)).toBe('0.3');
  });

  it('writes what is tiny or huge with an exponent', () => {
    expect(measureText(measure(3, 1.5e-12, 2e-13), 3)).toBe('1.500e−12 ± 2.0e−13');
    expect(measureText(measure(3, 2.5e12, 1e11), 3)).toBe('2.500e+12 ± 1.0e+11');
  });
});

describe('words of a state', () => {
  it('counts rows, and says of how many where some are left out', () => {
    expect([countText(1, 1, 'run'), countText(23, 1234, 'run'), countText(0, 1, 'row')]).toEqual([
      '1 run',
      '23 of 1,234 runs',
      '0 of 1 row',
    ]);
  });

  it('says what a filter asks for', () => {
    const range = (min: number | null, max: number | null) => filterText({ kind: 'range', column: 'loss', min, max });
    expect([range(1, 2), range(1, null), range(null, 2), range(null, null)]).toEqual([
      'loss: 1 to 2',
      'loss: at least 1',
      'loss: at most 2',
      'loss: any value',
    ]);
    expect(filterText({ kind: 'choice', column: 'status', choices: ['', 'a', 'b', 'c', 'd'] })).toBe('status: nothing or a or b or 2 more');
    expect(filterText({ kind: 'text', column: 'note', text: 'rotary' })).toBe('note: has “rotary”');
  });

  it('says the order', () => {
    expect(orderText(emptyTableState)).toBe('in the order in which they were recorded');
    const sort = [
      { column: 'a', descending: true },
      { column: 'b', descending: false },
    ];
    expect(orderText({ ...emptyTableState, sort: [{ column: fileOrder, descending: true }] })).toBe('newest first');
    expect(orderText({ ...emptyTableState, sort, groupBy: 'c' })).toBe('grouped by c, by a descending, then by b');
  });

  it('names a group without a value', () => {
    expect([groupName('lr', '1e-3'), groupName('lr', '')]).toEqual(['lr: 1e-3', 'lr: none']);
  });
});

describe('cells', () => {
  it('knows the decimals of plain numbers only', () => {
    expect(['0.98', '12', '12.', '−3.5', '11,048', '1e-4', '16 MB', '', 'nan'].map(decimalsOf)).toEqual([
      2,
      0,
      0,
      1,
      0,
      null,
      null,
      null,
      null,
    ]);
  });

  it('brings decimal points in line', () => {
    expect(['0.98', '12', '12.', '0.9812', '1e-4'].map((cell) => missingDecimals(cell, 4))).toEqual(['00', '.0000', '0000', '', '']);
  });

  it('folds what would take more lines than a row has', () => {
    expect([isLong('x'.repeat(162)), isLong('x'.repeat(163)), isLong('a\nb\nc'), isLong('a\nb\nc\nd')]).toEqual([false, true, false, true]);
    expect([isLong('x'.repeat(54), 1), isLong('x'.repeat(55), 1), isLong('a\nb', 1)]).toEqual([false, true, true]);
  });
});
