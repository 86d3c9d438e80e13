import { fileOrder, type ColumnFilter, type SortKey, type TableState } from '#schemas/table-query.ts';

/**
 * What a press of a column's header makes of the order: ascending, descending, as recorded. That of the rows themselves turns the file's order
 * round.
 *
 * @param add keeps the other keys, before this one
 */
export function sortPressed(state: TableState, column: string, add: boolean): TableState {
  const present = state.sort.find((key) => key.column === column);
  if (column === fileOrder) return withSort(state, fileOrder, present === undefined ? 'descending' : null, add || present !== undefined);
  const alone = present !== undefined && state.sort.length === 1;
  if (!add && !alone) return { ...state, sort: [{ column, descending: false }] };
  return withSort(state, column, present === undefined ? 'ascending' : present.descending ? null : 'descending', true);
}

/** Sorts by a column, or no longer by it. @param add keeps the other keys; a new one comes last, a present one stays in its place */
export function withSort(state: TableState, column: string, order: 'ascending' | 'descending' | null, add: boolean): TableState {
  const key: SortKey | null = order === null ? null : { column, descending: order === 'descending' };
  if (key === null) return { ...state, sort: state.sort.filter((other) => other.column !== column) };
  if (!add) return { ...state, sort: [key] };
  const isPresent = state.sort.some((other) => other.column === column);
  return { ...state, sort: isPresent ? state.sort.map((other) => (other.column === column ? key : other)) : [...state.sort, key] };
}

/** Puts a filter in place of the column's others; null takes them away. */
export function withFilter(state: TableState, column: string, filter: ColumnFilter | null): TableState {
  const others = state.filters.filter((other) => other.column !== column);
  return { ...state, filters: filter === null ? others : [...others, filter] };
}

/** The last column stays. @param defaults the columns that are shown where the state names none */
export function withColumnShown(state: TableState, defaults: readonly string[], column: string, shown: boolean): TableState {
  const current = shownColumns(state, defaults);
  if (shown) return current.includes(column) ? state : withColumns(state, defaults, [...current, column]);
  const left = current.filter((name) => name !== column);
  return left.length === 0 ? state : withColumnPinned(withColumns(state, defaults, left), column, false);
}

/** Moves a column by so many places among the pinned ones or among the others, whichever it belongs to; at the end it stays. */
export function withColumnMoved(state: TableState, defaults: readonly string[], column: string, by: 1 | -1): TableState {
  if (state.pinnedColumns.includes(column)) return { ...state, pinnedColumns: moved(state.pinnedColumns, column, by) };
  const isMovable = (name: string): boolean => !state.pinnedColumns.includes(name);
  const all = shownColumns(state, defaults);
  return withColumns(state, defaults, [...all.filter((name) => !isMovable(name)), ...moved(all.filter(isMovable), column, by)]);
}

export function withColumnPinned(state: TableState, column: string, pinned: boolean): TableState {
  const others = state.pinnedColumns.filter((name) => name !== column);
  return { ...state, pinnedColumns: pinned ? [...others, column] : others };
}

export function withRowSelected(state: TableState, ordinals: readonly number[], selected: boolean): TableState {
  const changed = new Set(ordinals);
  const others = state.selectedRows.filter((ordinal) => !changed.has(ordinal));
  const selectedRows = selected ? [...new Set([...state.selectedRows, ...ordinals])] : others;
  return { ...state, selectedRows, onlyDifferent: state.onlyDifferent && selectedRows.length > 1 };
}

export function withRowsPinned(state: TableState, ordinals: readonly number[], pinned: boolean): TableState {
  const changed = new Set(ordinals);
  const others = state.pinnedRows.filter((ordinal) => !changed.has(ordinal));
  return { ...state, pinnedRows: pinned ? [...new Set([...state.pinnedRows, ...ordinals])] : others };
}

/** The columns that a state shows, before it puts the pinned ones first. */
export function shownColumns({ columns }: TableState, defaults: readonly string[]): readonly string[] {
  return columns.length === 0 ? defaults : columns;
}

/** What is shown from the start needs no words in the address. */
function withColumns(state: TableState, defaults: readonly string[], columns: readonly string[]): TableState {
  const isDefault = columns.length === defaults.length && columns.every((name, index) => name === defaults[index]);
  return { ...state, columns: isDefault ? [] : columns };
}

function moved(names: readonly string[], name: string, by: 1 | -1): readonly string[] {
  const from = names.indexOf(name);
  const to = from + by;
  if (from === -1 || to < 0 || to >= names.length) return names;
  const others = names.toSpliced(from, 1);
  return others.toSpliced(to, 0, name);
}
