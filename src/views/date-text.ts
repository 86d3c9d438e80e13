import type { DateText } from '#schemas/fields.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A date as it is shown, and as `datetime` of a `<time>`. */
export interface ShownDate {
  readonly text: string;
  readonly datetime: string;
}

/** `4 Jan 2026`: the day of an ISO date or timestamp. Text is cut, never converted, so that no time zone shifts the day. */
export function shortDate(date: DateText): ShownDate {
  const { year, month, day } = parts(date);
  return { text: `${day} ${monthName(month).slice(0, 3)} ${year}`, datetime: date.slice(0, 10) };
}

/** `4 January 2026, 09:30`, with the time only where one is stated. */
export function longDate(date: DateText): ShownDate {
  const { year, month, day } = parts(date);
  const time = /[T ](\d{2}:\d{2})/.exec(date)?.[1];
  return { text: `${day} ${monthName(month)} ${year}${time === undefined ? '' : `, ${time}`}`, datetime: date.replace(' ', 'T') };
}

/** `2026-01`, the key by which entries are grouped. */
export function monthOf(date: DateText): string {
  return date.slice(0, 7);
}

/** `January 2026` for `2026-01`. */
export function monthTitle(month: string): string {
  return `${monthName(Number(month.slice(5, 7)))} ${month.slice(0, 4)}`;
}

function parts(date: DateText): { readonly year: string; readonly month: number; readonly day: number } {
  return { year: date.slice(0, 4), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function monthName(month: number): string {
  return months[month - 1] ?? '';
}

/** `3–14 March 2026`, `28 February – 3 March 2026`, `29 December 2025 – 4 January 2026`; of one day that day. */
export function periodText({ from, to }: { readonly from: DateText; readonly to: DateText }): string {
  const [start, end] = [parts(from), parts(to)];
  const last = longDate(to.slice(0, 10)).text;
  if (from.slice(0, 10) === to.slice(0, 10)) return last;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${start.day}–${last}`;
  return `${start.day} ${monthName(start.month)}${start.year === end.year ? '' : ` ${start.year}`} – ${last}`;
}
