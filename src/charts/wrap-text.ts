import { columnsOf } from '#diagnostics/visible-text.ts';

/**
 * Divides a text into lines for a picture, which has no letters to measure: a character counts as one column, an East Asian one as two.
 *
 * @returns at most so many lines; what does not fit ends in an ellipsis
 */
export function wrapText(text: string, columns: number, mostLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  // More than fits is never looked at.
  const words = text
    .slice(0, columns * mostLines * 2)
    .split(/\s+/)
    .filter((word) => word !== '');
  for (const word of words.flatMap((each) => pieces(each, columns))) {
    const wordWidth = widthOf(word);
    if (line !== '' && width + 1 + wordWidth > columns) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line = line === '' ? word : `${line} ${word}`;
    width += wordWidth + (width === 0 ? 0 : 1);
  }
  if (line !== '') lines.push(line);
  if (lines.length <= mostLines && text.length <= columns * mostLines * 2) return lines;
  const shown = lines.slice(0, mostLines);
  return [...shown.slice(0, -1), `${shown.at(-1) ?? ''}…`];
}

/** A word as stretches that each fit into a line. */
function pieces(word: string, columns: number): string[] {
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const character of word) {
    const own = columnsOf(character);
    if (width + own > columns && part !== '') {
      parts.push(part);
      part = '';
      width = 0;
    }
    part += character;
    width += own;
  }
  return [...parts, part];
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}
