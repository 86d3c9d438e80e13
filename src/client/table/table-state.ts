import { fileOrder, type TableState } from '#schemas/table-query.ts';
import type { ColumnStore, StoredColumn } from './column-store.ts';
import { differentColumns } from './different-columns.ts';
import { filterRows } from './filter-rows.ts';
import { sortRows } from './sort-rows.ts';

/** What a state shows of a table. */
export interface TableView {
  /** Every row that passes the filters, sorted; pinned rows stand among them too. */
  readonly rows: Uint32Array;
  /** The pinned rows that the table has, in the order in which they were pinned, filtered or not. */
  readonly pinnedRows: Uint32Array;
  readonly selectedRows: Uint32Array;
  /** The pinned columns first, then the others. */
  readonly columns: readonly StoredColumn[];
  /** How many of the columns are pinned. */
  readonly pinnedColumns: number;
}

export function viewOf(store: ColumnStore, state: TableState): TableView {
  const selectedRows = rowsByOrdinal(store, state.selectedRows);
  return {
    rows: sortRows(store, filterRows(store, state), state.sort),
    pinnedRows: rowsByOrdinal(store, state.pinnedRows),
    selectedRows,
    ...shownColumns(store, state, selectedRows),
  };
}

/** The state without what the table does not have: columns of an older version of it, rows beyond its end. */
export function fittingState(store: ColumnStore, state: TableState): TableState {
  const has = (column: string): boolean => store.byName.has(column);
  const isRow = (ordinal: number): boolean => ordinal <= store.rows;
  return {
    ...state,
    sort: state.sort.filter(({ column }) => column === fileOrder || has(column)),
    filters: state.filters.filter(({ column }) => has(column)),
    columns: state.columns.filter(has),
    pinnedColumns: state.pinnedColumns.filter(has),
    pinnedRows: state.pinnedRows.filter(isRow),
    selectedRows: state.selectedRows.filter(isRow),
    groupBy: state.groupBy !== null && has(state.groupBy) ? state.groupBy : null,
  };
}

function shownColumns(
  store: ColumnStore,
  { columns, pinnedColumns, onlyDifferent }: TableState,
  selectedRows: Uint32Array,
): Pick<TableView, 'columns' | 'pinnedColumns'> {
  const named = (names: readonly string[]): StoredColumn[] => names.flatMap((name) => store.byName.get(name) ?? []);
  const chosen = named(columns);
  const pinned = named(pinnedColumns);
  const different = onlyDifferent && selectedRows.length > 1 ? new Set(differentColumns(store, selectedRows)) : null;
  const others = (chosen.length > 0 ? chosen : store.columns).filter(
    (column) => !pinned.includes(column) && (different?.has(column) ?? true),
  );
  return { columns: [...pinned, ...others], pinnedColumns: pinned.length };
}

function rowsByOrdinal(store: ColumnStore, ordinals: readonly number[]): Uint32Array {
  return Uint32Array.from(ordinals.filter((ordinal) => ordinal >= 1 && ordinal <= store.rows).map((ordinal) => ordinal - 1));
}
