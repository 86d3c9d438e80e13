import { foldText } from './fold-text.ts';

/** Texts made ready for sorting: characters of all keys in one buffer, each key ended by a 0. */
export interface SortKeys {
  readonly codes: Uint16Array;
  /** By text, where its key begins in `codes`. */
  readonly starts: Uint32Array;
}

/** So many texts are joined and folded at once: far faster than one by one, and far below the longest string there can be. */
const chunkSize = 4_096;

/**
 * Keys whose order by character codes is nearly that of people: without case, accents and space around, and `run 9` before `run 10`, since each
 * number loses the zeros before it and gets its length instead. The key of blank text is empty.
 */
export function makeSortKeys(texts: readonly string[]): SortKeys {
  let codes = new Uint16Array(texts.length * 16);
  const starts = new Uint32Array(texts.length);
  let end = 0;
  for (let first = 0; first < texts.length; first += chunkSize) {
    const chunk = foldText(joined(texts.slice(first, first + chunkSize)));
    // Each digit may bring a length before it.
    codes = withRoom(codes, end + 2 * chunk.length + 1);
    let place = 0;
    for (let text = first; text < Math.min(texts.length, first + chunkSize); text += 1) {
      starts[text] = end;
      while (isSpace(chunk.charCodeAt(place))) place += 1;
      for (let code = codeAt(chunk, place); code !== 0; code = codeAt(chunk, place)) {
        if (!isDigit(code)) {
          codes[end++] = code;
          place += 1;
          continue;
        }
        const behind = endOfNumber(chunk, place);
        while (place < behind - 1 && chunk.charCodeAt(place) === zero) place += 1;
        codes[end++] = firstLength + Math.min(behind - place, mostDigits);
        while (place < behind) codes[end++] = chunk.charCodeAt(place++);
      }
      while (end > (starts[text] ?? 0) && isSpace(codes[end - 1] ?? 0)) end -= 1;
      codes[end++] = 0;
      place += 1;
    }
  }
  return { codes, starts };
}

/** Compares two keys from a place on, up to which they are equal. */
export function compareKeys({ codes, starts }: SortKeys, a: number, b: number, from: number): number {
  let left = (starts[a] ?? 0) + from;
  let right = (starts[b] ?? 0) + from;
  while (codes[left] === codes[right] && codes[left] !== 0) {
    left += 1;
    right += 1;
  }
  return (codes[left] ?? 0) - (codes[right] ?? 0);
}

/** Texts with a 0 between them, which none of them holds. */
function joined(texts: readonly string[]): string {
  const text = texts.join('\0');
  return text.split('\0', texts.length + 1).length === texts.length
    ? text
    : texts.map((cell) => cell.replaceAll('\0', '\u0001')).join('\0');
}

function withRoom(codes: Uint16Array<ArrayBuffer>, length: number): Uint16Array<ArrayBuffer> {
  if (codes.length >= length) return codes;
  const longer = new Uint16Array(2 * length);
  longer.set(codes);
  return longer;
}

/** 0 behind the end, as between texts. */
function codeAt(text: string, place: number): number {
  return place < text.length ? text.charCodeAt(place) : 0;
}

function endOfNumber(text: string, place: number): number {
  let end = place;
  while (isDigit(codeAt(text, end))) end += 1;
  return end;
}

const zero = 0x30;

function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9;
}

/** A length is written as one of the characters between the signs and the small letters. */
const firstLength = 0x2f;
const mostDigits = 48;

function isSpace(code: number): boolean {
  return code <= 0x20 && code > 0;
}
