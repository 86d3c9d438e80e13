import { sourceLines } from '#ingest/text/source-lines.ts';

/** A line of an entry's text outside code fences and comments, with the headings it stands below. */
export interface BodyLine {
  /** From 1, of the file. */
  readonly line: number;
  /** In columns; a tab is four. */
  readonly indent: number;
  /** Without indentation, list mark, check box and emphasis marks around words. */
  readonly text: string;
  readonly is: 'heading' | 'item' | 'text' | 'blank';
  /** Of a heading, from 1; 7 for a bold line that is one. Null for other lines. */
  readonly depth: number | null;
  /** Of a check box; null where there is none. */
  readonly done: boolean | null;
  /** The headings above, outermost first; for a heading, those above it. A bold line that ends in a colon is one for what follows it. */
  readonly headings: readonly string[];
}

const longestLine = 4000;

/**
 * The lines of an entry's text for parsers that look for sections and labels. Linear in the text.
 *
 * @param lineOffset lines of the file before the text
 */
export function bodyLines(markdown: string, lineOffset: number): BodyLine[] {
  const read: BodyLine[] = [];
  let open: readonly { readonly depth: number; readonly text: string }[] = [];
  let fence: { readonly mark: string; readonly indent: number } | null = null;
  let isComment = false;
  for (const { number, text: whole } of sourceLines(markdown)) {
    const [, margin = '', mark] = /^(\s{0,40})(`{3,}(?=[^`]*$)|~{3,})?/.exec(whole) ?? [];
    // A fence in a list item ends with the item.
    if (fence !== null && fence.indent > 3 && margin.length < fence.indent - 3 && whole.trim() !== '') fence = null;
    if (fence !== null || (mark !== undefined && !isComment)) {
      if (fence === null) fence = mark === undefined ? null : { mark, indent: margin.length };
      else if (mark?.startsWith(fence.mark) === true) fence = null;
      continue;
    }
    const begins: boolean = isComment || /^ {0,3}<!--/.test(whole);
    isComment = begins && !whole.includes('-->');
    if (begins) continue;
    const text = whole.slice(0, longestLine);
    const line = number + lineOffset;
    const heading = /^ {0,3}(#{1,6})\s+(\S.*)$/.exec(text) ?? /^(\*\*)([^*]{2,80}):?\*\*:?\s*$/.exec(text);
    if (heading !== null) {
      const [, marks = '', title = ''] = heading;
      const depth = marks === '**' ? 7 : marks.length;
      open = open.filter((outer) => outer.depth < depth);
      read.push({ line, indent: 0, text: plain(title), is: 'heading', depth, done: null, headings: open.map((outer) => outer.text) });
      open = [...open, { depth, text: plain(title).replace(/[\s#:]+$/, '') }];
      continue;
    }
    const [, space = '', bullet, box, rest = ''] = /^(\s*)(?:([-*+]|\d{1,9}[.)])\s+(?:\[([ xX])\]\s+)?)?(.*)$/s.exec(text) ?? [];
    read.push({
      line,
      indent: space.replaceAll('\t', '    ').length,
      text: plain(rest),
      is: rest.trim() === '' ? 'blank' : bullet === undefined ? 'text' : 'item',
      depth: null,
      done: box === undefined ? null : box !== ' ',
      headings: open.map((outer) => outer.text),
    });
  }
  return read;
}

function plain(text: string): string {
  return text.replaceAll('**', '').replaceAll('__', '').trim();
}
