import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suggest } from '#diagnostics/suggest.ts';
import { columnNames } from '#graph/results/columns.ts';
import { programSettings } from '#ingest/entries/program-settings.ts';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { parseTable } from '#ingest/tables/parse-table.ts';
import { tsvRow } from '#schemas/delimited-row.ts';
import type { Program } from '#schemas/program.ts';
import type { Table } from '#schemas/results.ts';
import { existingText, lineEndOf } from './existing-text.ts';
import { whileLocked } from './file-lock.ts';
import { checkCells } from './fitting-cells.ts';
import { placeInside, realWorkspace, workspacePath } from './inside-workspace.ts';
import { Refusal } from './refusal.ts';
import { sourceFromText } from './source-text.ts';

export interface RowRequest {
  readonly workspace: string;
  /** Relative to the workspace: `results.tsv`. */
  readonly table: string;
  /** By column name as pages show it (`loss`, `loss (2)`, `column 3`), as text; columns that are not named stay empty. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface RecordedRow {
  /** `run/results/12`. */
  readonly id: string;
  /** What was written although it looks odd, in sentences. */
  readonly warnings: readonly string[];
}

/**
 * Appends one row to a results table (contract "Commands", `record`). Safe when several processes do it at once: under a lock, and as one
 * write at the end of the file, so that not even a program that knows no lock loses a row. A missing final newline is added first; line
 * ends stay as they are.
 *
 * Refused, with nothing written: a table or header that is missing, a column that the header lacks, a cell that does not fit its column
 * (`fitting-cells.ts`), a row that would not be read back as given.
 */
export async function appendRow({ workspace, table, cells }: RowRequest): Promise<RecordedRow> {
  const root = await realWorkspace(workspace);
  const file = await placeInside(root, table);
  const path = workspacePath(root, file);
  if (!/\.tsv$/i.test(path)) throw new Refusal(`"${path}" is not a results table`, 'A results table is a .tsv file; name it with --table.');
  // Looked at before the lock is taken, so that a folder is not made for a table that is not there.
  readTable(path, await existingText(file, path));
  const program = await readProgram(root);
  return whileLocked(file, async () => {
    const text = await existingText(file, path);
    const before = readTable(path, text);
    const values = rowCells(path, before, cells);
    const warnings = checkCells(before, values, program);
    const row = tsvRow(values);
    const lineEnd = lineEndOf(text);
    const addition = (text.endsWith('\n') ? '' : lineEnd) + row + lineEnd;
    assertReadBack(path, before, text + addition, values);
    await appendFile(file, addition);
    return { id: `run/${before.id}/${before.rows.length + 1}`, warnings };
  });
}

/** What the workspace's `program.md` says of columns; nothing where there is none. */
async function readProgram(root: string): Promise<Partial<Program>> {
  const text = await existingText(join(root, 'program.md'), 'program.md').catch(() => '');
  return programSettings('program.md', readFrontmatter('program.md', text)).program;
}

function readTable(path: string, text: string): Table {
  const { table, problems } = parseTable(sourceFromText(path, text));
  if (table !== null && table.headerLine > 0) return table;
  if (text.trim() === '')
    throw new Refusal(`There is no header in "${path}"`, 'Create the table with one line of tab-separated column names first.');
  const reason = problems[0];
  throw new Refusal(
    `Nothing can be added to "${path}": ${reason?.message ?? 'it has no header'}`,
    reason?.hint ?? 'Give it a header line.',
  );
}

function rowCells(path: string, table: Table, cells: ReadonlyMap<string, string>): string[] {
  const names = columnNames(table.columns);
  const row = names.map(() => '');
  for (const [name, cell] of cells) {
    const repeated = table.columns.filter((column) => column.trim() === name).length;
    if (repeated > 1) {
      const others = Array.from({ length: repeated }, (_, index) => `"${name} (${index + 1})"`);
      throw new Refusal(
        `"${path}" has ${repeated} columns named "${name}"`,
        `Say which with --cell, as ${others.join(' or ')}, or rename one in the header.`,
      );
    }
    // "loss (1)" is the first of several columns called "loss".
    const index = names.includes(name) ? names.indexOf(name) : names.indexOf(name.replace(/ \(1\)$/, ''));
    if (index === -1) {
      const near = suggest(name, names);
      throw new Refusal(
        `"${path}" has no column "${name}"`,
        near === null ? `Its columns are: ${names.join(', ')}.` : `Did you mean "${near}"?`,
      );
    }
    row[index] = cell;
  }
  if (row.every((cell) => cell.trim() === ''))
    throw new Refusal('The row is empty', `Name at least one value, such as --${names[0] ?? 'column'} VALUE.`);
  return row;
}

/** The parser has the last word: a first cell `# x` would be a comment, a row below one with an open quote would be part of that. */
function assertReadBack(path: string, before: Table, text: string, values: readonly string[]): void {
  const after = parseTable(sourceFromText(path, text)).table;
  const row = after?.rows.at(-1);
  const isRow = after?.rows.length === before.rows.length + 1 && row?.cells.length === before.columns.length;
  const wrong = values.findIndex((value, index) => row?.cells[index] !== value);
  if (isRow && wrong === -1) return;
  const what = isRow ? `The value of "${before.columns[wrong] ?? ''}"` : 'The row';
  throw new Refusal(
    `${what} would not be read back from "${path}" as it was given`,
    'Leave line breaks and a leading "#" or "---" out of it, and see that the last row of the table is whole.',
  );
}
