import { describe, expect, it } from 'vitest';
import {
  sortPressed,
  withColumnMoved,
  withColumnPinned,
  withColumnShown,
  withFilter,
  withRowSelected,
  withRowsPinned,
  withSort,
} from '#client/table/change-state.ts';
import { emptyTableState, fileOrder, type TableState } from '#schemas/table-query.ts';

const state = (stated: Partial<TableState> = {}): TableState => ({ ...emptyTableState, ...stated });
const keys = ({ sort }: TableState): string[] => sort.map(({ column, descending }) => (descending ? `-${column}` : column));
const defaults = ['a', 'b', 'c'];

describe('pressing a header', () => {
  it('sorts ascending, descending and as recorded, in turn', () => {
    const once = sortPressed(state(), 'a', false);
    const twice = sortPressed(once, 'a', false);
    expect([once, twice, sortPressed(twice, 'a', false)].map(keys)).toEqual([['a'], ['-a'], []]);
  });

  it('turns the order of the file round and back', () => {
    const newest = sortPressed(state(), fileOrder, false);
    expect(newest.sort).toEqual([{ column: fileOrder, descending: true }]);
    expect(sortPressed(newest, fileOrder, false).sort).toEqual([]);
    expect(keys(sortPressed(state({ sort: [{ column: 'a', descending: false }] }), fileOrder, true))).toEqual(['a', '-']);
  });

  it('puts another column in place of all keys, or with Shift behind them', () => {
    const sorted = state({ sort: [{ column: 'a', descending: true }] });
    expect(keys(sortPressed(sorted, 'b', false))).toEqual(['b']);
    expect(keys(sortPressed(sorted, 'b', true))).toEqual(['-a', 'b']);
  });

  it('turns one of several keys with Shift where it stands, then takes it away', () => {
    const several = withSort(withSort(state(), 'a', 'ascending', true), 'b', 'ascending', true);
    const turned = sortPressed(several, 'a', true);
    expect([turned, sortPressed(turned, 'a', true)].map(keys)).toEqual([['-a', 'b'], ['b']]);
  });

  it('begins anew with one of several keys when it is pressed alone', () => {
    const several = withSort(withSort(state(), 'a', 'descending', true), 'b', 'ascending', true);
    expect(keys(sortPressed(several, 'a', false))).toEqual(['a']);
  });
});

describe('filters', () => {
  it('keeps one filter a column', () => {
    const filtered = withFilter(state(), 'a', { kind: 'text', column: 'a', text: 'x' });
    expect(withFilter(filtered, 'a', { kind: 'text', column: 'a', text: 'y' }).filters).toEqual([{ kind: 'text', column: 'a', text: 'y' }]);
    expect(withFilter(filtered, 'a', null).filters).toEqual([]);
    expect(withFilter(filtered, 'b', null).filters).toHaveLength(1);
  });
});

describe('columns', () => {
  it('names columns only where they are not those shown at first', () => {
    const hidden = withColumnShown(state(), defaults, 'b', false);
    expect(hidden.columns).toEqual(['a', 'c']);
    const back = withColumnShown(hidden, defaults, 'b', true);
    expect(back.columns).toEqual(['a', 'c', 'b']);
    expect(withColumnMoved(back, defaults, 'b', -1).columns).toEqual([]);
  });

  it('never hides the last one', () => {
    const one = state({ columns: ['a'] });
    expect(withColumnShown(one, defaults, 'a', false)).toBe(one);
  });

  it('pins a hidden column no longer', () => {
    const pinned = withColumnPinned(state(), 'b', true);
    expect(withColumnShown(pinned, defaults, 'b', false)).toMatchObject({ columns: ['a', 'c'], pinnedColumns: [] });
  });

  it('moves pinned columns among themselves and the others among themselves', () => {
    const pinned = withColumnPinned(withColumnPinned(state(), 'c', true), 'a', true);
    expect(withColumnMoved(pinned, defaults, 'a', -1).pinnedColumns).toEqual(['a', 'c']);
    const one = withColumnPinned(state(), 'a', true);
    expect(withColumnMoved(one, defaults, 'c', -1).columns).toEqual(['a', 'c', 'b']);
    expect(withColumnMoved(one, defaults, 'b', -1).columns).toEqual([]);
  });
});

describe('rows', () => {
  it('selects and pins each row once, in the order of choice', () => {
    const selected = withRowSelected(withRowSelected(state(), [7], true), [3, 7], true);
    expect(selected.selectedRows).toEqual([7, 3]);
    expect(withRowSelected(selected, [7], false).selectedRows).toEqual([3]);
    expect(withRowsPinned(withRowsPinned(state(), [2, 2], true), [2, 9], true).pinnedRows).toEqual([2, 9]);
  });

  it('shows only what differs no longer when fewer than two rows are selected', () => {
    const differing = state({ selectedRows: [1, 2, 3], onlyDifferent: true });
    expect(withRowSelected(differing, [1], false).onlyDifferent).toBe(true);
    expect(withRowSelected(differing, [1, 2], false).onlyDifferent).toBe(false);
  });
});
