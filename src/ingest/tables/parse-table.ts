import { problem } from '#diagnostics/catalogue.ts';
import type { Place, Problem } from '#diagnostics/diagnostic.ts';
import type { Table, TableNote, TableRow } from '#schemas/results.ts';
import { joinBrokenRow, rowHabits, type RowHabits } from './broken-rows.ts';
import type { LineRange, SourceFile } from '#ingest/parsed-file.ts';
import { isBlank, sourceLines, type SourceLine } from '#ingest/text/source-lines.ts';
import { splitCells } from './split-cells.ts';
import { findHeader } from './table-header.ts';
import { textPlaces } from '#diagnostics/text-places.ts';

export interface ParsedTable {
  /** Null where the file is no table. */
  readonly table: Table | null;
  /** The notes above the header. */
  readonly alsoRead: readonly LineRange[];
  /** One for each line that is neither header nor row: comments, separators, text above the header. */
  readonly problems: readonly Problem[];
}

/** With so many whole rows it is a table, whatever else stands in it. */
const fewestWholeRows = 3;

/**
 * Reads a `.tsv` file as a results table: raw cells, no types, no roles (formats.md, "Tables"). Rows with too few or too many cells are
 * kept as they are and reported; a row broken over several lines is joined where that makes the count right.
 */
export function parseTable(source: SourceFile): ParsedTable {
  const lines = sourceLines(source.text);
  const header = findHeader(lines);
  if (header.found === 'no table') return notATable(source.path, lines, header.reason);

  const above = lines.slice(0, header.index).filter((line) => !isBlank(line));
  const notes = above.flatMap(noteOf);
  const firstRow = header.found === 'header' ? header.index + 1 : header.index;
  const { rows, outside } = readRows(lines, firstRow, header.columns);
  const untabbed = rows.filter((row) => row.cells.length === 1).length;
  const whole = rows.filter((row) => row.cells.length === header.columns.length).length;
  if (untabbed > 1 && untabbed * 2 > rows.length && whole < fewestWholeRows)
    return notATable(source.path, lines, 'most of its lines hold no tab');

  const table: Table = {
    id: tableId(source.path),
    path: source.path,
    columns: header.columns,
    headerLine: header.found === 'header' ? header.index + 1 : 0,
    notes,
    rows,
  };
  const noted = new Set(notes.map(({ line }) => line));
  const stray = [...above.filter(({ number }) => !noted.has(number)), ...outside];
  return {
    table,
    alsoRead: notes.map(({ line }) => ({ from: line, to: line })),
    problems: [
      ...(header.found === 'rows only' ? [missingHeader(source.path, lines[header.index], header.columns.length)] : []),
      ...(header.found === 'header' ? oddNames(source.path, lines[header.index]) : []),
      ...stray.map((line) => problem('line-outside-rows', lineOf(source.path, line), { found: natureOf(line, header.columns) ?? 'text' })),
      ...rows
        .filter(({ cells }) => cells.length !== header.columns.length)
        .map((row) => raggedRow(source.path, row, lines, header.columns.length)),
    ],
  };
}

/** The table's identity (contract "Published data"): its path without `.tsv`, `/` as `-`. */
export function tableId(path: string): string {
  return path.replace(/\.tsv$/i, '').replaceAll('/', '-');
}

interface ReadRows {
  readonly rows: TableRow[];
  readonly outside: SourceLine[];
}

function readRows(lines: readonly SourceLine[], firstRow: number, columns: readonly string[]): ReadRows {
  const header = firstRow === 0 ? [] : columns;
  const rows: TableRow[] = [];
  const outside: SourceLine[] = [];
  let habits: RowHabits | null = null;
  for (let index = firstRow; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || isBlank(line)) continue;
    const plain = plainCells(line.text, columns);
    if (plain !== null) {
      rows.push({ ordinal: rows.length + 1, line: line.number, lastLine: line.number, cells: plain });
      continue;
    }
    if (natureOf(line, header) !== null) {
      outside.push(line);
      continue;
    }
    habits ??= habitsOf(lines.slice(firstRow), columns.length);
    const { text, taken } = joinBrokenRow(lines, index, habits) ?? { text: line.text, taken: 1 };
    index += taken - 1;
    rows.push({ ordinal: rows.length + 1, line: line.number, lastLine: index + 1, ...cellsOf(text, line.number) });
  }
  return { rows, outside };
}

