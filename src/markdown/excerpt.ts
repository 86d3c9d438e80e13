import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';

import { cutText } from './sentences.ts';

/** Longest excerpt, in UTF-16 code units. */
const maximumExcerpt = 280;

// Labels of the bold lines that stand for frontmatter in entries without any (formats.md, "Metadata").
const metadataLabel = /^(?:date|timestamp|tags?|commits?|authors?|status|updated|created|branch|start date|end date|source)\s*:?$/iu;

/** The beginning of a text that is no Markdown, as an excerpt. */
export function excerptOf(text: string): string {
  return cutText(text.trim().replace(/\s+/g, ' '), maximumExcerpt);
}

/** After these a text may go on behind a space; anything else (a list item, a label) is set apart. */
const ending = /[.!?:;,…。！？：]["'”’»)\]]*$/u;

/**
 * Gathers the first prose of a document: whole paragraphs until the excerpt is full or, once it has any, a heading comes. Paragraphs that do
 * not end as sentences do, such as the items of a list, are parted by ` · `.
 */
export function createExcerpt(): { addParagraph(node: Paragraph, plain: string): void; addHeading(): void; text(): string } {
  let text = '';
  let closed = false;
  return {
    addParagraph(node, plain) {
      if (closed || isMetadata(node) || !isProse(node)) return;
      text = text === '' ? plain : `${text}${ending.test(text) ? ' ' : ' · '}${plain}`;
      closed = text.length >= maximumExcerpt;
    },
    addHeading() {
      closed = text !== '';
    },
    text: () => cutText(text, maximumExcerpt),
  };
}

/** Words, not only images (whose alternative text is no text of the node) or marks. */
function isProse(paragraph: Paragraph): boolean {
  return /[\p{L}\p{N}]/u.test(toString(paragraph));
}

function isMetadata(paragraph: Paragraph): boolean {
  const [first] = paragraph.children;
  return first?.type === 'strong' && metadataLabel.test(toString(first).trim());
}
