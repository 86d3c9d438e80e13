import type { ColumnFilter } from '#schemas/table-query.ts';
import { numberAt, textAt, type ColumnStore, type StoredColumn } from './column-store.ts';
import { foldText } from './fold-text.ts';
import { cellsHaystack, tableHaystack } from './haystack.ts';

/** What rows must fulfil to be shown. */
export interface RowFilter {
  /** Words that must all occur, in any cells of the row. */
  readonly text: string;
  /** All must hold; filters of columns that are not there are passed over. */
  readonly filters: readonly ColumnFilter[];
}

interface Filtered {
  readonly filters: RowFilter['filters'];
  readonly folded: string;
  /** By row: 1 where it fulfils the filter. */
  readonly passing: Uint8Array;
}

/** What was asked last of each table: while somebody types, only rows that had the beginning can have the whole. */
const lastOf = new WeakMap<ColumnStore, Filtered>();

/** The rows that fulfil a filter, in file order. */
export function filterRows(store: ColumnStore, filter: RowFilter): Uint32Array {
  const last = lastOf.get(store);
  const folded = foldText(filter.text);
  const isLonger = last?.filters === filter.filters && folded.startsWith(last.folded);
  const passing = isLonger ? last.passing.slice() : passingFilters(store, filter.filters);
  keepRowsWithWords(store, folded, passing);
  lastOf.set(store, { filters: filter.filters, folded, passing });
  return rowsOf(passing);
}

function passingFilters(store: ColumnStore, filters: readonly ColumnFilter[]): Uint8Array {
  const passing = new Uint8Array(store.rows).fill(1);
  for (const filter of filters) {
    const column = store.byName.get(filter.column);
    if (column !== undefined) narrow(passing, column, filter);
  }
  return passing;
}

function keepRowsWithWords(store: ColumnStore, folded: string, passing: Uint8Array): void {
  const haystack = tableHaystack(store);
  // The longest word first: it is in the fewest rows.
  const words = folded
    .split(/\s+/)
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length);
  for (const word of words) haystack.keepRowsWith(word, passing);
}

function narrow(passing: Uint8Array, column: StoredColumn, filter: ColumnFilter): void {
  switch (filter.kind) {
    case 'range': {
      const { min, max } = filter;
      keepRows(passing, (row) => {
        const value = numberAt(column, row);
        if (value === null) return column.type !== 'number' && min === null && max === null && textAt(column, row).trim() !== '';
        return (min === null || value >= min) && (max === null || value <= max);
      });
      return;
    }
    case 'choice': {
      const chosen = new Set(filter.choices.map((choice) => choice.trim()));
      if (column.type === 'choice') {
        const passes = column.choices.map((choice) => chosen.has(choice.trim()));
        keepRows(passing, (row) => passes[column.codes[row] ?? -1] === true);
      } else keepRows(passing, (row) => chosen.has(textAt(column, row).trim()));
      return;
    }
    case 'text':
      cellsHaystack(column).keepRowsWith(foldText(filter.text), passing);
      return;
  }
}

function keepRows(passing: Uint8Array, passes: (row: number) => boolean): void {
  for (let row = 0; row < passing.length; row += 1) if (passing[row] === 1 && !passes(row)) passing[row] = 0;
}

function rowsOf(passing: Uint8Array): Uint32Array {
  const rows = new Uint32Array(passing.length);
  let count = 0;
  for (let row = 0; row < passing.length; row += 1) if (passing[row] === 1) rows[count++] = row;
  return rows.slice(0, count);
}
