import type { Point, Position } from 'unist';

/** Turns offsets in a text into places in its file. */
export interface Positions {
  /** Line (from 1, of the file) and column (from 1, UTF-16) of an offset. */
  place(offset: number): { line: number; column: number };
  /** The column behind the last character of a span that stands on the line of its start. */
  endColumn(start: number, end: number): number;
  /** The span as unist has it: lines of the text, not of the file. */
  position(start: number, end: number): Position;
}

/** @param lineOffset how many lines of the file stand before the text */
export function createPositions(source: string, lineOffset: number): Positions {
  let cachedStarts: number[] | null = null;
  const starts = (): number[] => (cachedStarts ??= lineStarts(source));

  const point = (offset: number): Point => {
    const lines = starts();
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (lines[low] ?? 0) + 1, offset };
  };

  return {
    place(offset) {
      const { line, column } = point(offset);
      return { line: line + lineOffset, column };
    },
    endColumn(start, end) {
      const from = point(start);
      const to = point(end);
      if (from.line === to.line) return to.column;
      const nextLine = starts()[from.line] ?? source.length;
      const line = source.slice(start, nextLine).replace(/[\r\n]+$/u, '');
      return from.column + line.length;
    },
    position(start, end) {
      return { start: point(start), end: point(end) };
    },
  };
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (const match of source.matchAll(/\r\n|\r|\n/gu)) starts.push(match.index + match[0].length);
  return starts;
}
