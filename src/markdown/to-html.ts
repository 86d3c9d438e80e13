import { toHtml as stringify } from 'hast-util-to-html';
import type { Root } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

import { finishElements } from './finish-elements.ts';
import { sanitizeSchema } from './sanitize-schema.ts';

/**
 * The HTML of a tree that `read-document.ts` has made ready.
 *
 * @param prefix before the ids of footnotes, so that two entries can stand on one page
 */
export function toHtml(tree: Root, prefix: string): string {
  const html = unified().use(remarkRehype, { clobberPrefix: prefix }).use(rehypeSanitize, sanitizeSchema).runSync(tree);
  finishElements(html, prefix);
  // Raw nodes are KaTeX's MathML only: sanitising drops any other.
  return stringify(html, { allowDangerousHtml: true });
}
