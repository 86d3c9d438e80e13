import type { Place } from '#diagnostics/diagnostic.ts';
import type { Table, TableRow } from '#schemas/results.ts';

/** Where a cell stands in its file. A cell that the row lacks stands at the row's end. */
export function cellPlace(table: Table, row: TableRow, column: number): Place {
  const { line, column: start } = row.places?.[column] ?? {
    line: row.line,
    column: row.cells.slice(0, column).reduce((sum, cell) => sum + cell.length + 1, 1),
  };
  const length = (row.cells[column] ?? '').split('\n', 1)[0]?.length ?? 0;
  return { path: table.path, line, column: start, endColumn: start + length };
}
