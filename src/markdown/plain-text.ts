/**
 * The HTML of a text that is no Markdown: escaped, line for line, in a block that can be scrolled by keyboard.
 * Linear in the text; never throws.
 */
export function renderPlainText(source: string): string {
  // A line feed directly behind <pre> is dropped by HTML parsers.
  const guard = source.startsWith('\n') || source.startsWith('\r') ? '\n' : '';
  return `<pre class="plain-text" tabindex="0">${guard}${escapeText(source)}</pre>`;
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
