const quote = '"';
const tab = '\t';

/** A cell and where it begins in its line. */
export interface SplitCell {
  readonly text: string;
  /** Index of its first character, the opening quote included. */
  readonly start: number;
}

/**
 * The cells of one row (formats.md, "Tables"): divided by tabs. A cell is quoted only if it begins with `"`, its closing `"` stands before a
 * tab or the end, and inner quotes are doubled; any other quote is text. Backslashes are text. A row always has at least one cell.
 */
export function splitCells(row: string): SplitCell[] {
  const cells: SplitCell[] = [];
  let start = 0;
  for (;;) {
    const closing = row[start] === quote ? closingQuote(row, start) : -1;
    const end = closing === -1 ? endOfCell(row, start) : closing + 1;
    const text = closing === -1 ? row.slice(start, end) : row.slice(start + 1, closing).replaceAll('""', quote);
    cells.push({ text, start });
    if (end >= row.length) return cells;
    start = end + 1;
  }
}

/** Whether the last cell of a line opens a quotation that the line does not close, as a cell that holds a line break does. */
export function endsInsideQuotes(row: string): boolean {
  const last = splitCells(row).at(-1);
  if (last === undefined || row[last.start] !== quote || closingQuote(row, last.start) !== -1) return false;
  return !row
    .slice(last.start + 1)
    .replaceAll('""', '')
    .includes(quote);
}

function endOfCell(row: string, from: number): number {
  const end = row.indexOf(tab, from);
  return end === -1 ? row.length : end;
}

/** Index of the quote that closes the cell, or -1. It gives up at the first lone quote inside the cell, which keeps a row's scanning linear. */
function closingQuote(row: string, opening: number): number {
  for (let index = row.indexOf(quote, opening + 1); index !== -1; index = row.indexOf(quote, index + 2)) {
    const next = row[index + 1];
    if (next === undefined || next === tab) return index;
    if (next !== quote) return -1;
  }
  return -1;
}
