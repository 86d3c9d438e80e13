import { problem } from '#diagnostics/catalogue.ts';
import type { Place, Problem } from '#diagnostics/diagnostic.ts';
import type { Table, TableRow } from '#schemas/results.ts';
import { joinBrokenRow, rowHabits } from './broken-rows.ts';
import type { SourceFile } from './parsed-file.ts';
import { isBlank, sourceLines, type SourceLine } from './source-lines.ts';
import { splitCells } from './split-cells.ts';
import { findHeader } from './table-header.ts';

export interface ParsedTable {
  /** Null where the file is no table. */
  readonly table: Table | null;
  /** One for each line that is neither header nor row: comments, separators, text above the header. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a `.tsv` file as a results table: raw cells, no types, no roles (formats.md, "Tables"). Rows with too few or too many cells are
 * kept as they are and reported; a row broken over several lines is joined where that makes the count right.
 */
export function parseTable(source: SourceFile): ParsedTable {
  const lines = sourceLines(source.text);
  const header = findHeader(lines);
  if (header.found === 'no table') return notATable(source.path, lines, header.reason);

  const above = lines.slice(0, header.index).filter((line) => !isBlank(line));
  const firstRow = header.found === 'header' ? header.index + 1 : header.index;
  const { rows, outside } = readRows(lines, firstRow, header.columns.length);
  const untabbed = rows.filter((row) => row.cells.length === 1).length;
  if (untabbed > 1 && untabbed * 2 > rows.length) return notATable(source.path, lines, 'most of its lines hold no tab');

  const table: Table = {
    id: tableId(source.path),
    path: source.path,
    columns: header.columns,
    headerLine: header.found === 'header' ? header.index + 1 : 0,
    rows,
  };
  const stray = [...above, ...outside];
  return {
    table,
    problems: [
      ...(header.found === 'rows only' ? [missingHeader(source.path, lines[header.index], header.columns.length)] : []),
      ...stray.map((line) => problem('line-outside-rows', placeOf(source.path, line), { found: natureOf(line) ?? 'text' })),
      ...rows.flatMap((row) => raggedRow(source.path, row, lines, header.columns.length)),
    ],
  };
}

/** The table's identity (contract "Published data"): its path without `.tsv`, `/` as `-`. */
function tableId(path: string): string {
  return path.replace(/\.tsv$/i, '').replaceAll('/', '-');
}

interface ReadRows {
  readonly rows: TableRow[];
  readonly outside: SourceLine[];
}

function readRows(lines: readonly SourceLine[], firstRow: number, expected: number): ReadRows {
  const wholeRows = lines
    .slice(firstRow)
    .map((line) => cellsOf(line.text))
    .filter((cells) => cells.length === expected);
  const habits = rowHabits(wholeRows, expected);
  const rows: TableRow[] = [];
  const outside: SourceLine[] = [];
  for (let index = firstRow; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || isBlank(line)) continue;
    if (natureOf(line) !== null) {
      outside.push(line);
      continue;
    }
    const joined = joinBrokenRow(lines, index, habits);
    const cells = joined?.cells ?? cellsOf(line.text);
    index += (joined?.lines ?? 1) - 1;
    rows.push({ ordinal: rows.length + 1, line: line.number, lastLine: index + 1, cells });
  }
  return { rows, outside };
}

function cellsOf(text: string): string[] {
  return splitCells(text).map((cell) => cell.text);
}

/** Whether a line is a comment (`# …`) or a separator (`--- phase 2 ---`): its first cell says so and no other cell holds anything else. */
function natureOf(line: SourceLine): 'comment' | 'separator' | null {
  const [first = '', ...others] = line.text.split('\t').map((cell) => cell.trim());
  if (others.every((cell) => cell === '') && first.startsWith('#')) return 'comment';
  return /^(?:-{3}|={3}|\*{3}|_{3}|~{3}|—{2}|─{3})/.test(first) && others.every((cell) => /^(?::?-{2,}:?|={2,})?$/.test(cell))
    ? 'separator'
    : null;
}

function raggedRow(path: string, row: TableRow, lines: readonly SourceLine[], expected: number): Problem[] {
  const found = row.cells.length;
  if (found === expected) return [];
  const text = lines[row.line - 1]?.text ?? '';
  const surplus = splitCells(text)[expected];
  const place = surplus === undefined ? { column: text.length + 1 } : { column: surplus.start + 1, endColumn: text.length + 1 };
  return [problem('ragged-row', { path, line: row.line, ...place }, { found, expected })];
}

function missingHeader(path: string, line: SourceLine | undefined, columns: number): Problem {
  return problem('missing-header', line === undefined ? { path, line: 1, column: 1 } : placeOf(path, line), { columns });
}

function notATable(path: string, lines: readonly SourceLine[], reason: string): ParsedTable {
  const first = lines.find((line) => !isBlank(line));
  return { table: null, problems: [problem('not-a-table', { path, line: first?.number ?? 1, column: 1 }, { reason })] };
}

function placeOf(path: string, line: SourceLine): Place {
  return { path, line: line.number, column: 1, endColumn: line.text.length + 1 };
}
