import { escapeText } from './plain-text.ts';

/** What a symbolic link becomes. */
export interface FilledLink {
  /** Where it leads; null for plain text that is not to be marked as dead (a path in backticks that is no file, something that is not published). */
  readonly href: string | null;
  readonly title?: string;
  readonly className?: string;
}

// The start tags that `link-elements.ts` makes: `data-link` comes first, and no value of content can hold a bare quote.
const symbolicTag = /<(a|img) data-link="(\d+)"((?: [a-z-]+(?:="[^"]*")?)*)>/gu;

/**
 * Replaces the symbolic links of rendered Markdown: `data-link="N"` by `href` or `src`.
 * Where `fill` gives null nothing is linked: an `a` keeps its words and gets the class `dead-link`, an `img` becomes its
 * alternative text. Linear in the HTML.
 *
 * @param html from `renderMarkdown`
 * @param fill what the link with this index in the entry's `links` becomes
 */
export function fillLinks(html: string, fill: (index: number) => FilledLink | null): string {
  return html.replace(symbolicTag, (_, name: string, index: string, rest: string) => {
    const filled = fill(Number(index));
    return name === 'a' ? anchorTag(filled, rest) : image(filled, rest);
  });
}

function anchorTag(filled: FilledLink | null, rest: string): string {
  if (filled === null) return `<a class="dead-link"${rest}>`;
  const attributes = filled.title === undefined ? rest : withoutAttribute(rest, 'title') + attribute('title', filled.title);
  return `<a${attribute('href', filled.href)}${attribute('class', filled.className)}${attributes}>`;
}

function image(filled: FilledLink | null, rest: string): string {
  const src = filled?.href ?? null;
  if (src !== null) return `<img${attribute('src', src)}${attribute('class', filled?.className)}${rest}>`;
  // The value is escaped already.
  const alt = / alt="([^"]*)"/u.exec(rest)?.[1] ?? '';
  return `<span${filled === null ? ' class="dead-link"' : ''}>${alt === '' ? 'image' : alt.replaceAll('<', '&lt;')}</span>`;
}

function attribute(name: string, value: string | null | undefined): string {
  return value === null || value === undefined ? '' : ` ${name}="${escapeText(value)}"`;
}

function withoutAttribute(attributes: string, name: string): string {
  return attributes.replace(new RegExp(` ${name}="[^"]*"`, 'u'), '');
}

/** Symbolic links that count from a further number on: for HTML whose links stand behind those of other texts. */
export function shiftLinks(html: string, by: number): string {
  return by === 0
    ? html
    : html.replace(symbolicTag, (_, name: string, index: string, rest: string) => `<${name} data-link="${Number(index) + by}"${rest}>`);
}
