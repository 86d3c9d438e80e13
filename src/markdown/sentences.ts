/** Longest sentence that is quoted whole. */
const maximumLength = 240;
const ellipsis = '…';

// An abbreviation's stop does not end a sentence, nor does one before a small letter.
const boundary =
  /(?<!\b(?:e\.g|i\.e|vs|cf|al|etc|approx|resp|Fig|Figs|Eq|Eqs|Sec|No|Nos|Dr|Mr|Mrs|Ms|St))[.!?]["'”’)\]]*\s+(?![a-z])|[。！？]["'”’）」』]*\s*/gu;

/**
 * Prepares a block's plain text for quoting.
 *
 * @returns a function from a stretch of the text to the sentence it stands in, cut at words with … around the stretch
 *   where the sentence is longer than 240 characters. Calls cost no more than the length of what they return.
 */
export function createSentences(text: string): (start: number, end: number) => string {
  let bounds: number[] | null = null;
  return (start, end) => {
    bounds ??= [0, ...Array.from(text.matchAll(boundary), (match) => match.index + match[0].length), text.length];
    const from = lastAtMost(bounds, start);
    const to = firstAtLeast(bounds, Math.max(end, start + 1), text.length);
    return cutAround(text, from, to, start, end);
  };
}

/** Cuts a text at a word so that it has at most `maximum` characters, the … included. */
export function cutText(text: string, maximum: number): string {
  if (text.length <= maximum) return text;
  const cut = text.slice(0, maximum - 1);
  const space = cut.lastIndexOf(' ');
  // Without a space in its second half (a long path, Chinese) it is cut between two characters, never inside one.
  return `${(space > maximum / 2 ? cut.slice(0, space) : wholeCharacters(cut)).trimEnd()}${ellipsis}`;
}

function cutAround(text: string, from: number, to: number, start: number, end: number): string {
  if (to - from <= maximumLength) return text.slice(from, to).trim();
  const room = Math.max(0, maximumLength - 2 - (end - start)) >> 1;
  const cutStart = Math.max(from, start - room);
  const cutEnd = Math.min(to, Math.max(end, start) + room, cutStart + maximumLength - 2);
  let middle = wholeCharacters(text.slice(cutStart, cutEnd));
  if (cutStart > from) middle = ellipsis + middle.replace(/^\S{0,40}\s+(?=\S)/u, '').replace(/^[\uDC00-\uDFFF]/u, '');
  if (cutEnd < to) middle = middle.replace(/(?<=\S)\s+\S{0,40}$/u, '') + ellipsis;
  return middle.trim();
}

function wholeCharacters(text: string): string {
  return /[\uD800-\uDBFF]$/u.test(text) ? text.slice(0, -1) : text;
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return sorted[low] ?? 0;
}

function firstAtLeast(sorted: readonly number[], value: number, otherwise: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) >= value) high = middle;
    else low = middle + 1;
  }
  return sorted[low] ?? otherwise;
}
