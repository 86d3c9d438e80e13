import type { Statement } from '#schemas/report.ts';
import { bodyLines, type BodyLine } from './body-lines.ts';

/**
 * The statements of a report that are marked as observation, inference or claim (formats.md, "report"): by the section they stand in, or by a
 * leading `Observation:`. In a section each item of a list and each paragraph is one. Never throws, linear in the text.
 */
export function readStatements(markdown: string, lineOffset: number): Statement[] {
  const statements: Statement[] = [];
  let isOpen = false;
  for (const line of bodyLines(markdown, lineOffset)) {
    const marked = sortOfMark(line);
    const sort = marked ?? sortOfSection(line);
    const begins = line.is === 'item' ? line.indent < 2 : line.is === 'text' && !isOpen;
    isOpen = line.is === 'item' || line.is === 'text';
    if (line.is === 'heading' || line.is === 'blank' || sort === null || !(begins || marked !== null)) continue;
    statements.push({ sort, text: line.text.replace(mark, ''), line: line.line });
  }
  return statements;
}

const mark = /^(observation|inference|interpretation|claim)s?(?: \d{1,3})?\s*:\s*/i;

function sortOfMark({ is, text }: BodyLine): Statement['sort'] | null {
  const word = is === 'heading' ? undefined : mark.exec(text)?.[1];
  return word === undefined ? null : sortOf(word);
}

function sortOfSection({ headings }: BodyLine): Statement['sort'] | null {
  for (const heading of headings.toReversed()) {
    const word = /^(?:\d{1,2}[.)]? )?(observation|inference|interpretation|claim)s?\b/i.exec(heading)?.[1];
    if (word !== undefined) return sortOf(word);
  }
  return null;
}

function sortOf(word: string): Statement['sort'] {
  const lower = word.toLowerCase();
  return lower === 'observation' || lower === 'claim' ? lower : 'inference';
}
