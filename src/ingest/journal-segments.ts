import type { DateText } from '#schemas/fields.ts';
import { findDate } from './dates.ts';

/** A heading with the lines of its section, up to the next heading of the same or a higher depth. Lines count from 1. */
export interface SectionHeading {
  readonly depth: number;
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
}

/** A stretch of whole lines of a journal. */
export type Segment =
  | { readonly is: 'preamble' | 'template'; readonly from: number; readonly to: number }
  | { readonly is: 'entry'; readonly from: number; readonly to: number; readonly heading: SectionHeading; readonly dated: DatedHeading };

export interface DatedHeading {
  readonly date: DateText;
  /** Whether the calendar has the date. */
  readonly real: boolean;
  /** As written in the heading. */
  readonly written: string;
  /** The heading without its date; empty where it is only a date. */
  readonly title: string;
  readonly startsWithDate: boolean;
}

const deepestEntry = 3;
const longestHeading = 500;

/**
 * Divides a journal into entries (formats.md, "Journals and progress"). A dated heading of depth 1 to 3 begins an entry, unless it stands in the
 * section of another dated heading; there it must begin with another day. A sole H1 with further dated headings below is the file's title.
 * Undated sections belong to the entry before them, text before the first entry is preamble. A section headed `YYYY-MM-DD` is a template; what
 * follows its section without a date is preamble too.
 *
 * @returns segments in order that together cover all lines, from 1 to `lines`
 */
export function divideJournal(headings: readonly SectionHeading[], lines: number): Segment[] {
  const starts = beginnings(headings);
  const segments: Segment[] = [];
  let next = 1;
  const preambleUpTo = (to: number): void => {
    if (to >= next) segments.push({ is: 'preamble', from: next, to });
  };
  starts.forEach((start, index) => {
    const { heading, dated } = start;
    preambleUpTo(heading.line - 1);
    const lastLine = (starts[index + 1]?.heading.line ?? lines + 1) - 1;
    const to = dated === null ? Math.min(heading.lastLine, lastLine) : lastLine;
    segments.push(dated === null ? { is: 'template', from: heading.line, to } : { is: 'entry', from: heading.line, to, heading, dated });
    next = to + 1;
  });
  preambleUpTo(lines);
  return segments;
}

interface Beginning {
  readonly heading: SectionHeading;
  /** Null for a template. */
  readonly dated: DatedHeading | null;
}

function beginnings(headings: readonly SectionHeading[]): Beginning[] {
  const found: Beginning[] = [];
  for (const heading of withoutTitle(headings.filter(({ depth }) => depth <= deepestEntry))) {
    const enclosing = found.at(-1);
    const isNested = enclosing !== undefined && heading.line <= enclosing.heading.lastLine;
    if (isTemplate(heading.text)) {
      found.push({ heading, dated: null });
      continue;
    }
    const dated = readDatedHeading(heading.text);
    if (dated === null || (isNested && enclosing.dated === null)) continue;
    const isAnotherDay = dated.startsWithDate && dated.date.slice(0, 10) !== enclosing?.dated?.date.slice(0, 10);
    if (!isNested || isAnotherDay) found.push({ heading, dated });
  }
  return found;
}

function withoutTitle(headings: readonly SectionHeading[]): readonly SectionHeading[] {
  const [first, ...rest] = headings;
  const isSoleH1 = first?.depth === 1 && rest.every(({ depth }) => depth > 1);
  return isSoleH1 && rest.some(({ text }) => isTemplate(text) || readDatedHeading(text) !== null) ? rest : headings;
}

function isTemplate(heading: string): boolean {
  return /\bYYYY-MM-DD\b/.test(heading);
}

/** The date of a heading where it stands first, last, or set off by marks: `2026-01-04: Title`, `Title (2026-01-04)`, `Day 3 — 2026-01-04 — Title`. */
export function readDatedHeading(text: string): DatedHeading | null {
  if (text.length > longestHeading) return null;
  const found = findDate(text);
  if (found === null) return null;
  const before = text.slice(0, found.start);
  // A named zone belongs to the time; the time stays as it is.
  const after = text.slice(found.end).replace(/^ ?(?:[A-Z]{3,4}|UTC[+-]\d{1,2})\b/, (zone) => (found.date.includes('T') ? '' : zone));
  const startsWithDate = !/[\p{L}\p{N}]/u.test(before);
  const endsWithDate = /^[^\p{L}\p{N}]*(?:\([^()]*\)[^\p{L}\p{N}]*)?$/u.test(after);
  const isSetOff = /[—–:·|,([-]\s*$/.test(before) && /^\s*[—–:·|,)\]-]/.test(after);
  if (!startsWithDate && !endsWithDate && !isSetOff) return null;
  const written = text.slice(found.start, found.end);
  return { date: found.date, real: found.real, written, title: titleOf(before, after), startsWithDate };
}

function titleOf(before: string, after: string): string {
  const isBracketed = /[([]\s*$/.test(before) && /^\s*[)\]]/.test(after);
  const [left, right] = isBracketed ? [before.replace(/[([]\s*$/, ''), after.replace(/^\s*[)\]]/, '')] : [before, after];
  return [left, right]
    .map((part) => part.replace(/^[\s—–:·|,;-]+/, '').replace(/[\s—–:·|,;-]+$/, ''))
    .filter((part) => part !== '')
    .join(' — ');
}
