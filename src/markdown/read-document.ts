import type { Definition, Nodes, Parent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

import type { Heading } from '#schemas/entry.ts';

import { createAnchors } from './anchors.ts';
import { createExcerpt } from './excerpt.ts';
import { isInlineElement } from './html-elements.ts';
import { createHeadingLevels } from './heading-levels.ts';
import type { Positions } from './positions.ts';
import type { Gathered } from './read-text-block.ts';
import { readTextBlock } from './read-text-block.ts';
import type { RenderedMarkdown } from './rendered-markdown.ts';
import { countWords } from './words.ts';

/** All that an entry's metadata needs from its body. */
export type DocumentFacts = Omit<RenderedMarkdown, 'html'>;

/**
 * Reads a syntax tree from top to bottom, once: gathers what an entry's metadata needs, and makes the tree ready to be
 * HTML (link elements, heading anchors and levels, the title taken out).
 */
export function readDocument(tree: Root, source: string, positions: Positions): DocumentFacts {
  const gathered: Gathered = { source, positions, links: [], mentions: [], definitions: definitionsOf(tree), contentIds: contentIdsOf(tree) };
  const headings: Heading[] = [];
  const anchors = createAnchors();
  const levels = createHeadingLevels();
  const excerpt = createExcerpt();
  let title: string | null = null;
  let titleNode: Nodes | null = null;
  let words = 0;
  let hasDiagram = false;
  let hasMath = false;

  readBlocks(tree);
  if (titleNode !== null) tree.children = tree.children.filter((node) => node !== titleNode);
  visit(tree, 'inlineMath', () => {
    hasMath = true;
  });
  const { links, mentions } = gathered;
  return { title, headings, links, mentions, excerpt: excerpt.text(), words, hasDiagram, hasMath };

  function readBlocks(parent: Parent): void {
    for (let index = 0; index < parent.children.length; index++) {
      const node = parent.children[index];
      if (node === undefined) continue;
      if (isInline(node)) {
        let end = index + 1;
        while (end < parent.children.length && isInline(parent.children[end])) end += 1;
        words += countWords(readTextBlock(parent, index, end, gathered));
        index = end - 1;
      } else {
        readBlock(node, parent);
      }
    }
  }

  function readBlock(node: RootContent, parent: Parent): void {
    switch (node.type) {
      case 'heading': {
        const text = readTextBlock(node, 0, node.children.length, gathered);
        words += countWords(text);
        const anchor = anchors(text);
        excerpt.addHeading();
        if (node.depth === 1 && title === null && parent === tree) {
          title = text;
          // Behind other headings it is shown: taking it out would leave its section without a heading.
          if (headings.length === 0) {
            titleNode = node;
            return;
          }
        }
        const { line } = positions.place(node.position?.start.offset ?? 0);
        headings.push({ depth: node.depth, text, anchor, line });
        node.depth = levels(node.depth);
        node.data = { ...node.data, hProperties: { id: anchor } };
        return;
      }
      case 'paragraph': {
        const plain = readTextBlock(node, 0, node.children.length, gathered);
        words += countWords(plain);
        excerpt.addParagraph(node, plain);
        return;
      }
      case 'code':
        hasDiagram ||= node.lang === 'mermaid';
        hasMath ||= node.lang === 'math';
        return;
      case 'math':
        hasMath = true;
        return;
      default:
        if ('children' in node) readBlocks(node);
    }
  }
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    // Of several with the same name the first counts (CommonMark).
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}

function contentIdsOf(tree: Root): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'htmlElement', (node) => {
    const id = node.data.hProperties['id'];
    if (typeof id === 'string') ids.add(id);
  });
  return ids;
}

function isInline(node: RootContent | undefined): boolean {
  switch (node?.type) {
    case 'break':
    case 'delete':
    case 'emphasis':
    case 'footnoteReference':
    case 'image':
    case 'imageReference':
    case 'inlineCode':
    case 'inlineMath':
    case 'link':
    case 'linkReference':
    case 'strong':
    case 'text':
    case 'wikiLink':
      return true;
    case 'htmlElement':
      return isInlineElement(node.data.hName);
    default:
      return false;
  }
}
