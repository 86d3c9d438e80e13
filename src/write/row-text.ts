/**
 * Cells as one row of a results table, without line end (formats.md, "Quoting"): a cell is quoted only where it must be, because it begins with
 * a quote or holds a tab or a line break; then inner quotes are doubled. Backslashes are text.
 */
export function rowText(cells: readonly string[]): string {
  return cells.map((cell) => (/^"|[\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t');
}
