import { fileOrder, type SortKey } from '#schemas/table-query.ts';
import type { ColumnStore, StoredColumn } from './column-store.ts';
import { rankRows } from './rank-rows.ts';
import { unranked } from './rank-texts.ts';

/**
 * Sorts rows by several columns, the first key first; rows that are equal in all of them keep their order. Rows without a value in a column
 * stand behind all others, in ascending and descending order alike. Keys of columns that are not there are passed over.
 *
 * @returns a new array of the same rows
 */
export function sortRows(store: ColumnStore, rows: Uint32Array, keys: readonly SortKey[]): Uint32Array {
  // From the last key to the first: each pass keeps the order of the one before among rows that are equal.
  return keys.toReversed().reduce<Uint32Array>((sorted, { column, descending }) => {
    if (column === fileOrder) return sorted.sort().reverse();
    const found = store.byName.get(column);
    return found === undefined ? sorted : sortByColumn(sorted, found, descending);
  }, rows.slice());
}

/** A counting sort: ranks are dense, so one pass over the rows and one over the ranks suffices. */
function sortByColumn(rows: Uint32Array, column: StoredColumn, descending: boolean): Uint32Array {
  const { ranks, count } = rankRows(column);
  const bucketOf = (row: number): number => {
    const rank = ranks[row] ?? unranked;
    return rank === unranked ? count : descending ? count - 1 - rank : rank;
  };
  const starts = new Uint32Array(count + 2);
  for (const row of rows) starts[bucketOf(row) + 1] = (starts[bucketOf(row) + 1] ?? 0) + 1;
  for (let bucket = 1; bucket < starts.length; bucket += 1) starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const bucket = bucketOf(row);
    const place = starts[bucket] ?? 0;
    sorted[place] = row;
    starts[bucket] = place + 1;
  }
  return sorted;
}
