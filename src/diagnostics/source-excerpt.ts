import { columnsOf, visible } from './visible-text.ts';

export interface SourceExcerpt {
  /** The line, or the part of it around the place, ready to print. */
  readonly text: string;
  /** Spaces and `^`, to be printed below it. */
  readonly underline: string;
}

/** A character as it is printed. */
interface Glyph {
  readonly text: string;
  readonly width: number;
  readonly underlined: boolean;
}

const widest = 100;
/** How much of a long line stays in front of the place. */
const leadWidth = 40;
const tab = '    ';

/**
 * The part of a source line around a place, with the place underlined.
 *
 * @param column from 1, in UTF-16 code units
 * @param endColumn the column behind the place; without it one character is underlined
 */
export function sourceExcerpt(line: string, column: number, endColumn: number | undefined): SourceExcerpt {
  const start = Math.min(column - 1, line.length);
  const end = Math.max(endColumn === undefined ? 0 : endColumn - 1, start + 1);
  // A glyph is at least half a column wide per code unit, marks apart: more than this cannot be shown.
  const from = start <= widest - leadWidth ? 0 : characterStart(line, start - leadWidth);
  const glyphs = glyphsOf(line, from, start, end);
  const fitting = takeWidth(glyphs, widest);
  const before = from > 0 ? '…' : '';
  const after = fitting.length < glyphs.length || from + glyphs.length < from ? '…' : '';
  const underline = fitting.map(({ width, underlined }) => (underlined ? '^' : ' ').repeat(width)).join('');
  return {
    text: before + fitting.map(({ text }) => text).join('') + after,
    // Behind the line's end there is no character to underline: the place itself is marked.
    underline: `${' '.repeat(before.length)}${underline.includes('^') ? underline.trimEnd() : `${underline}^`}`,
  };
}

function glyphsOf(line: string, from: number, start: number, end: number): Glyph[] {
  const glyphs: Glyph[] = [];
  let offset = from;
  for (const character of line.slice(from, from + 4 * widest)) {
    const text = character === '\t' ? tab : visible(character);
    glyphs.push({ text, width: character === '\t' ? tab.length : columnsOf(character), underlined: offset >= start && offset < end });
    offset += character.length;
  }
  return glyphs;
}

function takeWidth(glyphs: readonly Glyph[], width: number): readonly Glyph[] {
  let used = 0;
  const end = glyphs.findIndex((glyph) => (used += glyph.width) > width);
  return end < 0 ? glyphs : glyphs.slice(0, end);
}

/** The second half of a surrogate pair is no place to begin. */
function characterStart(line: string, offset: number): number {
  const code = line.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
