/** How a text became another. */
export type Growth =
  | { readonly is: 'same' }
  /** Everything old is still there, in one piece and in order. */
  | {
      readonly is: 'grown';
      /** The first line below a journal's old entries that is new; null where nothing is. */ readonly foot: number | null;
    }
  /** @property line of the new text, from 1, at which what was there before is no more */
  | { readonly is: 'rewritten'; readonly line: number };

const blank = /^\s*$/;

/**
 * Whether a text only gained something (contract "File policy"). A table and everything else that is no Markdown grows at its end: the old text is a
 * prefix of the new one. A journal grows at its top: its old entries stand below new ones, line by line, while its preamble may change. Line ends count
 * as line feeds.
 *
 * @param path only its ending counts
 */
export function growthOf(path: string, before: string, after: string): Growth {
  const [old, now] = [linesOf(before), linesOf(after)];
  if (old.length === now.length && old.every((line, index) => line === now[index])) return { is: 'same' };
  return /\.(?:md|markdown)$/i.test(path) ? growthAtTop(old, now) : growthAtEnd(old, now);
}

function growthAtEnd(old: readonly string[], now: readonly string[]): Growth {
  const differing = old.findIndex((line, index) => line !== now[index]);
  return differing === -1 ? { is: 'grown', foot: null } : { is: 'rewritten', line: Math.min(differing, now.length - 1) + 1 };
}

function growthAtTop(old: readonly string[], now: readonly string[]): Growth {
  const entries = old.slice(firstEntry(old));
  const start = placeOf(entries, now);
  if (start === null) return { is: 'rewritten', line: rewrittenLine(entries, now) };
  const end = start + entries.length;
  const foot = now.slice(end).findIndex((line) => !blank.test(line));
  return { is: 'grown', foot: foot === -1 ? null : end + foot + 1 };
}

/** Where some lines stand within others, in one piece; the last such place, since new entries stand above old ones. */
function placeOf(piece: readonly string[], lines: readonly string[]): number | null {
  for (let start = lines.length - piece.length; start >= 0; start -= 1) {
    if (piece.every((line, index) => line === lines[start + index])) return start;
  }
  return null;
}

/** The lowest line that is not as it was: below it, both texts are the same. */
function rewrittenLine(old: readonly string[], now: readonly string[]): number {
  let same = 0;
  while (same < old.length && same < now.length && old.at(-1 - same) === now.at(-1 - same)) same += 1;
  return Math.max(1, now.length - same);
}

const fence = /^\s{0,3}(?:```|~~~)/;
const heading = /^#{1,6}\s/;
const dated = /^#{1,3}\s.*\d{4}-\d{2}-\d{2}/;

/**
 * The line at which a journal's entries begin, what stands above being its preamble: its first dated heading; where none has a date, its first heading
 * below the title; where it has no other, its beginning. From 0.
 */
function firstEntry(lines: readonly string[]): number {
  const headings: number[] = [];
  let isCode = false;
  for (const [index, line] of lines.entries()) {
    if (fence.test(line)) isCode = !isCode;
    else if (!isCode && dated.test(line)) return index;
    else if (!isCode && heading.test(line)) headings.push(index);
  }
  return headings[1] ?? 0;
}

/** Without the line ends, and without blank lines at the end, which say nothing. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  while (blank.test(lines.at(-1) ?? 'end')) lines.pop();
  return lines;
}
