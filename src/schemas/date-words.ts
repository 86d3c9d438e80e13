import type { DateText } from './fields.ts';

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** The words of a text: its runs of letters and digits, in lower case, in order. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The words in which a day, and its time to the minute, may be written without saying more than a page that shows the date: `04`, `4`, `4th`, `jan`. */
export function dateWords(date: DateText): ReadonlySet<string> {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const name = months[Number(month) - 1] ?? '';
  const days = [day, String(Number(day))];
  const ordinals = days.flatMap((number) => ['st', 'nd', 'rd', 'th'].map((ending) => `${number}${ending}`));
  const [hour, minute] = /[T ](\d{2}):(\d{2})/.exec(date)?.slice(1) ?? [];
  return new Set([
    year,
    month,
    String(Number(month)),
    `${year}${month}${day}`,
    ...(name === '' ? [] : [name, name.slice(0, 3), ...(name === 'september' ? ['sept'] : [])]),
    ...days,
    ...ordinals,
    // `2026-01-04T09:30` joins day and hour.
    ...(hour === undefined || minute === undefined ? [] : [hour, minute, `${day}t${hour}`]),
  ]);
}
