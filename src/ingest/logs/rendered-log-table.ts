import type { SourceLine } from '#ingest/text/source-lines.ts';

/** A row of a Markdown table, as a script wrote it without escaping anything. */
export interface TableRow {
  /** Trimmed; what stood between the outer pipes. */
  readonly cells: readonly string[];
  /** A value with line breaks in it makes a row of several lines. */
  readonly lines: readonly SourceLine[];
}

/**
 * The rows of the tables among some lines, header and rule (`|---|---|`) included. A row that does not end in a pipe goes on in the lines below
 * it, up to the one that does; where none does before a blank line or another row, the line is no row.
 */
export function tableRows(lines: readonly SourceLine[]): TableRow[] {
  const rows: TableRow[] = [];
  for (let index = 0; index < lines.length; index++) {
    const length = rowLength(lines, index);
    if (length === 0) continue;
    const ofRow = lines.slice(index, index + length);
    rows.push({ cells: cellsOf(ofRow.map(({ text }) => text.trim()).join('\n')), lines: ofRow });
    index += length - 1;
  }
  return rows;
}

/** Whether a row divides a table's header from its body. */
export function isRule({ cells }: TableRow): boolean {
  return cells.every((cell) => /^:?-+:?$/.test(cell));
}

/** How many lines the row has that begins here; 0 where none does. */
function rowLength(lines: readonly SourceLine[], start: number): number {
  if (!beginsRow(lines[start])) return 0;
  for (let index = start; index < lines.length; index++) {
    const text = lines[index]?.text.trim() ?? '';
    if (index > start && (text === '' || text.startsWith('|') || text.startsWith('#'))) return 0;
    if (text.endsWith('|') && (index > start || text.length > 1)) return index - start + 1;
  }
  return 0;
}

function beginsRow(line: SourceLine | undefined): boolean {
  return line?.text.trimStart().startsWith('|') === true;
}

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
}
