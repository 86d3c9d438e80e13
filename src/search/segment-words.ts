const unspacedScripts = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}`;
const unspaced = new RegExp(`[${unspacedScripts}]+`, 'gu');
const spaceBetween = new RegExp(
  `(?<=[${unspacedScripts}\\u3000-\\u303f\\uff00-\\uffef](?:</?mark>)?) (?=(?:</?mark>)?[${unspacedScripts}\\u3000-\\u303f\\uff00-\\uffef])`,
  'gu',
);
const tag = /<(?:"[^"]*"|'[^']*'|[^>"'])*>/g;

/**
 * Puts spaces between the words of scripts that write none (Chinese, Japanese, Thai, …); other text stays as it is.
 *
 * Pagefind does so itself only for pages that declare such a language, and then searches one language at a time. Research notes
 * mix languages, so the site has one index, and both the indexed text and the question go through this function.
 */
export function segmentWords(text: string): string {
  if (text.search(unspaced) === -1) return text;
  const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
  return text.replace(unspaced, (run) => ` ${Array.from(segmenter.segment(run), ({ segment }) => segment).join(' ')} `);
}

/** `segmentWords` for the text of an HTML fragment; tags with their attributes stay as they are. */
export function segmentHtml(html: string): string {
  if (html.search(unspaced) === -1) return html;
  let result = '';
  let end = 0;
  for (const match of html.matchAll(tag)) {
    result += segmentWords(html.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + segmentWords(html.slice(end));
}

/** Takes the spaces out again that `segmentWords` put in; `<mark>` tags may stand beside them. */
export function joinWords(text: string): string {
  return text.replace(spaceBetween, '');
}
