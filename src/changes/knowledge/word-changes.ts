import { diffArrays } from 'diff';
import type { Hunk, Stretch } from '#schemas/since.ts';

export interface WordChanges {
  readonly hunks: readonly Hunk[];
  /** How many words came and went. */
  readonly added: number;
  readonly removed: number;
}

/** So many unchanged lines are shown around what changed. */
const context = 2;
/** Beyond so many lines that differ a text counts as another one: what took longer to compare would help nobody. */
const mostLines = 2000;
/** Beyond so many words that differ a stretch of lines counts as another one. */
const mostWords = 400;
/** So many stretches of a text are compared by words; others that changed show as lines that went and came. */
const mostRefined = 500;

/**
 * What became of a text, word by word: lines are compared first, then the words of those that differ. Texts that have little in common, or are of
 * enormous length, count as one that went and one that came. Pure, and the same on every machine: it is bounded by differences, never by time.
 */
export function wordChanges(before: string, after: string): WordChanges {
  if (before === after) return { hunks: [], added: 0, removed: 0 };
  const hunks = hunksOf(stretchesOf(linesOf(before), linesOf(after), mostLines, byWords()));
  const count = (is: Stretch['is']): number =>
    hunks.reduce((sum, { stretches }) => sum + stretches.reduce((all, one) => all + (one.is === is ? wordCount(one.text) : 0), 0), 0);
  return { hunks, added: count('added'), removed: count('removed') };
}

type Refine = (removed: string, added: string) => Stretch[];

/** The difference of two lists, with what stands against each other refined. */
function stretchesOf(before: readonly string[], after: readonly string[], most: number, refine: Refine): Stretch[] {
  // The library gives nothing where there are more differences than are allowed.
  const changes = diffArrays([...before], [...after], { maxEditLength: most });
  if (changes === undefined) return gone(before.join('')).concat(came(after.join('')));
  const stretches: Stretch[] = [];
  for (const [index, { added, removed, value }] of changes.entries()) {
    const text = value.join('');
    if (!added && !removed) stretches.push({ is: 'same', text });
    else if (removed && changes[index + 1]?.added === true) continue;
    else if (added && changes[index - 1]?.removed === true) stretches.push(...refine(changes[index - 1]?.value.join('') ?? '', text));
    else stretches.push({ is: added ? 'added' : 'removed', text });
  }
  return stretches;
}

const asLines: Refine = (removed, added) => [...gone(removed), ...came(added)];

function byWords(): Refine {
  let refined = 0;
  return (removed, added) => {
    refined += 1;
    return refined > mostRefined ? asLines(removed, added) : stretchesOf(wordsOf(removed), wordsOf(added), mostWords, asLines);
  };
}

function gone(text: string): Stretch[] {
  return text === '' ? [] : [{ is: 'removed', text }];
}

function came(text: string): Stretch[] {
  return text === '' ? [] : [{ is: 'added', text }];
}

/** With their line ends; the last line gets one, which says nothing of it. */
function linesOf(text: string): string[] {
  const lines = text.replace(/\n*$/, '').split('\n');
  return text === '' ? [] : lines.map((line) => `${line}\n`);
}

/** Words and what stands between them. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu) ?? [];
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}_]+/gu)?.length ?? 0;
}

/** Cuts long unchanged stretches down to the lines next to what changed. */
function hunksOf(stretches: readonly Stretch[]): Hunk[] {
  const hunks: Hunk[] = [];
  let open: Stretch[] = [];
  let start = 1;
  let line = 1;
  const close = (): void => {
    if (open.some(({ is }) => is !== 'same')) hunks.push({ line: start, stretches: joined(open) });
    open = [];
  };
  for (const stretch of stretches) {
    const lines = stretch.text.split('\n');
    const ends = lines.length - 1;
    if (stretch.is === 'same' && ends > 2 * context + 1) {
      const head = `${lines.slice(0, context).join('\n')}\n`;
      const tail = lines.slice(-context - 1).join('\n');
      if (open.length > 0) open.push({ is: 'same', text: head });
      close();
      start = line + ends - context;
      open.push({ is: 'same', text: tail });
    } else {
      open.push(stretch);
    }
    if (stretch.is !== 'removed') line += ends;
  }
  close();
  return hunks.map(withoutTrailing);
}

/** Neighbours of one sort as one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: { is: Stretch['is']; text: string }[] = [];
  for (const { is, text } of stretches) {
    const last = all.at(-1);
    if (last?.is === is) last.text += text;
    else all.push({ is, text });
  }
  return all;
}

/** The unchanged end of the last hunk is as short as that of any other. */
function withoutTrailing({ line, stretches }: Hunk): Hunk {
  const [last, before] = [stretches.at(-1), stretches.at(-2)];
  if (last?.is !== 'same') return { line, stretches };
  const lines = last.text.split('\n');
  // What stands first may be the rest of a line that changed.
  const most = context + (before?.text.endsWith('\n') === false ? 1 : 0);
  if (lines.length - 1 <= most) return { line, stretches };
  return { line, stretches: [...stretches.slice(0, -1), { is: 'same', text: `${lines.slice(0, most).join('\n')}\n` }] };
}
