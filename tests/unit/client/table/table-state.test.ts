import { describe, expect, it } from 'vitest';
import { differentColumns } from '#client/table/different-columns.ts';
import { fittingState, viewOf } from '#client/table/table-state.ts';
import { readTableQuery } from '#schemas/table-query.ts';
import { makeStore } from './make-store.ts';

const store = makeStore({
  id: { cells: ['a', 'b', 'c', 'd'] },
  lr: { type: 'number', cells: ['0.10', '0.1', '0.2', ''] },
  seed: { cells: ['1', ' 1', '1', '1'] },
  loss: { type: 'number', cells: ['3', '1', '2', '4'] },
});
const view = (query: string) => {
  const { rows, pinnedRows, selectedRows, columns, pinnedColumns } = viewOf(store, readTableQuery(query));
  const names = columns.map(({ name }) => name);
  return { rows: [...rows], pinnedRows: [...pinnedRows], selectedRows: [...selectedRows], columns: names, pinnedColumns };
};

describe('the view of a state', () => {
  it('is the whole table where nothing is asked', () => {
    expect(view('')).toEqual({
      rows: [0, 1, 2, 3],
      pinnedRows: [],
      selectedRows: [],
      columns: ['id', 'lr', 'seed', 'loss'],
      pinnedColumns: 0,
    });
  });

  it('filters, sorts and pins', () => {
    expect(view('sort=loss&lr=..&pin=loss&cols=loss,id&pinrows=4')).toEqual({
      rows: [1, 2, 0],
      pinnedRows: [3],
      selectedRows: [],
      columns: ['loss', 'id'],
      pinnedColumns: 1,
    });
  });

  it('shows only the columns in which the selected rows differ, and pinned ones', () => {
    expect(view('rows=1,2&diff=1&pin=seed').columns).toEqual(['seed', 'id', 'loss']);
    expect(view('rows=1&diff=1').columns).toEqual(['id', 'lr', 'seed', 'loss']);
  });

  it('passes over what the table does not have', () => {
    const query = 'sort=gone&cols=gone,id&rows=2,9&pinrows=7&group=gone&x=1';
    expect(view(query)).toMatchObject({ rows: [0, 1, 2, 3], columns: ['id'], selectedRows: [1], pinnedRows: [] });
    expect(fittingState(store, readTableQuery(query))).toEqual(readTableQuery('cols=id&rows=2'));
  });
});

describe('different columns', () => {
  const differing = (...rows: number[]): string[] => differentColumns(store, rows).map(({ name }) => name);

  it('are those whose values differ, not merely their spelling', () => {
    expect(differing(0, 1)).toEqual(['id', 'loss']);
    expect(differing(0, 2, 3)).toEqual(['id', 'lr', 'loss']);
  });

  it('are none of one row or of no row', () => {
    expect([differing(2), differing()]).toEqual([[], []]);
  });
});
