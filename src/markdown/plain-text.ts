/**
 * The HTML of a text that is no Markdown: escaped, line for line, in a block that can be scrolled by keyboard.
 * Linear in the text; never throws.
 */
export function renderPlainText(source: string): string {
  // A line feed directly behind <pre> is dropped by HTML parsers.
  const guard = source.startsWith('\n') || source.startsWith('\r') ? '\n' : '';
  return `<pre class="plain-text" tabindex="0">${guard}${escapeText(source)}</pre>`;
}

/** A longer text is shown as its beginning and its end, of so many characters each. */
const longestShown = 200_000;
const shownOfEach = 50_000;

/**
 * The same for a text of any length, such as the console output of a long training: of a long one the beginning and the end, cut at line
 * ends where there are any, with a note between them that says what is left out.
 */
export function renderLongText(source: string): string {
  if (source.length <= longestShown) return renderPlainText(source);
  const headEnd = source.lastIndexOf('\n', shownOfEach) + 1 || shownOfEach;
  const tailStart = source.indexOf('\n', source.length - shownOfEach) + 1 || source.length - shownOfEach;
  const [head, middle, tail] = [source.slice(0, headEnd), source.slice(headEnd, tailStart), source.slice(tailStart)];
  const lines = middle.split('\n').length - 1;
  const left = lines > 1 ? `${lines} lines` : `${middle.length} characters`;
  const note = `<p class="note">${left} are left out here. The Markdown version of this page is the whole file.</p>`;
  return [renderPlainText(head), note, renderPlainText(tail)].join('\n');
}

/** Text as HTML text or as the value of a double-quoted attribute. Control characters that HTML forbids become U+FFFD. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/gu, '\uFFFD');
}
