import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Makes text of the footnotes that would not be shown: those that nothing refers to, and further ones of a name. They
 * stay where they are written, so that no line is lost.
 */
export function keepUnusedFootnotes(tree: Root): void {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  if (definitions.size === 0) return;

  const used = new Set<FootnoteDefinition>();
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    visit(node, (inner) => {
      if (inner.type === 'footnoteDefinition' && inner !== node) return 'skip';
      const definition = inner.type === 'footnoteReference' ? definitions.get(inner.identifier) : undefined;
      if (definition !== undefined && !used.has(definition)) {
        used.add(definition);
        waiting.push(definition);
      }
      return undefined;
    });
  }

  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (used.has(node) || parent === undefined || index === undefined) return;
    parent.children[index] = asText(node);
  });
}

function asText(node: FootnoteDefinition): RootContent {
  const mark = { type: 'text' as const, value: `[^${node.label ?? node.identifier}]: ` };
  const [first, ...rest] = node.children;
  const children: RootContent[] =
    first?.type === 'paragraph'
      ? [{ ...first, children: [mark, ...first.children] }, ...rest]
      : [{ type: 'paragraph', children: [mark] }, ...node.children];
  return { type: 'htmlElement', data: { hName: 'div', hProperties: {} }, children, ...(node.position && { position: node.position }) };
}
