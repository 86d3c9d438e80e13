import { readDatedHeading } from './entry-headings.ts';
import { fenceIn } from './headings-in-code.ts';

/** A line such as `##2026-01-06`, which Markdown does not take for a heading. */
export interface UnspacedHeading {
  /** From 1, in the lines that were searched. */
  readonly line: number;
  /** `##` */
  readonly hashes: string;
  readonly text: string;
}

/**
 * Lines outside code that would begin an entry if a space stood between their hashes and the date behind them. Linear in the text.
 *
 * @param headingLines lines of headings, which an underline may make of any line
 */
export function unspacedHeadings(lines: readonly string[], headingLines: ReadonlySet<number>): UnspacedHeading[] {
  let fence: string | null = null;
  return lines.flatMap((line, index): UnspacedHeading[] => {
    if (fence !== null) {
      const { marks, info } = fenceIn(line) ?? { marks: '', info: '' };
      if (marks.startsWith(fence) && info === '') fence = null;
      return [];
    }
    const opening = fenceIn(line);
    if (opening !== null && !(opening.marks.startsWith('`') && opening.info.includes('`'))) {
      fence = opening.marks;
      return [];
    }
    const [, hashes = '', text = ''] = /^ {0,3}(#{1,3})(\[?[\p{L}\p{N}].*)/u.exec(line) ?? [];
    const isDated = text !== '' && readDatedHeading(text.trim())?.startsWithDate === true;
    return isDated && !headingLines.has(index + 1) ? [{ line: index + 1, hashes, text: text.trim() }] : [];
  });
}
