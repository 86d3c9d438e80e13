/** Longest text, in UTF-16 code units, that is read as Markdown. */
const maximumTextLength = 2_000_000;
/** Longest line, in UTF-16 code units. */
const maximumLineLength = 100_000;
/** Longest paragraph, in UTF-16 code units: a bracket that nothing closes makes each word behind it look for its bracket again. */
const maximumParagraphLength = 60_000;
/** Most lines of one paragraph, outside code fences: continuing it is quadratic in its lines. */
const maximumParagraphLines = 5_000;
/** Most lines without a blank one between them, outside code fences: a third of a millisecond each, as items, rows or headings. */
const maximumUnbrokenLines = 10_000;
/** Most lists and quotes that end in one text: ending one takes as long as all the text before it. */
const maximumEndedContainers = 3_000;
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
/** Begins a block of its own, so that no paragraph goes on. */
const ownBlock = /^(?: {0,3}(?:#{1,6}(?:[ \t]|$)|>)|[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t])/u;
/** The second line of a table; the rows below are paragraphs of their own. */
const tableRule = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/u;
const container = /^[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$))/u;
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u;

export const tooDeep = `is nested more than ${maximumContainers} levels deep`;

/**
 * Why a text is not read as Markdown but shown as it is, or null. Linear in the text.
 *
 * @returns words that complete "This text is shown as it stands in the file, because it …"
 */
export function reasonForPlainText(source: string): string | null {
  if (source.length > maximumTextLength) return `is longer than ${count(maximumTextLength)} characters`;

  const paragraph = { unbroken: 0, lines: 0, characters: 0, isTable: false };
  const containers = { ended: 0, indentation: -1 };
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
    countParagraph(paragraph, line);
    countContainers(containers, line);
    if (paragraph.unbroken > maximumUnbrokenLines) return `has more than ${count(maximumUnbrokenLines)} lines without a blank one`;
    if (paragraph.lines > maximumParagraphLines) return `has a paragraph of more than ${count(maximumParagraphLines)} lines`;
    if (paragraph.characters > maximumParagraphLength) return `has a paragraph of more than ${count(maximumParagraphLength)} characters`;
    if (containers.ended > maximumEndedContainers) return `has more than ${count(maximumEndedContainers)} lists and quotes`;
  }
  return null;
}

function countParagraph(paragraph: { unbroken: number; lines: number; characters: number; isTable: boolean }, line: string): void {
  const isBlank = line.trim() === '';
  paragraph.isTable = !isBlank && (paragraph.isTable || (paragraph.lines > 0 && line.includes('|') && tableRule.test(line)));
  const isFirst = isBlank || paragraph.isTable || ownBlock.test(line);
  paragraph.unbroken = isBlank ? 0 : paragraph.unbroken + 1;
  paragraph.lines = isBlank ? 0 : isFirst ? 1 : paragraph.lines + 1;
  paragraph.characters = isBlank ? 0 : isFirst ? line.length : paragraph.characters + line.length;
}

/** A list or quote ends where a line is indented less than the last of its marks, or as much without a mark. */
function countContainers(containers: { ended: number; indentation: number }, line: string): void {
  if (line.trim() === '') return;
  const indentation = line.length - line.trimStart().length;
  const isContainer = container.test(line);
  const isEnd = indentation < containers.indentation || (indentation === containers.indentation && !isContainer);
  if (isEnd) containers.ended += 1;
  if (isContainer) containers.indentation = indentation;
  else if (isEnd) containers.indentation = -1;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
