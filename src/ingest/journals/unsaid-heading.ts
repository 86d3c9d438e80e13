import { dateWords, wordsOf } from '#schemas/date-words.ts';
import { isRealDate } from '#schemas/fields.ts';
import type { EntryName } from './entry-headings.ts';

/** What an entry keeps of its heading beside title and date. */
export interface UnsaidHeading {
  /** Of a range, first and last day. */
  readonly days?: { readonly from: string; readonly to: string };
  /** The heading as written, where title, date and days leave a word of it out: a zone, a weekday, seconds. */
  readonly written_heading?: string;
}

/**
 * Nothing that a heading says is lost: each of its words is in the title, the date or what this returns.
 *
 * @param title that the entry is shown with
 * @param heading null where a line of text begins the entry, which then stands in its body
 */
export function unsaidHeading({ date, until, real }: EntryName, title: string, heading: string | null): UnsaidHeading {
  if (heading === null) return {};
  const from = date?.slice(0, 10) ?? '';
  const days = until !== null && real && isRealDate(until) && until > from ? { from, to: until } : null;
  const said = new Set(wordsOf(title));
  if (date !== null && real) for (const word of dateWords(date)) said.add(word);
  if (days !== null) for (const word of ['to', ...dateWords(days.to)]) said.add(word);
  // Pages show a time to the minute.
  const isCut = date !== null && date.length > 'YYYY-MM-DDTHH:MM'.length;
  const isSaid = title === heading || (!isCut && wordsOf(heading).every((word) => said.has(word)));
  return { ...(days === null ? {} : { days }), ...(isSaid ? {} : { written_heading: heading }) };
}
