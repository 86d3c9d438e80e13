/** A stretch of one line. Lines and columns count from 1; columns count UTF-16 code units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  /** Behind its last character. */
  readonly endColumn: number;
}

/** Turns offsets in a text into lines and columns of its file. */
export interface TextPlaces {
  /** The place of a stretch of text; of one over several lines, the part on its first line. */
  placeOf(start: number, end: number): TextPlace;
}

/**
 * Lines end with a line feed, as everywhere in Priors (decoding has reported lone carriage returns). Linear in the text; each place is then found at once.
 *
 * @param origin where the text begins in its file
 */
export function textPlaces(text: string, origin: Pick<TextPlace, 'line' | 'column'> = { line: 1, column: 1 }): TextPlaces {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  // A final newline opens no further line; what ends behind it is at the end of the last one.
  if (starts.length > 1 && starts.at(-1) === text.length) starts.pop();
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    placeOf(start, end) {
      const line = lineAt(start);
      const lineStart = starts[line] ?? 0;
      const next = starts[line + 1];
      const lineEnd = next === undefined ? text.length : text[next - 2] === '\r' ? next - 2 : next - 1;
      const column = start - lineStart + (line === 0 ? origin.column : 1);
      const endColumn = Math.max(column + Math.min(end, lineEnd) - start, column);
      return { line: origin.line + line, column, endColumn };
    },
  };
}
