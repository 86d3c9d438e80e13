import type { TableColumnData, TableColumnInfo, TableManifest } from '#schemas/table-data.ts';

/** A whole table in the browser's memory, column by column. Rows count from 0 in file order: row 0 is the run with ordinal 1. */
export interface ColumnStore {
  readonly manifest: TableManifest;
  readonly rows: number;
  /** In the order of the manifest. */
  readonly columns: readonly StoredColumn[];
  /** By name, which is unique. */
  readonly byName: ReadonlyMap<string, StoredColumn>;
}

export type StoredColumn = StoredNumbers | StoredChoices | StoredTexts;

interface Stored {
  readonly name: string;
  readonly info: TableColumnInfo;
}

export interface StoredNumbers extends Stored {
  readonly type: 'number';
  readonly cells: readonly string[];
  /** By row; NaN where a cell has no value. */
  readonly values: Float64Array;
}

export interface StoredChoices extends Stored {
  readonly type: 'choice';
  /** The distinct cells, most frequent first. */
  readonly choices: readonly string[];
  /** By choice; our status (`keep`) in the status column, empty text elsewhere. */
  readonly meanings: readonly string[];
  /** By row, an index into `choices`. */
  readonly codes: Uint16Array | Uint32Array;
}

export interface StoredTexts extends Stored {
  readonly type: 'text';
  readonly cells: readonly string[];
}

/** @param data of each column of the manifest, in its order, each of `manifest.rows` rows (`read-table-data.ts` holds them to that) */
export function createColumnStore(manifest: TableManifest, data: readonly TableColumnData[]): ColumnStore {
  const columns = manifest.columns.flatMap((info, index) => {
    const content = data[index];
    return content === undefined ? [] : [storedColumn(info, content)];
  });
  return { manifest, rows: manifest.rows, columns, byName: new Map(columns.map((column) => [column.name, column])) };
}

function storedColumn(info: TableColumnInfo, data: TableColumnData): StoredColumn {
  const { name } = info;
  switch (data.type) {
    case 'number':
      return { name, info, type: 'number', cells: data.cells, values: numbersOf(data.cells, data.values) };
    case 'choice': {
      const codes = data.choices.length <= 0xffff ? Uint16Array.from(data.codes) : Uint32Array.from(data.codes);
      return { name, info, type: 'choice', choices: data.choices, meanings: data.meanings, codes };
    }
    case 'text':
      return { name, info, type: 'text', cells: data.cells };
  }
}

function numbersOf(cells: readonly string[], exceptions: Readonly<Record<string, number | null>>): Float64Array {
  const values = new Float64Array(cells.length);
  for (const [row, cell] of cells.entries()) {
    const value = Number.parseFloat(cell);
    values[row] = Number.isFinite(value) ? value : NaN;
  }
  for (const [row, value] of Object.entries(exceptions)) values[Number(row)] = value ?? NaN;
  return values;
}

/** The cell as written; empty for a row that is not there. */
export function textAt(column: StoredColumn, row: number): string {
  return (column.type === 'choice' ? column.choices[column.codes[row] ?? -1] : column.cells[row]) ?? '';
}

/** The number that a cell holds; null where it has none, and in columns that are not of numbers. */
export function numberAt(column: StoredColumn, row: number): number | null {
  const value = column.type === 'number' ? (column.values[row] ?? NaN) : NaN;
  return Number.isNaN(value) ? null : value;
}

/** Our word for the status in a cell of the status column; empty text elsewhere. */
export function meaningAt(column: StoredColumn, row: number): string {
  return (column.type === 'choice' ? column.meanings[column.codes[row] ?? -1] : undefined) ?? '';
}

/** Whether a cell has a value: in a column of numbers a number, in any other something written. */
export function hasValue(column: StoredColumn, row: number): boolean {
  return column.type === 'number' ? !Number.isNaN(column.values[row] ?? NaN) : textAt(column, row).trim() !== '';
}

/** Whether the run of a row has a page of its own; any other is only an address in its table. */
export function hasPage({ manifest }: ColumnStore, row: number): boolean {
  const { pages } = manifest;
  return pages === 'all' || (pages !== 'none' && indexOfSorted(pages, row + 1) !== -1);
}

/** All rows in file order. */
export function allRows(store: ColumnStore): Uint32Array {
  return Uint32Array.from({ length: store.rows }, (_, row) => row);
}

function indexOfSorted(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? Infinity;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
