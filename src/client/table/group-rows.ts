import { meanInterval } from '#statistics/mean-interval.ts';
import { textAt, type ColumnStore, type StoredColumn, type StoredNumbers } from './column-store.ts';

/** Rows that have the same cell in the column they are grouped by. */
export interface RowGroup {
  /** The cell, without space around; empty where the rows have none. */
  readonly key: string;
  /** In the order in which they were given. */
  readonly rows: Uint32Array;
}

/** What the rows of a group come to in a column of numbers: all of them, never a sample. */
export interface GroupMeasure {
  /** How many rows have a value. */
  readonly n: number;
  readonly mean: number;
  /** The 95 % t interval of the mean; null with fewer than two values. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly min: number;
  readonly max: number;
}

/** Groups rows by a column's cells; groups stand in the order of their first row, and one without a cell last. Empty where there is no such column. */
export function groupRows(store: ColumnStore, rows: Uint32Array, by: string): RowGroup[] {
  const column = store.byName.get(by);
  if (column === undefined) return [];
  const keyOf = keyReader(column);
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const made = Array.from(groups, ([key, members]) => ({ key, rows: Uint32Array.from(members) }));
  return [...made.filter(({ key }) => key !== ''), ...made.filter(({ key }) => key === '')];
}

/** @returns null where no row has a value */
export function measureGroup(column: StoredNumbers, rows: Uint32Array): GroupMeasure | null {
  const values: number[] = [];
  let min = Infinity;
  let max = -Infinity;
  for (const row of rows) {
    const value = column.values[row] ?? NaN;
    if (Number.isNaN(value)) continue;
    values.push(value);
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const [first] = values;
  if (first === undefined) return null;
  const interval = meanInterval(values);
  return interval === null
    ? { n: values.length, mean: first, interval: null, min, max }
    : { n: values.length, mean: interval.mean, interval: { low: interval.low, high: interval.high }, min, max };
}

/** Cells of choices are trimmed once a choice, not once a row. */
function keyReader(column: StoredColumn): (row: number) => string {
  if (column.type !== 'choice') return (row) => textAt(column, row).trim();
  const keys = column.choices.map((choice) => choice.trim());
  return (row) => keys[column.codes[row] ?? -1] ?? '';
}
