import type { Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

import type { HtmlElement } from './nodes.ts';

/**
 * Gives the blocks that begin on certain lines an `id`: the list item, paragraph or table of that line. Where a paragraph goes on over it, the `id` stands on
 * an empty element at the beginning of the line. Changes the tree; linear in it.
 *
 * @param anchors by line, counted from the beginning of the text that was parsed
 */
export function setLineAnchors(tree: Root, anchors: ReadonlyMap<number, string>): void {
  const left = new Map(anchors);
  const taken = new Set<string>();
  const take = (line: number | undefined): string | null => {
    const anchor = line === undefined ? undefined : left.get(line);
    if (line === undefined || anchor === undefined) return null;
    left.delete(line);
    if (taken.has(anchor)) return null;
    taken.add(anchor);
    return anchor;
  };
  visit(tree, (node) => {
    if (node.type === 'listItem' || node.type === 'table' || node.type === 'paragraph') {
      const anchor = take(node.position?.start.line);
      if (anchor !== null) node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id: anchor } };
    }
    if (node.type !== 'paragraph') return undefined;
    setWithin(node, take);
    return SKIP;
  });
}

function setWithin(paragraph: Paragraph, take: (line: number | undefined) => string | null): void {
  const { position } = paragraph;
  if (position === undefined || position.start.line === position.end.line) return;
  const children: PhrasingContent[] = [];
  let line = position.start.line;
  for (const child of paragraph.children) {
    const start = child.position?.start.line;
    if (start !== undefined && start > line) {
      line = start;
      children.push(...place(take(line)));
    }
    if (child.type === 'text' && child.position !== undefined) {
      const parts = partsOf(child, line, take);
      children.push(...parts);
      line = child.position.end.line;
    } else children.push(child);
  }
  // What stands at the beginning of such a line has lost its place: a literal address.
  for (let at = position.start.line; at <= position.end.line; at += 1) children.unshift(...place(take(at)));
  paragraph.children = children;
}

/** A text of several lines, with places between them. */
function partsOf(text: Text, first: number, take: (line: number | undefined) => string | null): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let value = '';
  for (const [index, line] of text.value.split('\n').entries()) {
    const anchor = index === 0 ? null : take(first + index);
    if (anchor !== null) {
      parts.push({ ...text, value: `${value}\n` }, ...place(anchor));
      value = line;
    } else value = index === 0 ? line : `${value}\n${line}`;
  }
  return value === '' ? parts : [...parts, { ...text, value }];
}

function place(anchor: string | null): HtmlElement[] {
  return anchor === null ? [] : [{ type: 'htmlElement', data: { hName: 'span', hProperties: { id: anchor } }, children: [] }];
}
