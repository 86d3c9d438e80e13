import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { allRows } from '#client/table/column-store.ts';
import { sortRows } from '#client/table/sort-rows.ts';
import { orderOfMeanings, orderOfVerdicts } from '#client/table/rank-rows.ts';
import { rankTexts, unranked } from '#client/table/rank-texts.ts';
import { verdicts } from '#graph/judgement/judgement.ts';
import { statuses } from '#graph/knowledge-graph.ts';
import { fileOrder } from '#schemas/table-query.ts';
import { makeStore, type MadeColumn } from './make-store.ts';

const ascending = (column: string) => ({ column, descending: false });
const descending = (column: string) => ({ column, descending: true });

/** The cells of one column once it is sorted. */
function sorted(column: MadeColumn, isDescending = false): string[] {
  const store = makeStore({ it: column });
  return [...sortRows(store, allRows(store), [{ column: 'it', descending: isDescending }])].map((row) => column.cells[row] ?? '?');
}

describe('sorting rows', () => {
  it('sorts numbers as numbers, and leaves those without a value behind in both orders', () => {
    const cells = ['10', 'n/a', '9', '-1', '', '1e-3'];
    expect(sorted({ type: 'number', cells })).toEqual(['-1', '1e-3', '9', '10', 'n/a', '']);
    expect(sorted({ type: 'number', cells }, true)).toEqual(['10', '9', '1e-3', '-1', 'n/a', '']);
  });

  it('takes the order of the file as a key, newest first', () => {
    const store = makeStore({ lr: { cells: ['b', 'a', 'b', 'a'] } });
    expect([...sortRows(store, Uint32Array.of(0, 3, 1), [descending(fileOrder)])]).toEqual([3, 1, 0]);
    expect([...sortRows(store, allRows(store), [ascending('lr'), descending(fileOrder)])]).toEqual([3, 1, 2, 0]);
  });

  it('sorts text as people do: by numbers in it, without case and accents', () => {
    expect(sorted({ cells: ['run 10', 'Run 9', '', 'élan', 'zebra', 'Eland', 'run 09b', '  apple'] })).toEqual([
      '  apple',
      'élan',
      'Eland',
      'Run 9',
      'run 09b',
      'run 10',
      'zebra',
      '',
    ]);
  });

  it('sorts text of any script, and text that begins alike for long', () => {
    const long = 'x'.repeat(40);
    const cells = Array.from({ length: 60 }, (_, row) => `${long}${(row * 7) % 60}`);
    expect(sorted({ cells })).toEqual(Array.from({ length: 60 }, (_, place) => `${long}${place}`));
    const other = ['保留', '回滚', '採用', '유지', 'žb', 'za', '採', '保'].flatMap((text) =>
      Array.from({ length: 5 }, (_, n) => `${text} ${n}`),
    );
    expect(sorted({ cells: other })).toEqual(other.toSorted((a, b) => compare(plain(a), plain(b))));
  });

  it('sorts statuses by what they mean, and verdicts from strong to weak', () => {
    const meanings = { 'keep!': 'keep', base: 'baseline', OOM: 'crash', kept: 'keep' };
    expect(sorted({ type: 'choice', role: 'status', cells: ['OOM', 'kept', 'base', 'keep!'], meanings })).toEqual([
      'base',
      'keep!',
      'kept',
      'OOM',
    ]);
    const cells = ['noise unknown', 'suggestive', '', 'confirmed', 'within noise'];
    expect(sorted({ type: 'choice', role: 'verdict', cells })).toEqual(['confirmed', 'suggestive', 'within noise', 'noise unknown', '']);
    expect(orderOfMeanings).toEqual(statuses);
    expect(orderOfVerdicts).toEqual(verdicts);
  });

  it('sorts by several columns, keeps the order of equal rows, and passes over columns that are not there', () => {
    const store = makeStore({
      status: { type: 'choice', cells: ['b', 'a', 'b', 'a', 'b'] },
      loss: { type: 'number', cells: ['1', '2', '3', '2', '3'] },
    });
    const rowsBy = (...keys: Parameters<typeof sortRows>[2]): number[] => [...sortRows(store, allRows(store), keys)];
    expect(rowsBy(ascending('status'), descending('loss'))).toEqual([1, 3, 2, 4, 0]);
    expect(rowsBy(descending('loss'))).toEqual([2, 4, 1, 3, 0]);
    expect(rowsBy(ascending('gone'))).toEqual([0, 1, 2, 3, 4]);
    expect([...sortRows(store, Uint32Array.of(4, 1), [descending('status')])]).toEqual([4, 1]);
  });

  it('sorts no rows, and leaves the rows that it was given as they were', () => {
    const store = makeStore({ loss: { type: 'number', cells: ['2', '1'] } });
    const rows = allRows(store);
    expect([...sortRows(store, new Uint32Array(), [ascending('loss')])]).toEqual([]);
    sortRows(store, rows, [ascending('loss')]);
    expect([...rows]).toEqual([0, 1]);
  });

  it('agrees with a plain stable sort, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }))), fc.boolean(), (values, isDescending) => {
        const cells = values.map((value) => (value === null ? '' : String(value)));
        const store = makeStore({ it: { type: 'number', cells } });
        const expected = values
          .map((value, row) => ({ value, row }))
          .sort((a, b) =>
            a.value === null || b.value === null
              ? Number(a.value === null) - Number(b.value === null)
              : (isDescending ? -1 : 1) * Math.sign(a.value - b.value),
          )
          .map(({ row }) => row);
        expect([...sortRows(store, allRows(store), [{ column: 'it', descending: isDescending }])]).toEqual(expected);
      }),
    );
  });
});

describe('ranks of texts', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', ' ', 'a', 'A', 'a1', 'a01', 'a\0b', 'a\nb', 'ÿ', 'Ā', '\ud800', '𐀀', '保留'),
  );

  it('are those of the sorted keys: dense, equal for equal texts, none for blank ones', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 80 }), (texts) => {
        const { ranks, count } = rankTexts(texts);
        const seen = new Set([...ranks].filter((rank) => rank !== unranked));
        expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, rank) => rank));
        for (const [row, one] of texts.entries()) {
          if (one.trim() === '') continue;
          for (const [other, another] of texts.entries()) if (one === another) expect(ranks[other]).toBe(ranks[row]);
        }
      }),
    );
  });

  it('are the same in a long column as in a short one', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (few) => {
        const short = rankTexts(few);
        const long = rankTexts(Array.from({ length: 30 }, () => few).flat());
        expect([...long.ranks.slice(0, few.length)]).toEqual([...short.ranks]);
      }),
    );
  });
});

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
