/**
 * Cells as one row of a results table, without line end (formats.md, "Quoting"): a cell is quoted only where it must be, because it begins with
 * a quote or holds a tab or a line break; then inner quotes are doubled. Backslashes are text.
 */
export function tsvRow(cells: readonly string[]): string {
  return cells.map((cell) => (/^"|[\t\r\n]/.test(cell) ? quoted(cell) : cell)).join('\t');
}

/**
 * Cells as one row of comma-separated values, without line end (RFC 4180). Cells stay as they are written: one that a spreadsheet would take for a
 * formula (`=1+1`) is not changed.
 */
export function csvRow(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? quoted(cell) : cell)).join(',');
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
