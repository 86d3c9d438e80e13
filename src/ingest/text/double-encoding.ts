import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { sourceLines } from './source-lines.ts';

/** What Windows-1252 shows for the bytes from 0x80 to 0x9F; it leaves five of them undefined, which programs show as control characters. */
const highBytes = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';
const continuation = `[\\u00A0-\\u00BF${highBytes}]`;
/**
 * The first byte of a character in UTF-8, shown as Windows-1252, and those that follow it. Of the two-byte characters only the accented letters, signs,
 * Greek and Cyrillic: `Ü…` would be Syriac.
 */
const suspicious = new RegExp(`[ÂÃÄÅÎÏÐÑ]${continuation}|[\\u00E2-\\u00EF]${continuation}{2}|ð${continuation}{3}`, 'gu');

/**
 * Advice for each line with text that was encoded twice (formats.md): written as UTF-8, read as Windows-1252, and written as UTF-8 again, so that `→`
 * became `â†’`. The text is shown as it is. Only what decodes to a character counts: `Ã©` does, `Ü…` does not. Linear in the text.
 */
export function doubleEncodings(path: string, text: string): Problem[] {
  return sourceLines(text).flatMap((line) => {
    for (const match of line.text.matchAll(suspicious)) {
      const meant = decoded(match[0]);
      if (meant === null) continue;
      const [shown] = match;
      const place = { path, line: line.number, column: match.index + 1, endColumn: match.index + shown.length + 1 };
      return [problem('double-encoded', place, { shown, meant })];
    }
    return [];
  });
}

/** The character that the bytes of a text stand for; null where they are none. */
function decoded(shown: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(shown, byteOf));
  } catch {
    return null;
  }
}

function byteOf(character: string): number {
  const index = highBytes.indexOf(character);
  return index < 0 ? character.charCodeAt(0) : 0x80 + index;
}
