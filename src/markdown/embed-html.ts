// Tags as `to-html.ts` writes them: no value of content can hold a bare quote, and no text a bare `<`.
const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"]*")?)*)(?= ?\/?>)/gu;
const address = / (id|href)="(#?)([^"]*)"/gu;
const footnote = /^n[0-9a-f]{8}-/u;

/**
 * Rendered Markdown made ready to stand on a page with others: its ids and what leads to them get a prefix, and its headings go down by some
 * levels, to the sixth at most. Footnotes have ids of their own already. Linear in the HTML.
 *
 * @param html from `renderMarkdown`
 * @param prefix one that no anchor begins with: it holds a point, which anchors never do; empty for none
 */
export function embedHtml(html: string, prefix: string, levelsDown: number): string {
  return html.replace(tag, (_, slash: string, name: string, attributes: string) => {
    const level = /^h([1-6])$/u.exec(name)?.[1];
    const lowered = level === undefined ? name : `h${Math.min(6, Number(level) + levelsDown)}`;
    return `<${slash}${lowered}${prefix === '' ? attributes : attributes.replace(address, (whole, attribute: string, hash: string, id: string) => (isElsewhere(attribute, hash, id) ? whole : ` ${attribute}="${hash}${prefix}${id}"`))}`;
  });
}

function isElsewhere(attribute: string, hash: string, id: string): boolean {
  return footnote.test(id) || (attribute === 'href' && (hash === '' || id === ''));
}