/** The beginning of everything that `natureOf` takes for no row, except for the header. */
const beginsLikeNoRow = /^\s*[-#=*_~—─]/;

/**
 * The cells of a line that is a whole row at first sight, as nearly every line of a long table is: no quotation, as many cells as the header, no sign
 * of anything else.
 *
 * @returns null where the line must be looked at closely
 */
function plainCells(text: string, columns: readonly string[]): string[] | null {
  if (text.includes('"')) return null;
  const cells = text.split('\t');
  const [first = ''] = cells;
  return cells.length !== columns.length || first === columns[0] || beginsLikeNoRow.test(first) ? null : cells;
}

function habitsOf(lines: readonly SourceLine[], expected: number): RowHabits {
  const split = lines.map((line) => splitCells(line.text).map((cell) => cell.text));
  return rowHabits(
    split.filter((cells) => cells.length === expected),
    expected,
  );
}

function cellsOf(text: string, line: number): Pick<TableRow, 'cells' | 'places'> {
  const split = splitCells(text);
  const cells = split.map((cell) => cell.text);
  if (!text.includes('\n') && cells.join('\t') === text) return { cells };
  const places = textPlaces(text, { line, column: 1 });
  return {
    cells,
    places: split.map(({ start }) => {
      const place = places.placeOf(start, start);
      return { line: place.line, column: place.column };
    }),
  };
}

/** A comment above the header of the form `# key: value`. */
function noteOf({ text, number }: SourceLine): TableNote[] {
  const [, key, value] = /^#+\s*([a-z][\w -]{0,40}?)\s*[:=]\s*(\S.*)$/iu.exec(text) ?? [];
  return key === undefined || value === undefined ? [] : [{ key, value: value.trim(), line: number }];
}

/** Names that a header repeats, and columns that it leaves without one. */
function oddNames(path: string, header: SourceLine | undefined): Problem[] {
  if (header === undefined) return [];
  const cells = splitCells(header.text);
  const seen = new Set<string>();
  return cells.flatMap(({ text, start }, index) => {
    const name = text.trim();
    const end = cells[index + 1]?.start;
    const place = { path, line: header.number, column: start + 1, endColumn: end ?? header.text.length + 1 };
    if (name === '') return [problem('unnamed-column', place, { column: index + 1 })];
    if (seen.has(name)) return [problem('repeated-column', place, { name })];
    seen.add(name);
    return [];
  });
}

/**
 * Whether a line is a comment (`# …`) or a separator (`--- phase 2 ---`): its first cell says so and no other cell holds anything else; or the
 * header once more, as where several tables were put together.
 */
function natureOf(line: SourceLine, columns: readonly string[]): 'comment' | 'separator' | 'repeated header' | null {
  const raw = line.text.split('\t');
  if (raw.length > 1 && raw.length === columns.length && raw.every((cell, index) => cell === columns[index])) return 'repeated header';
  const [first = '', ...others] = raw.map((cell) => cell.trim());
  if (others.every((cell) => cell === '') && first.startsWith('#')) return 'comment';
  return /^(?:-{3}|={3}|\*{3}|_{3}|~{3}|—{2}|─{3})/.test(first) && others.every((cell) => /^(?::?-{2,}:?|={2,})?$/.test(cell))
    ? 'separator'
    : null;
}

function raggedRow(path: string, row: TableRow, lines: readonly SourceLine[], expected: number): Problem {
  const found = row.cells.length;
  const text = lines[row.line - 1]?.text ?? '';
  const surplus = splitCells(text)[expected];
  const place = surplus === undefined ? { column: text.length + 1 } : { column: surplus.start + 1, endColumn: text.length + 1 };
  return problem('ragged-row', { path, line: row.line, ...place }, { found, expected, escaped: text.includes('\\t') });
}

function missingHeader(path: string, line: SourceLine | undefined, columns: number): Problem {
  return problem('missing-header', line === undefined ? { path, line: 1, column: 1 } : lineOf(path, line), { columns });
}

function notATable(path: string, lines: readonly SourceLine[], reason: string): ParsedTable {
  const first = lines.find((line) => !isBlank(line));
  return { table: null, alsoRead: [], problems: [problem('not-a-table', { path, line: first?.number ?? 1, column: 1 }, { reason })] };
}

function lineOf(path: string, line: SourceLine): Place {
  return { path, line: line.number, column: 1, endColumn: line.text.length + 1 };
}
