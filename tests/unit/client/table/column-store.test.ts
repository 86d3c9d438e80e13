import { describe, expect, it } from 'vitest';
import { allRows, hasPage, hasValue, meaningAt, numberAt, textAt } from '#client/table/column-store.ts';
import { makeStore } from './make-store.ts';

describe('the column store', () => {
  const store = makeStore({
    loss: { type: 'number', cells: ['0.5', '11,048', '85.3%', '0.000000', '', 'n/a'], values: { 1: 11_048, 3: null } },
    status: {
      type: 'choice',
      cells: ['keep', 'keep', 'OOM', 'OOM', '', ' '],
      meanings: { keep: 'keep', OOM: 'crash', '': 'other', ' ': 'other' },
    },
    note: { cells: ['a', 'b', '', ' ', '5', 'f'] },
  });
  const [loss, status, note] = store.columns;
  if (loss === undefined || status === undefined || note === undefined) throw new Error('three columns were made');
  const perRow = <T>(read: (row: number) => T): T[] => [...allRows(store)].map(read);

  it('gives every cell as it is written, whatever the type of its column', () => {
    expect(perRow((row) => [textAt(loss, row), textAt(status, row), textAt(note, row)].join('|'))).toEqual([
      '0.5|keep|a',
      '11,048|keep|b',
      '85.3%|OOM|',
      '0.000000|OOM| ',
      '||5',
      'n/a| |f',
    ]);
    expect([textAt(loss, 6), textAt(status, 6)]).toEqual(['', '']);
  });

  it('reads numbers, but where the build says otherwise', () => {
    expect(perRow((row) => numberAt(loss, row))).toEqual([0.5, 11_048, 85.3, null, null, null]);
    expect(perRow((row) => numberAt(note, row))).toEqual([null, null, null, null, null, null]);
  });

  it('knows which cells have a value', () => {
    expect(perRow((row) => hasValue(loss, row))).toEqual([true, true, true, false, false, false]);
    expect(perRow((row) => hasValue(status, row))).toEqual([true, true, true, true, false, false]);
    expect(perRow((row) => hasValue(note, row))).toEqual([true, true, false, false, true, true]);
  });

  it('knows what a status means, and that other cells mean nothing', () => {
    expect(perRow((row) => meaningAt(status, row))).toEqual(['keep', 'keep', 'crash', 'crash', 'other', 'other']);
    expect(meaningAt(note, 0)).toBe('');
  });

  it('knows which runs have a page', () => {
    const pages = (stated: readonly number[] | 'all' | 'none'): boolean[] => {
      const made = makeStore({ a: { cells: ['1', '2', '3', '4', '5'] } }, { pages: stated });
      return [...allRows(made)].map((row) => hasPage(made, row));
    };
    expect(pages([1, 4])).toEqual([true, false, false, true, false]);
    expect(pages('all')).toEqual([true, true, true, true, true]);
    expect(pages('none')).toEqual([false, false, false, false, false]);
  });

  it('holds columns with more than 65,535 choices', () => {
    const cells = Array.from({ length: 70_000 }, (_, row) => `choice ${row}`);
    const [column] = makeStore({ id: { cells, type: 'text' } }, {}).columns;
    const many = makeStore({ id: { cells: cells.slice(0, 3), type: 'choice' } }).columns[0];
    expect(column === undefined ? '' : textAt(column, 69_999)).toBe('choice 69999');
    expect(many?.type === 'choice' && many.codes instanceof Uint16Array).toBe(true);
  });
});
