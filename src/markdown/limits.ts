/** Longest line, in UTF-16 code units, of a text that is read as Markdown: inline parsing is not linear in all cases. */
export const maximumLineLength = 100_000;
/** Longest text, in UTF-16 code units, that is read as Markdown. */
export const maximumTextLength = 2_000_000;
/** Deepest nesting that is rendered: the visitors of a syntax tree are recursive. */
export const maximumDepth = 100;
/** Most characters of one paragraph that could open or close inline markup: pairing them is quadratic. */
export const maximumDelimiters = 1e9;

/** Blocks of code beyond these sizes are shown without colours: regular expressions of grammars are not linear. */
export const maximumHighlightedCode = 100_000;
export const maximumHighlightedLine = 5_000;

/** Longest formula that is typeset. */
export const maximumFormulaLength = 5_000;

// A line that alone opens a hundred block quotes or list items.
const deepLine = new RegExp(`^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))){${maximumDepth}}`, 'm');

const newline = 10;
const carriageReturn = 13;
const delimiters = new Set(Array.from('[]*_~<$`!&@', (character) => character.charCodeAt(0)));

/**
 * Why a text is not read as Markdown but shown as it is, or null. Linear in the text.
 *
 * @returns words that complete "This text is shown as it stands in the file, because it …"
 */
export function reasonForPlainText(source: string): string | null {
  if (source.length > maximumTextLength) return `is longer than ${maximumTextLength.toLocaleString('en')} characters`;
  if (deepLine.test(source)) return `is nested more than ${maximumDepth} levels deep`;

  let lineStart = 0;
  let blank = true;
  let delimitersInParagraph = 0;
  for (let index = 0; index <= source.length; index++) {
    const code = index === source.length ? newline : source.charCodeAt(index);
    if (code === newline || code === carriageReturn) {
      if (index - lineStart > maximumLineLength) return `has a line of more than ${maximumLineLength.toLocaleString('en')} characters`;
      if (blank) delimitersInParagraph = 0;
      lineStart = index + 1;
      blank = true;
    } else {
      if (code !== 32 && code !== 9) blank = false;
      if (delimiters.has(code) && ++delimitersInParagraph > maximumDelimiters) {
        return `has a paragraph with more than ${maximumDelimiters.toLocaleString('en')} marks such as [, * and $`;
      }
    }
  }
  return null;
}
