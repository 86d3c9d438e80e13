import { readDatedHeading } from './entry-headings.ts';

/** A heading that a fence swallows although it was most likely meant to begin an entry. */
export interface HeadingInCode {
  /** From 1, in the lines that were searched. */
  readonly line: number;
  readonly text: string;
  /** The line of the fence that opens the code. */
  readonly fence: number;
  /** The fence runs to the end of the text; if not, it holds fences itself and so ends at another place than its author thought. */
  readonly isUnclosed: boolean;
}

/**
 * Dated headings in code whose fences went wrong: an example in a longer example closes it, and the fence that should have closed it opens code
 * that takes in what follows. Code that shows how entries are written, and ends where it should, is no mistake, nor is a shorter fence in a longer
 * one. Fences count by CommonMark's rules; linear in the text.
 */
export function headingsInCode(lines: readonly string[]): HeadingInCode[] {
  const found: HeadingInCode[] = [];
  let code: Code | null = null;
  const close = (isUnclosed: boolean): void => {
    if (code !== null && (isUnclosed || code.hasFences)) {
      for (const heading of code.headings) found.push({ ...heading, fence: code.line, isUnclosed });
    }
    code = null;
  };
  lines.forEach((text, index) => {
    const { marks, info } = fenceIn(text) ?? { marks: '', info: '' };
    if (code === null) {
      if (marks !== '' && !(marks.startsWith('`') && info.includes('`'))) code = { line: index + 1, marks, hasFences: false, headings: [] };
    } else if (marks.startsWith(code.marks) && info === '') close(false);
    else if (marks.startsWith(code.marks)) code.hasFences = true;
    else {
      const heading = /^ {0,3}#{1,3}[ \t]+(.*)/.exec(text)?.[1]?.trim();
      if (heading !== undefined && readDatedHeading(heading)?.startsWithDate === true)
        code.headings.push({ line: index + 1, text: heading });
    }
  });
  close(true);
  return found;
}

/** The marks of a line that opens or closes code, and what stands behind them. */
export function fenceIn(line: string): { readonly marks: string; readonly info: string } | null {
  const [, marks, info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)/.exec(line) ?? [];
  return marks === undefined ? null : { marks, info: info.trim() };
}

interface Code {
  readonly line: number;
  readonly marks: string;
  hasFences: boolean;
  readonly headings: { readonly line: number; readonly text: string }[];
}
