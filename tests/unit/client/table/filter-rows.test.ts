import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { filterRows, type RowFilter } from '#client/table/filter-rows.ts';
import { foldText } from '#client/table/fold-text.ts';
import { tableHaystack } from '#client/table/haystack.ts';
import { makeStore } from './make-store.ts';

const store = makeStore({
  loss: { type: 'number', cells: ['0.98', '0.99', '', '1.00', '0.98'] },
  status: { type: 'choice', cells: ['keep', 'discard', 'crash', 'keep ', 'keep'] },
  note: { cells: ['Rotary embedding', 'warmup\nand rotary', '', 'Élan', '100% {x}'] },
});
const rowsOf = (filter: Partial<RowFilter>): number[] => [...filterRows(store, { text: '', filters: [], ...filter })];
const range = (column: string, min: number | null, max: number | null) => rowsOf({ filters: [{ kind: 'range', column, min, max }] });
const choices = (column: string, ...chosen: string[]) => rowsOf({ filters: [{ kind: 'choice', column, choices: chosen }] });
const containing = (column: string, text: string) => rowsOf({ filters: [{ kind: 'text', column, text }] });

describe('filtering rows', () => {
  it('keeps all rows where nothing is asked, in the order of the file', () => {
    expect(rowsOf({})).toEqual([0, 1, 2, 3, 4]);
  });

  it('by a range keeps the numbers within it, ends included, and never a row without a value', () => {
    expect(range('loss', null, 0.98)).toEqual([0, 4]);
    expect(range('loss', 0.99, 1)).toEqual([1, 3]);
    expect(range('loss', null, null)).toEqual([0, 1, 3, 4]);
    expect(range('loss', 2, 1)).toEqual([]);
  });

  it('by an open range keeps the rows that have text, where a column is not of numbers', () => {
    expect(range('note', null, null)).toEqual([0, 1, 3, 4]);
    expect(range('note', 0, null)).toEqual([]);
  });

  it('by choices keeps the rows with any of them, also of columns that are numbers or text', () => {
    expect(choices('status', 'crash', 'keep')).toEqual([0, 2, 3, 4]);
    expect(choices('loss', '0.98')).toEqual([0, 4]);
    expect(choices('note', '')).toEqual([2]);
    expect(choices('status', 'gone')).toEqual([]);
  });

  it('by text keeps the rows that contain it, whatever case and accents', () => {
    expect(containing('note', 'ROTARY')).toEqual([0, 1]);
    expect(containing('note', 'elan')).toEqual([3]);
    expect(containing('note', 'warmup and')).toEqual([1]);
    expect(containing('note', '{x}')).toEqual([4]);
  });

  it('by several filters keeps what passes all, and passes over columns that are not there', () => {
    expect(
      rowsOf({
        text: 'rotary',
        filters: [
          { kind: 'range', column: 'loss', min: null, max: 0.98 },
          { kind: 'choice', column: 'gone', choices: ['x'] },
        ],
      }),
    ).toEqual([0]);
  });

  it('by words keeps the rows that have each of them in any cell', () => {
    expect(rowsOf({ text: 'keep 0.98' })).toEqual([0, 4]);
    expect(rowsOf({ text: '  é ' })).toEqual([0, 3, 4]);
    expect(rowsOf({ text: 'rotary warm' })).toEqual([1]);
    expect(rowsOf({ text: '0.98keep' })).toEqual([]);
  });

  it('of no rows keeps none', () => {
    expect([...filterRows(makeStore({}), { text: 'x', filters: [] })]).toEqual([]);
  });

  it('finds the same rows in a long table as by looking at each cell', () => {
    const cell = fc.constantFrom('ab', 'b', 'Abc', 'c a', '', 'é', 'b\nc', '\t', 'aab');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }),
        fc.constantFrom('a', 'ab', 'b c', 'e', 'bc', 'c a'),
        (rows, text) => {
          const repeated = Array.from({ length: Math.ceil(5_000 / rows.length) }, () => rows).flat();
          const long = makeStore({ x: { cells: repeated.map(([x]) => x) }, y: { cells: repeated.map(([, y]) => y) } });
          const expected = repeated.flatMap((cells, row) =>
            text.split(' ').every((word) => cells.some((one) => foldText(one).includes(word))) ? [row] : [],
          );
          expect([...filterRows(long, { text, filters: [] })]).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('finds the same rows while somebody types as by the whole text at once', () => {
    const cells = ['rotary width', 'rotary', 'ΟΔΟΣΑ', 'ΟΔΟΣ', 'Élan ro', ''];
    const typed = fc.array(fc.constantFrom('r', 'o', 't', ' ', 'w', 'É', 'Ο', 'Δ', 'Σ', 'Α'), { maxLength: 8 });
    fc.assert(
      fc.property(typed, (keys) => {
        const filters: RowFilter['filters'] = [];
        const typedIn = makeStore({ note: { cells } });
        for (let length = 0; length <= keys.length; length += 1) {
          const text = keys.slice(0, length).join('');
          const atOnce = filterRows(makeStore({ note: { cells } }), { text, filters });
          expect(filterRows(typedIn, { text, filters })).toEqual(atOnce);
        }
      }),
    );
  });

  it('can be prepared a piece at a time', () => {
    const long = makeStore({ x: { cells: Array.from({ length: 9_000 }, (_, row) => `row ${row}`) } });
    const haystack = tableHaystack(long);
    expect([haystack.buildMore(), haystack.buildMore(), haystack.buildMore(), haystack.buildMore()]).toEqual([true, true, false, false]);
    expect([...filterRows(long, { text: 'row 8999', filters: [] })]).toEqual([8_999]);
  });
});

describe('folded text', () => {
  it('has neither case nor accents, and keeps what is no accent', () => {
    expect(foldText('ÉLAN Straße ﬁ İstanbul 유지 採用 😀 ñ n\u0303')).toBe('elan straße ﬁ istanbul 유지 採用 😀 n n');
  });
});
