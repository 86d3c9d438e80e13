import { numberAt, textAt, type ColumnStore, type StoredColumn } from './column-store.ts';

/** The columns in which rows differ, in the order of the table; none for fewer than two rows. Of numbers, what counts is the value: `0.50` is `0.5`. */
export function differentColumns(store: ColumnStore, rows: ArrayLike<number>): StoredColumn[] {
  return store.columns.filter((column) => !agree(column, rows));
}

function agree(column: StoredColumn, rows: ArrayLike<number>): boolean {
  const first = cellKey(column, rows[0] ?? 0);
  for (let index = 1; index < rows.length; index += 1) if (cellKey(column, rows[index] ?? 0) !== first) return false;
  return true;
}

function cellKey(column: StoredColumn, row: number): string | number {
  return numberAt(column, row) ?? textAt(column, row).trim();
}
