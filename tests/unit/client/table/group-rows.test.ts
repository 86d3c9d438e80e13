import { describe, expect, it } from 'vitest';
import { allRows, type StoredNumbers } from '#client/table/column-store.ts';
import { groupRows, measureGroup } from '#client/table/group-rows.ts';
import { makeStore } from './make-store.ts';

const store = makeStore({
  configuration: { type: 'choice', cells: ['run 2', 'run 1', 'run 2', '', 'run 1 ', 'run 2', 'run 6'] },
  loss: { type: 'number', cells: ['1', '5', '2', '9', '', '3', ''] },
});
const loss = store.columns.find((column): column is StoredNumbers => column.type === 'number');
if (loss === undefined) throw new Error('a column of numbers was made');

describe('grouping rows', () => {
  it('puts rows of one cell together, in the order of their first rows, and those without a cell last', () => {
    const groups = groupRows(store, Uint32Array.of(3, 4, 1, 5, 0), 'configuration');
    expect(groups.map(({ key, rows }) => [key, ...rows])).toEqual([
      ['run 1', 4, 1],
      ['run 2', 5, 0],
      ['', 3],
    ]);
  });

  it('takes a column of any type, and none that is not there', () => {
    expect(groupRows(store, allRows(store), 'loss').map(({ key }) => key)).toEqual(['1', '5', '2', '9', '3', '']);
    expect(groupRows(store, allRows(store), 'gone')).toEqual([]);
  });

  it('measures all rows of a group: mean with its t interval, least and greatest', () => {
    const measured = measureGroup(loss, Uint32Array.of(0, 2, 5));
    expect(measured).toMatchObject({ n: 3, mean: 2, min: 1, max: 3 });
    // 2 ± t(0.975, 2) · 1 / √3, with t = 4.302653
    expect(measured?.interval?.low).toBeCloseTo(2 - 2.484_138, 5);
    expect(measured?.interval?.high).toBeCloseTo(2 + 2.484_138, 5);
  });

  it('has no interval of one value, and no measure of none', () => {
    expect(measureGroup(loss, Uint32Array.of(1, 4))).toEqual({ n: 1, mean: 5, interval: null, min: 5, max: 5 });
    expect(measureGroup(loss, Uint32Array.of(4, 6))).toBeNull();
  });
});
