import { parseMarkdown } from './parse-markdown.ts';
import { createPositions } from './positions.ts';

/** A line that begins something: a line of a paragraph, or the first line of a list item. */
export interface Lead {
  readonly is: 'paragraph' | 'item';
  /** From 1, relative to the text that was searched. */
  readonly line: number;
  /** The line as it stands in the text, without its line end. */
  readonly text: string;
}

/**
 * The lines of a Markdown text that begin a paragraph's line or an item of a list, in order. What stands in code, quotes, tables, HTML or
 * other items is none. Empty for a text that is not read as Markdown (`limits.ts`). Never throws.
 */
export function findLeads(source: string): Lead[] {
  const parsed = parseMarkdown(source, createPositions(source, 0));
  if ('reason' in parsed) return [];
  const lines = source.split(/\r\n|\r|\n/u);
  const lead = (is: Lead['is'], line: number): Lead => ({ is, line, text: lines[line - 1] ?? '' });
  return parsed.tree.children.flatMap((node) => {
    if (node.position === undefined) return [];
    const { start, end } = node.position;
    if (node.type === 'list') return node.children.flatMap((item) => (item.position ? [lead('item', item.position.start.line)] : []));
    if (node.type !== 'paragraph') return [];
    return Array.from({ length: end.line - start.line + 1 }, (_, index) => lead('paragraph', start.line + index));
  });
}
