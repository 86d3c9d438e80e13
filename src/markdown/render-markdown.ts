import { createHash } from 'node:crypto';

import { keepUnusedFootnotes } from './footnotes.ts';
import { setLineAnchors } from './line-anchors.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { renderPlainText } from './plain-text.ts';
import { createPositions } from './positions.ts';
import { readDocument } from './read-document.ts';
import type { RenderedMarkdown } from './rendered-markdown.ts';
import { toHtml } from './to-html.ts';
import { countWords } from './words.ts';

export interface RenderOptions {
  readonly path: string;
  readonly lineOffset: number;
  readonly anchors?: ReadonlyMap<number, string>;
}

/**
 * Renders a Markdown text and reads off it what an entry's metadata needs. Pure and synchronous; never throws: a text that
 * is too large or too deeply nested (`limits.ts`) comes as it stands in the file, with a note that says so.
 *
 * @param source Markdown without frontmatter
 * @param options.path of the file, relative to the workspace: makes the ids of footnotes the entry's own
 * @param options.lineOffset number of lines of the file before `source`, so that all lines are the file's
 * @param options.anchors the `id` that what begins on a line of the file is to have: a list item, paragraph or table
 */
export function renderMarkdown(source: string, options: RenderOptions): RenderedMarkdown {
  const positions = createPositions(source, options.lineOffset);
  const parsed = parseMarkdown(source, positions);
  if ('reason' in parsed) return asPlainText(source, parsed.reason);

  if (source.includes('[^')) keepUnusedFootnotes(parsed.tree);
  const facts = readDocument(parsed.tree, source, positions);
  const { anchors, lineOffset } = options;
  if (anchors !== undefined && anchors.size > 0)
    setLineAnchors(parsed.tree, new Map(Array.from(anchors, ([line, anchor]) => [line - lineOffset, anchor])));
  return { html: toHtml(parsed.tree, footnotePrefix(options)), ...facts };
}

function footnotePrefix({ path, lineOffset }: RenderOptions): string {
  return `n${createHash('sha256').update(`${path}:${lineOffset}`).digest('hex').slice(0, 8)}-`;
}

function asPlainText(source: string, reason: string): RenderedMarkdown {
  return {
    html: `<p class="note">This text is shown as it stands in the file, because it ${reason}.</p>\n${renderPlainText(source)}`,
    title: null,
    headings: [],
    links: [],
    mentions: [],
    excerpt: '',
    words: countWords(source),
    hasDiagram: false,
    hasMath: false,
  };
}
