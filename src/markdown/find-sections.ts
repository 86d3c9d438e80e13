import { toString } from 'mdast-util-to-string';

import { parseMarkdown } from './parse-markdown.ts';
import { createPositions } from './positions.ts';

/** A heading with everything below it up to the next heading of its own or a higher level. */
export interface Section {
  /** 1 to 6. */
  readonly depth: number;
  readonly text: string;
  /** Line of the heading, from 1, relative to the text that was searched. */
  readonly line: number;
  /** Last line before the next heading of the same or a higher level. */
  readonly lastLine: number;
}

/**
 * The sections of a Markdown text, in order, those inside others included. Headings in code, quotes and lists are none.
 * Empty for a text that is not read as Markdown (`limits.ts`). Never throws.
 */
export function findSections(source: string): Section[] {
  const parsed = parseMarkdown(source, createPositions(source, 0));
  if ('reason' in parsed) return [];

  const lineCount = source.split(/\r\n|\r|\n/u).length - (/[\r\n]$/u.test(source) ? 1 : 0);
  const headings = parsed.tree.children.flatMap((node) =>
    node.type === 'heading' && node.position !== undefined
      ? [{ depth: node.depth, text: toString(node), line: node.position.start.line }]
      : [],
  );

  // From the end: for each level the nearest heading that ends a section of this level.
  const nextLine = new Array<number>(7).fill(lineCount + 1);
  const sections = headings.toReversed().map((heading) => {
    const lastLine = (nextLine[heading.depth] ?? lineCount + 1) - 1;
    nextLine.fill(heading.line, heading.depth);
    return { ...heading, lastLine };
  });
  return sections.reverse();
}
