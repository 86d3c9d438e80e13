import type { DateText } from '#schemas/fields.ts';
import { findDate } from '#ingest/text/dates.ts';
import { findDayOfYear, startsWithMonth } from '#ingest/text/written-dates.ts';

/** What the first line of a journal's entry says: a heading, a bold line or a list item. */
export interface EntryName {
  /** Null where no whole date is stated. */
  readonly date: DateText | null;
  /** The last day of a range, or null. */
  readonly until: DateText | null;
  /** Whether the calendar has the date; true where there is none. */
  readonly real: boolean;
  /** The date as written; empty where there is none. */
  readonly written: string;
  /** The line without its date; empty where it is only a date. */
  readonly title: string;
  readonly startsWithDate: boolean;
}

const longestHeading = 500;

/**
 * The date of a heading where it stands first, last, or set off by marks: `2026-01-04: Title`, `Title (2026-01-04)`, `Day 3 — 2026-01-04 — Title`,
 * `Session 2: 2026-01-04 (continued) - Title`.
 */
export function readDatedHeading(text: string): (EntryName & { readonly date: DateText }) | null {
  if (text.length > longestHeading) return null;
  const found = findDate(text);
  if (found === null) return null;
  const before = text.slice(0, found.start);
  // A named zone belongs to the time; the time stays as it is.
  const after = text.slice(found.end).replace(/^ ?(?:[A-Z]{3,4}|UTC[+-]\d{1,2})\b/, (zone) => (found.date.includes('T') ? '' : zone));
  const startsWithDate = !/[\p{L}\p{N}]/u.test(before);
  const endsWithDate = /^[^\p{L}\p{N}]*(?:\([^()]*\)[^\p{L}\p{N}]*)?$/u.test(after);
  const isSetOff = /[—–:·|,([-]\s*$/.test(before) && /^(?:\s*\([^()]*\))?\s*[—–:·|,)\]-]/.test(after);
  if (!startsWithDate && !endsWithDate && !isSetOff) return null;
  const written = text.slice(found.start, found.end);
  return { date: found.date, until: found.until, real: found.real, written, title: titleOf(before, after), startsWithDate };
}

/** A heading such as `Nov 10th: Title` below one that is only a year. */
export function readDayOfYear(text: string, year: string): (EntryName & { readonly date: DateText }) | null {
  const found = text.length > longestHeading ? null : findDayOfYear(text);
  if (found === null) return null;
  // Read again with its year, so that what stands beside it means the same as everywhere.
  const read = findDate(`${year}-${found.monthAndDay}${text.slice(found.end)}`);
  if (read?.start !== 0) return null;
  const rest = text.slice(found.end + read.end - `${year}-${found.monthAndDay}`.length);
  return { ...read, written: text.slice(0, text.length - rest.length), title: titleOf('', rest), startsWithDate: true };
}

/** Which part of `2/4/2026` is the day. */
export type SlashOrder = 'day first' | 'month first';

const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/;

/** The order that headings of one file show: one has a part above 12, which must be the day, and none shows the other order. */
export function slashOrderOf(headings: readonly string[]): SlashOrder | null {
  const shown = headings.flatMap((text): SlashOrder[] => {
    const [, first, second] = slashed.exec(text.slice(0, longestHeading)) ?? [];
    return Number(first) > 12 ? ['day first'] : Number(second) > 12 ? ['month first'] : [];
  });
  return shown.every((order) => order === shown[0]) ? (shown[0] ?? null) : null;
}

/** A heading such as `2/4/2026: Title` in a file whose other headings show which part is the day. */
export function readSlashedHeading(text: string, order: SlashOrder): (EntryName & { readonly date: DateText }) | null {
  const match = text.length > longestHeading ? null : slashed.exec(text);
  if (match === null) return null;
  const [written, first = '', second = '', year = ''] = match;
  const [month, day] = order === 'day first' ? [second, first] : [first, second];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = readDatedHeading(`${text.slice(0, match.index)}${date}${text.slice(match.index + written.length)}`);
  return read?.date.startsWith(date) === true ? { ...read, written: read.written.replace(date, written) } : null;
}

/** The name of an entry whose heading has no date. */
export function undatedName(title: string): EntryName {
  return { date: null, until: null, real: true, written: '', title, startsWithDate: false };
}

/** Why what looks like the date of a heading is none; null where nothing looks like one. */
export function whyNoDate(text: string): { readonly found: string; readonly reason: string } | null {
  const start = text.slice(0, longestHeading);
  const dayOfYear = findDayOfYear(start);
  if (dayOfYear !== null) return { found: start.slice(0, dayOfYear.end), reason: 'it has no year' };
  const slashed = /(?<![\d/])\d{1,2}\/\d{1,2}\/\d{4}(?![\d/])/.exec(start)?.[0];
  return slashed === undefined ? null : { found: slashed, reason: 'day and month could be either way round' };
}

/** Whether a heading shows how entries are to be written, and is none itself. */
export function isTemplateHeading(heading: string): boolean {
  return (
    /\bYYYY([-/.])MM\1DD\b/i.test(heading) ||
    /^(?:(?:new|journal|log|progress|daily|entry|experiment|session|update) ){0,3}template\b/i.test(heading) ||
    /^(?:\[date\]|<date>|\{\{?date\}?\})/i.test(heading)
  );
}

/** `Experiment 12: …`, `Day 6-7-8-9`, `✅ Session 3`, `#4`, `exp-012`, `1st sprint`, `Nov 10th`, `2026-11`: one of a series. */
export function isNumbered(heading: string): boolean {
  const start = heading.slice(0, 80);
  return (
    /^[^\p{L}\p{N}#]{0,8}(?:(?:\p{L}{1,20}[ _-]?#?|#)\d|\d{1,3}(?:st|nd|rd|th) \p{L})/u.test(start) ||
    findDayOfYear(start) !== null ||
    startsWithMonth(start)
  );
}

/** The year that a heading is nothing but, or null. */
export function yearOf(heading: string): string | null {
  return /^(?:Year )?((?:19|20)\d{2})$/i.exec(heading.trim())?.[1] ?? null;
}

function titleOf(before: string, after: string): string {
  const isBracketed = /[([]\s*$/.test(before) && /^\s*[)\]]/.test(after);
  const [left, right] = isBracketed ? [before.replace(/[([]\s*$/, ''), after.replace(/^\s*[)\]]/, '')] : [before, after];
  const parts = [left, right]
    .map((part) => part.replace(/^(?:[\s—–:·|,;-]|\/(?=\s))+/, '').replace(/[\s—–:·|,;-]+$/, ''))
    .filter((part) => part !== '');
  // `(checked 2026-01-04)`, `(2026-01-04, open)`: what else stands in the brackets stays there.
  const [first = '', second = ''] = parts;
  const isInBrackets = !isBracketed && (/[([]$/.test(first) || /^[)\]]/.test(second));
  const title = parts.join(isInBrackets ? '' : second.startsWith('(') ? ' ' : ' — ');
  // `2026-01-04 (late)` is called "late".
  return /^\(([^()]*[^()\s][^()]*)\)$/.exec(title)?.[1]?.trim() ?? title;
}
