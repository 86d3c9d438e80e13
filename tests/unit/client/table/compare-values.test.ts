import { describe, expect, it } from 'vitest';
import { areComparable, comparedColumns, difference, ordinalsIn, type Difference } from '#client/table/compare-values.ts';
import type { TableColumnInfo } from '#schemas/table-data.ts';
import { makeStore } from './make-store.ts';

/** A metric's second value against its first. */
function compared(first: string, second: string, about: Partial<TableColumnInfo> = {}, isComparable = true): Difference | null {
  const [column] = makeStore({ it: { type: 'number', role: 'metric', cells: [first, second] } }).columns;
  return column === undefined ? null : difference({ ...column, info: { ...column.info, ...about } }, 1, 0, isComparable);
}

describe('the difference of two values', () => {
  it('has sign, unit, its share of the first, and a word for which way it is', () => {
    expect(compared('0.9979', '0.9938', { direction: 'lower', unit: 'bpb' })).toEqual({
      amount: '−0.0041 bpb',
      relative: '−0.41% relative',
      word: 'better',
    });
    expect(compared('41000', '40500.5', { direction: 'higher', unit: 'tok/s' })).toEqual({
      amount: '−499.5 tok/s',
      relative: '−1.2% relative',
      word: 'worse',
    });
  });

  it('has no word where nobody says which way is better, or where the rows are not compared', () => {
    expect(compared('1', '3')).toEqual({ amount: '+2', relative: '+200% relative', word: null });
    expect(compared('1', '3', { direction: 'higher' }, false)?.word).toBeNull();
  });

  it('of percentages is in percentage points, without a share', () => {
    expect(compared('87%', '88.5%', { direction: 'higher' })).toEqual({ amount: '+1.5 pp', relative: null, word: 'better' });
  });

  it('of numbers that are not plain has three digits', () => {
    expect(compared('1.487e-04', '1.5e-04')?.amount).toBe('+0.0000013');
    expect(compared('16.46 MB', '18 MB', { unit: 'MB' })?.amount).toBe('+1.54 MB');
    expect(compared('0.3', '0.1')?.amount).toBe('−0.2');
  });

  it('is none where nothing differs, and has no share of zero', () => {
    expect(compared('0.50', '0.5', { direction: 'lower' })).toEqual({ amount: 'no difference', relative: null, word: null });
    expect(compared('0', '2', { direction: 'lower' })).toEqual({ amount: '+2', relative: null, word: 'worse' });
    expect(compared('100000000', '100000001')?.relative).toBe('+<0.01% relative');
  });

  it('is not there without two values, nor of a column that is no metric', () => {
    expect(compared('0.5', 'n/a')).toBeNull();
    expect(compared('', '0.5')).toBeNull();
    expect(compared('1', '2', { role: 'parameter' })).toBeNull();
  });
});

describe('a comparison', () => {
  const store = makeStore({
    note: { cells: ['x', 'y', 'x'] },
    memory: { type: 'number', role: 'metric', cells: ['4', '4', '4'] },
    loss: { type: 'number', role: 'metric', cells: ['1', '2', '3'] },
    verdict: { type: 'choice', role: 'verdict', cells: ['confirmed', 'not comparable', ''] },
  });
  const names = (onlyDifferent: boolean, ...rows: number[]) => comparedColumns(store, rows, 'loss', onlyDifferent).map(({ name }) => name);

  it('begins with the main metric and its verdict', () => {
    expect(names(false, 0, 1)).toEqual(['loss', 'verdict', 'memory', 'note']);
  });

  it('leaves out what does not differ, where that is wished', () => {
    expect(names(true, 0, 2)).toEqual(['loss', 'verdict']);
  });

  it('says neither better nor worse of a run that was evaluated by other files', () => {
    expect([areComparable(store, 2, 0), areComparable(store, 1, 0), areComparable(store, 0, 1)]).toEqual([true, false, false]);
    expect(areComparable(makeStore({ loss: { cells: ['1', '2'] } }), 0, 1)).toBe(true);
  });

  it('takes the numbers of runs as somebody writes them', () => {
    expect(ordinalsIn('#3, 17 and run 42; 3, 0, 99999999999999999999')).toEqual([3, 17, 42]);
    expect(ordinalsIn('none')).toEqual([]);
  });
});
