import type { Lead } from '#markdown/find-leads.ts';
import { datedHeadings, type Beginning, type SectionHeading } from './dated-headings.ts';
import { isNumbered, readDatedHeading, undatedName, type EntryName } from './entry-headings.ts';

/** A stretch of whole lines of a journal. */
export type Segment =
  | { readonly is: 'preamble' | 'template'; readonly from: number; readonly to: number }
  | {
      readonly is: 'entry';
      readonly from: number;
      readonly to: number;
      /** The heading as written; null where a line of text begins the entry, which then is part of its body. */
      readonly heading: string | null;
      readonly name: EntryName;
    };

export interface JournalText {
  readonly headings: readonly SectionHeading[];
  /** All lines, with or without their line ends. */
  readonly lines: readonly string[];
  /** Asked for only where no heading begins an entry. */
  readonly leads: () => readonly Lead[];
  /** Whether the file's name or frontmatter dates it as a whole: then it is one entry unless its headings have dates. */
  readonly isDated: boolean;
}

const deepestEntry = 3;

/**
 * Divides a journal into entries (formats.md, "Journals and progress").
 *
 * 1. A heading of depth 1 to 3 with a date, be it an unclear one, or with a line `Date: …` below it, begins an entry, unless it stands in the section of another dated
 *    heading; there it must begin with another day. A day without a year counts below a heading that is the year, and `2/4/2026` where another
 *    heading shows which part is the day. A date behind a few of many headings, where none begins with one, belongs to that section alone.
 * 2. Where none does, numbered headings do (`Experiment 12: …`, `Nov 10th`), if they are at least half of the headings of their depth; also beside
 *    dated headings that all have a title of their own, since then no heading stands for a day. Such entries have no date.
 * 3. Where no heading begins an entry, bold lines that begin with a date do; else list items that do, one entry for all items of a day.
 *
 * A sole H1 above the entries is the file's title. Undated sections belong to the entry before them, text before the first entry is preamble, and
 * so is a heading with nothing but further entries below it ("November"). A template is a segment of its own; what follows
 * its section without a date is preamble too.
 *
 * @returns segments in order that together cover all lines
 */
export function divideJournal(journal: JournalText): Segment[] {
  const last = journal.lines.length;
  const starts = beginnings(journal);
  const segments: Segment[] = [];
  let next = 1;
  const preambleUpTo = (to: number): void => {
    if (to >= next) segments.push({ is: 'preamble', from: next, to });
    next = Math.max(next, to + 1);
  };
  let unread = 0;
  starts.forEach((start, index) => {
    preambleUpTo(start.line - 1);
    const following = starts[index + 1]?.line ?? last + 1;
    // Headings are in order, so each is looked at once.
    while ((journal.headings[unread]?.line ?? Infinity) <= Math.max(start.line, start.lastLine)) unread += 1;
    let to = start.name === null ? Math.min(start.lastLine, following - 1) : following - 1;
    for (let heading = journal.headings[unread]; heading !== undefined && heading.line < following; heading = journal.headings[unread]) {
      unread += 1;
      if (!isGroup(heading, start, following, journal.lines)) continue;
      to = Math.min(to, heading.line - 1);
      break;
    }
    segments.push(
      start.name === null
        ? { is: 'template', from: start.line, to }
        : { is: 'entry', from: start.line, to, heading: start.heading, name: start.name },
    );
    next = to + 1;
  });
  preambleUpTo(last);
  return segments;
}

