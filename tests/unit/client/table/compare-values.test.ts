import { describe, expect, it } from 'vitest';
import { comparedColumns, difference, ordinalsIn, type ComparisonBasis } from '#client/table/compare-values.ts';
import type { TableColumnInfo } from '#schemas/table-data.ts';
import { makeStore } from './make-store.ts';

const noise = { sigma: 0.001, critical: 1.86 };

/** A metric's second value against its first. */
function compared(first: string, second: string, about: Partial<TableColumnInfo> = {}, basis: Partial<ComparisonBasis> = {}) {
  const store = makeStore({ it: { type: 'number', role: 'metric', cells: [first, second] } });
  const [column] = store.columns;
  if (column === undefined) throw new Error('a column was made');
  return difference(store, { ...column, info: { ...column.info, ...about } }, 1, 0, { metric: null, noise: null, ...basis });
}

describe('the difference of two values', () => {
  it('has sign, unit, its share of the reference, and a word for which way it is', () => {
    expect(compared('0.9979', '0.9938', { direction: 'lower', unit: 'bpb' })).toEqual({
      amount: '−0.0041 bpb',
      measures: ['−0.41% relative'],
      word: 'better',
      isBeyondNoise: false,
    });
    expect(compared('41000', '40500.5', { direction: 'higher', unit: 'tok/s' })).toMatchObject({
      amount: '−499.5 tok/s',
      measures: ['−1.2% relative'],
      word: 'worse',
    });
  });

  it('has no word where nobody says which way is better', () => {
    expect(compared('1', '3')).toMatchObject({ amount: '+2', measures: ['+200% relative'], word: null });
  });

  it('of the main metric is told from noise: one run against one, at the one-sided 5 % point', () => {
    // The point lies at 1.86 · 0.001 · √2 = 0.00263.
    const lower = { direction: 'lower' } as const;
    expect(compared('0.9979', '0.9953', lower, { metric: 'it', noise })).toMatchObject({ word: 'within noise', isBeyondNoise: false });
    expect(compared('0.9979', '0.9952', lower, { metric: 'it', noise })).toMatchObject({
      measures: ['−0.27% relative', '2.7\u00a0σ'],
      word: 'better',
      isBeyondNoise: true,
    });
    expect(compared('0.9979', '1.0009', lower, { metric: 'it', noise })).toMatchObject({ word: 'worse', isBeyondNoise: true });
    expect(compared('0.9979', '0.9953', lower, { metric: 'other', noise })).toMatchObject({ word: 'better', isBeyondNoise: false });
  });

  it('of percentages is in percentage points, without a share', () => {
    expect(compared('87%', '88.5%', { direction: 'higher' })).toMatchObject({ amount: '+1.5 pp', measures: [], word: 'better' });
  });

  it('of numbers that are not plain has three digits', () => {
    expect(compared('1.487e-04', '1.5e-04')?.amount).toBe('+0.0000013');
    expect(compared('16.46 MB', '18 MB', { unit: 'MB' })?.amount).toBe('+1.54 MB');
    expect(compared('0.3', '0.1')?.amount).toBe('−0.2');
  });

  it('is none where nothing differs, and has no share of zero', () => {
    expect(compared('0.50', '0.5', { direction: 'lower' })).toEqual({
      amount: 'no difference',
      measures: [],
      word: null,
      isBeyondNoise: false,
    });
    expect(compared('0', '2', { direction: 'lower' })).toMatchObject({ amount: '+2', measures: [], word: 'worse' });
    expect(compared('100000000', '100000001')?.measures).toEqual(['under 0.01% relative']);
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
    ragged: { role: 'ragged', cells: ['', '', 'fewer cells than columns'] },
  });
  const names = (onlyDifferent: boolean, ...rows: number[]) => comparedColumns(store, rows, 'loss', onlyDifferent).map(({ name }) => name);

  it('begins with the main metric and its verdict', () => {
    expect(names(false, 0, 1)).toEqual(['loss', 'verdict', 'memory', 'note']);
  });

  it('leaves out what does not differ, where that is wished', () => {
    expect(names(true, 0, 1)).toEqual(['loss', 'verdict', 'note']);
  });

  it('says what is odd about a row that is ragged, and nothing of that where none is', () => {
    expect(names(false, 0, 2)).toEqual(['loss', 'verdict', 'memory', 'note', 'ragged']);
  });

  const wordFor = (row: number, base: number, configurations: readonly string[]) => {
    const made = makeStore({
      loss: { type: 'number', role: 'metric', cells: ['1', '2', '3'] },
      verdict: { type: 'choice', role: 'verdict', cells: ['confirmed', 'not comparable', ''] },
      configuration: { role: 'configuration', cells: configurations },
    });
    const [loss] = made.columns;
    if (loss === undefined) throw new Error('a column was made');
    const better = { ...loss, info: { ...loss.info, direction: 'lower' as const } };
    return difference(made, better, row, base, { metric: 'loss', noise })?.word;
  };

  it('says nothing of a run that was evaluated by other files', () => {
    expect([wordFor(2, 0, ['a', 'b', 'c']), wordFor(1, 0, ['a', 'b', 'c']), wordFor(0, 1, ['a', 'b', 'c'])]).toEqual(['worse', null, null]);
  });

  it('calls runs of one configuration replicates, and nothing else', () => {
    expect([wordFor(2, 0, ['a', 'b', 'a']), wordFor(2, 0, ['', 'b', ''])]).toEqual(['a replicate', 'worse']);
  });

  it('takes the numbers of runs as somebody writes them', () => {
    expect(ordinalsIn('#3, 17 and run 42; 3, 0, 99999999999999999999')).toEqual([3, 17, 42]);
    expect(ordinalsIn('none')).toEqual([]);
  });
});
