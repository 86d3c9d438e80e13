/** Text of one line as Markdown that shows it and does nothing else. */

/** Signs that Markdown reads, wherever they stand. */
const signs = /[\\`*_[\]<>|~$&]/g;
/** Signs that Markdown reads at the beginning of a block. */
const leading = /^(\s*)([-+#]|\d{1,9}(?=[.)](?:\s|$)))/;
/** Keeps two signs apart without being seen. */
const apart = '\u2060';

/**
 * Escapes text from a workspace, which anybody may have written: nothing in it becomes a link, an element, a list or math, and forges find no mention
 * (`@somebody`), no issue (`#12`, `GH-12`) and no address in it. Line ends become spaces.
 *
 * @param longest longer text is cut
 */
export function markdownText(text: string, longest = 300): string {
  return shortText(text, longest)
    .replaceAll(/@(?=\w)/g, `@${apart}`)
    .replaceAll(/#(?=\d)/g, `#${apart}`)
    .replaceAll(/\b(GH)-(?=\d)/gi, `$1${apart}-`)
    .replaceAll(/:\/\//g, `:${apart}//`)
    .replaceAll(/(www)\./gi, `$1${apart}.`)
    .replaceAll(signs, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : `\\${sign}`))
    .replace(leading, (_, space: string, sign: string) => (/\d/.test(sign) ? `${space}${sign}${apart}` : `${space}\\${sign}`));
}

/** Text between backticks, of which it may hold any number. In a table `|` would end the cell. */
export function markdownCode(text: string): string {
  const line = shortText(text, 300).replaceAll('|', '¦');
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

/** A link; only its words where there is no address. */
export function markdownLink(text: string, address: string | null): string {
  return address === null ? markdownText(text) : `[${markdownText(text)}](<${address.replaceAll(/[<>\s]/g, encodeURIComponent)}>)`;
}

/** One line of harmless signs, cut where it is too long. */
function shortText(text: string, longest: number): string {
  const line = text
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const signs = Array.from(line);
  return signs.length <= longest ? line : `${signs.slice(0, longest - 1).join('')}…`;
}