/** Whether a heading names what follows and is no section of the entry before: it is shallower, and nothing stands between it and the next entry. */
function isGroup(heading: SectionHeading, before: Beginning, following: number, lines: readonly string[]): boolean {
  if (heading.depth >= before.depth || heading.lastLine < following || following > lines.length) return false;
  return lines.slice(heading.line, following - 1).every((line) => /^\s*(?:#{1,6}\s.*|(?:[-*_=][ \t]*)*)\s*$/s.test(line));
}

function beginnings(journal: JournalText): Beginning[] {
  const headings = journal.headings.filter(({ depth }) => depth <= deepestEntry);
  const titled = withoutTitle(headings);
  const title = titled === headings ? null : (headings[0] ?? null);
  const below = datedHeadings(titled, journal.lines, title);
  // The date of a sole H1 is that of the file's only entry.
  const dated = below.length > 0 || title === null ? below : datedHeadings(headings, [], null);
  const entries = dated.filter(({ name }) => name !== null);
  const numbered = journal.isDated ? [] : numberedHeadings(titled, dated);
  if (entries.length > 0 || numbered.length > 0) return [...dated, ...numbered].sort((a, b) => a.line - b.line);
  return [...dated, ...leadingLines(journal).filter((lead) => !dated.some((outer) => isWithin(lead, outer)))].sort(
    (a, b) => a.line - b.line,
  );
}

function withoutTitle(headings: readonly SectionHeading[]): readonly SectionHeading[] {
  const [first, ...rest] = headings;
  return first?.depth === 1 && rest.every(({ depth }) => depth > 1) ? rest : headings;
}

function numberedHeadings(headings: readonly SectionHeading[], dated: readonly Beginning[]): Beginning[] {
  if (dated.some(({ name }) => name !== null && name.title === '')) return [];
  const taken = new Set(dated.map(({ line }) => line));
  for (let depth = 1; depth <= deepestEntry; depth++) {
    const level = headings.filter((heading) => heading.depth === depth);
    const numbered = withoutOuter(level, dated).filter(({ line, text }) => !taken.has(line) && isNumbered(text));
    if (numbered.length > 0 && numbered.length * 2 >= level.length) {
      const outside = withoutNested(numbered, dated);
      return outside.map(({ line, lastLine, text }) => ({ depth, line, lastLine, heading: text, name: undatedName(text) }));
    }
  }
  return [];
}

/** Without headings that have a dated one in their section. Both in order: one pass. */
function withoutOuter(headings: readonly SectionHeading[], dated: readonly Beginning[]): SectionHeading[] {
  let index = 0;
  return headings.filter(({ line, lastLine }) => {
    while ((dated[index]?.line ?? Infinity) <= line) index += 1;
    return (dated[index]?.line ?? Infinity) > lastLine;
  });
}

/** Without headings in the section of a dated one. Both in order: one pass. */
function withoutNested(headings: readonly SectionHeading[], outer: readonly Beginning[]): SectionHeading[] {
  let index = 0;
  let end = 0;
  return headings.filter(({ line }) => {
    for (; (outer[index]?.line ?? Infinity) < line; index++) end = Math.max(end, outer[index]?.lastLine ?? 0);
    return line > end;
  });
}

/** Bold lines with a date, else list items. One alone may be the date of the file: it counts only where no sections follow. */
function leadingLines({ leads, headings, isDated }: JournalText): Beginning[] {
  if (isDated) return [];
  const all = leads();
  const bold = all.filter(({ is }) => is === 'paragraph').flatMap((lead) => boldBeginning(lead));
  const found = bold.length > 0 ? bold : daysOfItems(all.filter(({ is }) => is === 'item'));
  return found.length > 1 || headings.every(({ depth }) => depth === 1) ? found : [];
}

const longestTitle = 120;

/** `**2026-01-04 — Rotary** …` is called "Rotary"; so is `**2026-01-04** — Rotary` where the line has nothing else to say. */
function boldBeginning({ line, text }: Lead): Beginning[] {
  const [, bold = '', rest = ''] = /^ {0,3}(?:\*\*|__)([^*_]{4,200})(?:\*\*|__)(.{0,200})/u.exec(text) ?? [];
  const inside = readDatedHeading(bold.trim().replace(/[.:]$/, ''));
  if (inside?.startsWithDate !== true) return [];
  const whole = readDatedHeading(`${inside.written}${rest}`);
  const isShort = text.length <= longestTitle && !/[.!?;]\s*\S/u.test(rest) && whole?.startsWithDate === true;
  const title = inside.title !== '' ? inside.title : isShort ? whole.title.replace(/[*_`]/g, '') : '';
  return [{ depth: 7, line, lastLine: line, heading: null, name: { ...inside, title } }];
}

function daysOfItems(items: readonly Lead[]): Beginning[] {
  let day = '';
  return items.flatMap(({ line, text }): Beginning[] => {
    const start = text.replace(/^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/, '').replace(/^[*_`]+/, '');
    const name = readDatedHeading(start.slice(0, longestTitle));
    if (name?.startsWithDate !== true || name.date.slice(0, 10) === day) return [];
    day = name.date.slice(0, 10);
    return [{ depth: 7, line, lastLine: line, heading: null, name: { ...name, date: day, written: day, title: '' } }];
  });
}

function isWithin({ line }: Beginning, outer: Beginning): boolean {
  return line >= outer.line && line <= outer.lastLine;
}
