import { isBlank, type SourceLine } from '#ingest/text/source-lines.ts';
import { splitCells } from './split-cells.ts';

export type FoundHeader =
  | { readonly found: 'header'; readonly index: number; readonly columns: readonly string[] }
  /** The line at `index` is a row already. */
  | { readonly found: 'rows only'; readonly index: number; readonly columns: readonly string[] }
  | { readonly found: 'no table'; readonly reason: string };

const numberLike = /^[+\-−~±]?(?:\d[\d.,]*|\.\d+)(?:e[+-]?\d+)?\s?%?$/i;
const hashLike = /^(?=.*\d)[0-9a-f]{7,40}$/i;
const dateLike = /^\d{4}-\d{2}-\d{2}(?:[t ]\d{2}:\d{2}|$)/;
const assignment = /^[\w.-]+\s*=\s*\S/;
const statusWords = new Set(['keep', 'kept', 'discard', 'discarded', 'crash', 'crashed', 'revert', 'reverted']);
const headerWords = new Set([
  'commit',
  'status',
  'id',
  'run',
  'run_id',
  'exp_id',
  'name',
  'description',
  'notes',
  'date',
  'metric',
  'value',
]);

/** Finds the line that names the columns: the first line that holds a tab, unless it is a comment or looks like data. */
export function findHeader(lines: readonly SourceLine[]): FoundHeader {
  if (lines.every(isBlank)) return { found: 'no table', reason: 'it is empty' };
  const candidates = tabbedLines(lines, 200).map((index) => ({ index, cells: cellsAt(lines, index) }));
  const first = candidates.find((candidate, position) => !isComment(candidate.cells, candidates[position + 1]?.cells));
  if (first === undefined) return { found: 'no table', reason: reasonWithoutTabs(lines.filter((line) => !isBlank(line))) };
  if (lines.slice(0, first.index).some((line) => line.text.startsWith('Traceback (most recent call last)'))) {
    return { found: 'no table', reason: 'it holds the traceback of a program that failed' };
  }
  if (!looksLikeData(first.cells)) return { found: 'header', index: first.index, columns: first.cells };
  if (!candidates.every(({ cells }) => cells.length === first.cells.length || isComment(cells, undefined))) {
    return { found: 'no table', reason: 'no line names the columns, and its lines differ in their number of cells' };
  }
  return { found: 'rows only', index: first.index, columns: first.cells.map((_, column) => `column ${column + 1}`) };
}

/** The indexes of the first lines that hold a tab and something else. */
function tabbedLines(lines: readonly SourceLine[], most: number): number[] {
  const found: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (found.length === most) break;
    if (line.text.includes('\t') && !isBlank(line)) found.push(index);
  }
  return found;
}

function cellsAt(lines: readonly SourceLine[], index: number): string[] {
  return splitCells(lines[index]?.text ?? '').map((cell) => cell.text);
}

/** A line with `#` can be the header itself (`#commit`): then the next line has as many cells. */
function isComment(cells: readonly string[], next: readonly string[] | undefined): boolean {
  return (cells[0] ?? '').startsWith('#') && cells.length !== next?.length;
}

function reasonWithoutTabs(written: readonly SourceLine[]): string {
  if (written.some((line) => line.text.startsWith('Traceback (most recent call last)')))
    return 'it holds the traceback of a program that failed';
  const [first, second] = written.map((line) => line.text.split(',').length);
  if (first !== undefined && first > 1 && first === second) return 'its cells are divided by commas, not tabs';
  return 'no line holds a tab';
}

/** Column names are words; a first line with numbers, dates, hashes, `lr=0.1` or a status is a row, unless it also has a usual column name. */
function looksLikeData(cells: readonly string[]): boolean {
  const words = cells.map((cell) => cell.trim().toLowerCase());
  if (words.some((word) => headerWords.has(word))) return false;
  return words.some(
    (word) => numberLike.test(word) || dateLike.test(word) || hashLike.test(word) || assignment.test(word) || statusWords.has(word),
  );
}
