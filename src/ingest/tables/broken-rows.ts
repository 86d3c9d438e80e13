import type { SourceLine } from '#ingest/text/source-lines.ts';
import { endsInsideQuotes, splitCells } from './split-cells.ts';

/** More lines than this are not one row; the bound keeps reading linear. */
const mostLines = 20;

const numberLike = /^[+\-−~±]?[\d.,]+(?:e[+-]?\d+)?\s?%?$/i;
const hashLike = /^(?=.*\d)[0-9a-f]{6,40}$/i;

/** What the rows that need no joining look like; a joined row must look alike. */
export interface RowHabits {
  readonly expected: number;
  /** By column: whether all cells are numbers or hashes, which hold no line break. */
  readonly solid: readonly boolean[];
  /** The shape that all first cells share (`a-9`), or null. */
  readonly firstCell: string | null;
}

export interface JoinedRow {
  /** Its lines, with a line feed between them. */
  readonly text: string;
  /** How many lines it takes, the first included. */
  readonly taken: number;
}

/** Learns from the lines that have as many cells as the header. */
export function rowHabits(wholeRows: readonly (readonly string[])[], expected: number): RowHabits {
  const solid = Array.from({ length: expected }, (_, column) => {
    const cells = wholeRows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.every((cell) => numberLike.test(cell) || hashLike.test(cell));
  });
  const shapes = new Set(wholeRows.map((row) => shapeOf(row[0] ?? '')));
  const [shape = null] = shapes;
  return { expected, solid, firstCell: shapes.size === 1 && wholeRows.length > 1 ? shape : null };
}

/**
 * Joins the row that begins at `lines[first]` with the lines below it, if that gives the expected number of cells. Without a cell that
 * opens a quotation it refuses where the pieces look like two short rows: a line break inside a number or hash, or a piece that begins
 * like a row. A line that is a whole row is never taken in.
 *
 * @returns null where the row is whole already, or where joining does not make the count right
 */
export function joinBrokenRow(lines: readonly SourceLine[], first: number, habits: RowHabits): JoinedRow | null {
  let text = lines[first]?.text ?? '';
  const quoted = endsInsideQuotes(text);
  let count = splitCells(text).length;
  if (!quoted && count >= habits.expected) return null;
  for (let taken = 1; taken < mostLines; taken += 1) {
    const next = lines[first + taken];
    if (next === undefined) return null;
    const further = splitCells(next.text).length;
    if (further === habits.expected || (!quoted && !continuesRow(next.text, habits))) return null;
    text += `\n${next.text}`;
    count += further - 1;
    // Without quotes, counting says as much as splitting.
    if (!quoted && count < habits.expected && !text.includes('"')) continue;
    const cells = splitCells(text).map((cell) => cell.text);
    if (cells.length === habits.expected && !endsInsideQuotes(text)) {
      return quoted || breaksOnlyProse(cells, habits) ? { text, taken: taken + 1 } : null;
    }
    if (!quoted && cells.length > habits.expected) return null;
  }
  return null;
}

function continuesRow(text: string, habits: RowHabits): boolean {
  if (text.startsWith('#')) return false;
  // A blank line within a row is believed only where the shape of a row's beginning is known.
  if (text.trim() === '') return habits.firstCell !== null;
  return habits.firstCell === null || shapeOf(splitCells(text)[0]?.text ?? '') !== habits.firstCell;
}

function breaksOnlyProse(cells: readonly string[], habits: RowHabits): boolean {
  return cells.every((cell, column) => !(cell.includes('\n') && habits.solid[column]));
}

/** `AL-20260328-001` → `a-9-9`; a commit hash → `hash`, whatever its digits. */
function shapeOf(cell: string): string {
  return hashLike.test(cell) ? 'hash' : cell.replaceAll(/\p{L}+/gu, 'a').replaceAll(/\d+/g, '9');
}
