/** Longest text, in UTF-16 code units, that is read as Markdown. */
const maximumTextLength = 2_000_000;
/** Longest line, and longest paragraph or list without a blank line, in UTF-16 code units. */
const maximumLineLength = 100_000;
const maximumParagraphLength = 200_000;
/** Most lines without a blank one between them, outside code fences: continuing a paragraph is quadratic in its lines. */
const maximumParagraphLines = 5_000;
/** Most block quotes and list items that one line may open or continue. */
const maximumContainers = 50;
/** Deepest tree that is rendered: its visitors are recursive. A list in a list takes two levels. */
export const maximumDepth = 200;
/** Most characters in one paragraph that could open or close inline markup; further ones are text. */
export const maximumMarks = 2_000;

/** Code beyond these sizes is shown without colours: a grammar's regular expressions are not linear. */
export const maximumHighlightedCode = 100_000;
export const maximumHighlightedLine = 5_000;
/** Longest formula that is typeset. */
export const maximumFormulaLength = 5_000;

// Opens that many containers on the line itself, or stands so far in that it could continue as many.
const deepLine = new RegExp(
  `^(?:[ \\t]{${maximumContainers * 2},}(?:>|[-+*] |\\d{1,9}[.)] )|(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))){${maximumContainers}})`,
  'u',
);
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u;

export const tooDeep = `is nested more than ${maximumContainers} levels deep`;

/**
 * Why a text is not read as Markdown but shown as it is, or null. Linear in the text.
 *
 * @returns words that complete "This text is shown as it stands in the file, because it …"
 */
export function reasonForPlainText(source: string): string | null {
  if (source.length > maximumTextLength) return `is longer than ${count(maximumTextLength)} characters`;

  let lines = 0;
  let characters = 0;
  let openFence: string | null = null;
  for (const line of source.split(/\r\n|\r|\n/u)) {
    if (line.length > maximumLineLength) return `has a line of more than ${count(maximumLineLength)} characters`;
    const marker = fence.exec(line)?.[1] ?? null;
    if (openFence !== null) {
      if (marker?.startsWith(openFence) === true && line.trim() === marker) openFence = null;
      continue;
    }
    openFence = marker;
    if (deepLine.test(line)) return tooDeep;
    const isBlank = line.trim() === '';
    lines = isBlank ? 0 : lines + 1;
    characters = isBlank ? 0 : characters + line.length;
    if (lines > maximumParagraphLines) return `has more than ${count(maximumParagraphLines)} lines without a blank one`;
    if (characters > maximumParagraphLength) return `has more than ${count(maximumParagraphLength)} characters without a blank line`;
  }
  return null;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
