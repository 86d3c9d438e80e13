import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import type { Processor } from 'unified';
import { unified } from 'unified';

import { knownHtmlSyntax } from './html-syntax.ts';
import { maximumDepth, reasonForPlainText, tooDeep } from './limits.ts';
import { inlineMathSyntax } from './math-syntax.ts';
import { nestHtml } from './nest-html.ts';
import type { Positions } from './positions.ts';
import { saturationSyntax } from './saturation-syntax.ts';
import { wikiLinkSyntax, wikiLinkTree } from './wiki-link-syntax.ts';

/** A syntax tree without `html` nodes, or why the text is not read as Markdown (see `limits.ts`). */
export type ParsedMarkdown = { readonly tree: Root } | { readonly reason: string };

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath, { singleDollarTextMath: false }).use(ourSyntax).freeze();

/** Parses a Markdown text: GFM, math, wikilinks and harmless HTML. Never throws. */
export function parseMarkdown(source: string, positions: Positions): ParsedMarkdown {
  const reason = reasonForPlainText(source);
  if (reason !== null) return { reason };

  let tree: Root;
  try {
    tree = parser.parse(source);
  } catch (error) {
    // The libraries visit trees recursively: a text that is nested deep enough overflows their stack.
    if (error instanceof RangeError) return { reason: tooDeep };
    throw error;
  }
  if (isTooDeep(tree)) return { reason: tooDeep };
  nestHtml(tree, source, positions);
  return { tree };
}

function isTooDeep(tree: Root): boolean {
  let level: Root['children'] = tree.children;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maximumDepth) return true;
    level = level.flatMap((node): Root['children'] => ('children' in node ? node.children : []));
  }
  return false;
}

function ourSyntax(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(knownHtmlSyntax, inlineMathSyntax, wikiLinkSyntax, saturationSyntax);
  (data.fromMarkdownExtensions ??= []).push(wikiLinkTree);
}
