import { appendFile } from 'node:fs/promises';
import { suggest } from '#diagnostics/suggest.ts';
import { parseTable } from '#ingest/parse-table.ts';
import type { Table } from '#schemas/results.ts';
import { existingText, lineEndOf } from './existing-text.ts';
import { whileLocked } from './file-lock.ts';
import { placeInside, realWorkspace, workspacePath } from './inside-workspace.ts';
import { Refusal } from './refusal.ts';
import { rowText } from './row-text.ts';
import { sourceFromText } from './source-text.ts';

export interface RowRequest {
  readonly workspace: string;
  /** Relative to the workspace: `results.tsv`. */
  readonly table: string;
  /** By column name, as text; columns that are not named stay empty. */
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * Appends one row to a results table (contract "Commands", `record`). Safe when several processes do it at once: under a lock, and as one
 * write at the end of the file, so that not even a program that knows no lock loses a row. A missing final newline is added first; line
 * ends stay as they are.
 *
 * Refused, with nothing written: a table or header that is missing, a column that the header lacks, a row that would not be read back as given.
 *
 * @returns the row's id: `run/results/12`
 */
export async function appendRow({ workspace, table, cells }: RowRequest): Promise<string> {
  const root = await realWorkspace(workspace);
  const file = await placeInside(root, table);
  const path = workspacePath(root, file);
  if (!/\.tsv$/i.test(path)) throw new Refusal(`"${path}" is not a results table`, 'A results table is a .tsv file; name it with --table.');
  // Looked at before the lock is taken, so that a folder is not made for a table that is not there.
  readTable(path, await existingText(file, path));
  return whileLocked(file, async () => {
    const text = await existingText(file, path);
    const before = readTable(path, text);
    const row = rowText(rowCells(path, before, cells));
    const lineEnd = lineEndOf(text);
    const addition = (text.endsWith('\n') ? '' : lineEnd) + row + lineEnd;
    assertReadBack(path, before, text + addition, cells);
    await appendFile(file, addition);
    return `run/${before.id}/${before.rows.length + 1}`;
  });
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
  for (const name of cells.keys()) {
    const found = table.columns.filter((column) => column.trim() === name).length;
    if (found === 1) continue;
    if (found > 1) throw new Refusal(`"${path}" has ${found} columns named "${name}"`, 'Rename one of them in the header.');
    const near = suggest(name, table.columns);
    throw new Refusal(
      `"${path}" has no column "${name}"`,
      near === null ? `Its columns are: ${table.columns.join(', ')}.` : `Did you mean "${near}"?`,
    );
  }
  if (![...cells.values()].some((cell) => cell.trim() !== ''))
    throw new Refusal('The row is empty', `Name at least one value, such as --${table.columns[0] ?? 'column'} VALUE.`);
  return table.columns.map((column) => cells.get(column.trim()) ?? '');
}

/** The parser has the last word: a first cell `# x` would be a comment, a row below one with an open quote would be part of that. */
function assertReadBack(path: string, before: Table, text: string, cells: ReadonlyMap<string, string>): void {
  const after = parseTable(sourceFromText(path, text)).table;
  const row = after?.rows.at(-1);
  const isRow = after?.rows.length === before.rows.length + 1 && row?.cells.length === before.columns.length;
  const wrong = [...cells].find(([name, cell]) => row?.cells[before.columns.findIndex((column) => column.trim() === name)] !== cell);
  if (isRow && wrong === undefined) return;
  const what = isRow && wrong !== undefined ? `The value of "${wrong[0]}"` : 'The row';
  throw new Refusal(
    `${what} would not be read back from "${path}" as it was given`,
    'Leave line breaks and a leading "#" or "---" out of it, and see that the last row of the table is whole.',
  );
}
