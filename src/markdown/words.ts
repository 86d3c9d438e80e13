// Scripts without spaces count by character, as word processors count them.
const word = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’._-](?=[\p{L}\p{N}]))*/gu;

/** The number of words in a plain text. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}
