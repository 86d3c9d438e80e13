import { toString } from 'hast-util-to-string';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';

const htmlParser = unified().use(rehypeRaw).freeze();

/** Replaces the character references of HTML (`&amp;`, `&#x3c;`) by their characters; the result is text, not HTML. */
export function decodeReferences(html: string): string {
  if (!html.includes('&')) return html;
  return toString(htmlParser.runSync({ type: 'root', children: [{ type: 'raw', value: html.replaceAll('<', '&lt;') }] }));
}
