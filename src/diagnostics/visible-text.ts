/**
 * Text of a workspace made safe to print: control bytes become their pictures (`␛`), so that content can neither color the terminal, nor
 * move its cursor, nor begin a line of its own; marks that turn the direction of text, and other invisible breaks, become `�`.
 * Each character stays one character.
 */
export function visible(text: string): string {
  return text.replace(unprintable, picture);
}

const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : '�';
}

/** Zero-width space, non-joiner and joiner, and the mark that asks for an emoji. */
const joiners: ReadonlySet<string> = new Set(['\u200b', '\u200c', '\u200d', '\ufe0f']);

/** How many columns of a terminal a character takes: two for East Asian and most emoji, none for marks that join the one before. */
export function columnsOf(character: string): number {
  if (/^\p{M}$/u.test(character) || joiners.has(character)) return 0;
  return /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6])$/u.test(
    character,
  )
    ? 2
    : 1;
}
