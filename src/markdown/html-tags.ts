/** A piece of the HTML in a Markdown text. `source` is the piece as written. Comments are no piece. */
export type HtmlPiece =
  | { readonly type: 'text'; readonly source: string }
  | { readonly type: 'end'; readonly name: string; readonly source: string }
  | {
      readonly type: 'start';
      readonly name: string;
      /** Lower-case names, values as written (character references not decoded). */
      readonly attributes: ReadonlyMap<string, string>;
      readonly selfClosing: boolean;
      readonly source: string;
    };

const tag = /<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/uy;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gu;

/**
 * Cuts the HTML of a Markdown node into tags and text. What is no well-formed tag is text, an unclosed comment included,
 * so that nothing is lost. Never throws.
 */
export function readHtml(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  let textStart = 0;
  let position = html.indexOf('<');
  let commentsClose = true;

  const endText = (): void => {
    if (position > textStart) pieces.push({ type: 'text', source: html.slice(textStart, position) });
  };

  while (position >= 0) {
    if (commentsClose && html.startsWith('<!--', position)) {
      const end = html.indexOf('-->', position + 4);
      commentsClose = end >= 0;
      if (commentsClose) {
        endText();
        textStart = end + 3;
        position = html.indexOf('<', textStart);
        continue;
      }
    }
    tag.lastIndex = position;
    const match = tag.exec(html);
    if (match !== null) {
      endText();
      pieces.push(readTag(match));
      textStart = position + match[0].length;
    }
    position = html.indexOf('<', match === null ? position + 1 : textStart);
  }
  position = html.length;
  endText();
  return pieces;
}

function readTag(match: RegExpExecArray): HtmlPiece {
  const [source, slash, rawName = '', rawAttributes = '', selfClosing] = match;
  const name = rawName.toLowerCase();
  if (slash === '/') return { type: 'end', name, source };

  const attributes = new Map<string, string>();
  for (const [, key = '', doubleQuoted, singleQuoted, unquoted] of rawAttributes.matchAll(attribute)) {
    // Of a repeated attribute the first counts, as in HTML.
    if (!attributes.has(key.toLowerCase())) attributes.set(key.toLowerCase(), doubleQuoted ?? singleQuoted ?? unquoted ?? '');
  }
  return { type: 'start', name, attributes, selfClosing: selfClosing === '/', source };
}
