import type { Definition, Parent, Root, RootContent } from 'mdast';
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
  const names = findNames(tree);
  const gathered: Gathered = { source, positions, ...names, links: [], mentions: [] };
  const headings: Heading[] = [];
  const anchors = createAnchors();
  const levels = createHeadingLevels();
  const excerpt = createExcerpt();
  let title: string | null = null;
  const leftOut = new Set<RootContent>();
  let words = 0;
  let hasDiagram = false;
  let hasMath = names.hasInlineMath;

  readBlocks(tree);
  tree.children = tree.children.filter((node) => !leftOut.has(node));
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
            leftOut.add(node);
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

/** What may be named before it is defined; in one visit, since visits cost a tenth of all. */
function findNames(tree: Root): { definitions: Map<string, Definition>; contentIds: Set<string>; hasInlineMath: boolean } {
  const definitions = new Map<string, Definition>();
  const contentIds = new Set<string>();
  let hasInlineMath = false;
  visit(tree, (node) => {
    if (node.type === 'definition') {
      // Of several with the same name the first counts (CommonMark).
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    } else if (node.type === 'htmlElement') {
      const id = node.data.hProperties['id'];
      if (typeof id === 'string') contentIds.add(id);
    } else if (node.type === 'inlineMath') {
      hasInlineMath = true;
    }
  });
  return { definitions, contentIds, hasInlineMath };
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
