import { isRealDate, type DateText } from '#schemas/fields.ts';
import { findWrittenDates } from './written-dates.ts';

/** A date that was found in running text. Its span takes in a time, a weekday beside it and the end of a range. */
export interface FoundDate {
  /** As ISO text, whether or not the calendar has it; of a range, the first day. */
  readonly date: DateText;
  /** The last day of a range, or null. */
  readonly until: DateText | null;
  readonly real: boolean;
  readonly start: number;
  readonly end: number;
}

/** A day whose form is understood, before time, weekday and range are read beside it. */
type Day = Omit<FoundDate, 'real'> & { readonly certain: boolean };

const isoDate = /(?<![\d-])\d{4}-\d{2}-\d{2}(?!\d|-\d)/;
/** `20260104-093000`, `20260104` */
const compactDate = /(?<![\d-])(\d{4})(\d{2})(\d{2})(?:[-_T](\d{2})(\d{2})(\d{2}))?(?!\d)/;

/**
 * The first date in a text: ISO, compact (`20260104-093000`), or as people write it (`written-dates.ts`). Dates are local text: a time stays
 * as it is written, a numeric zone is kept, a named one (`EDT`) is left out, and nothing is ever shifted.
 */
export function findDate(text: string): FoundDate | null {
  const days = [findIso(text), findCompact(text), ...findWrittenDates(text)].filter((day) => day !== null);
  const real = days.filter((day) => day.certain || isRealDate(day.date));
  const first = real.reduce<Day | null>((best, day) => (best === null || day.start < best.start ? day : best), null);
  return first === null ? null : withSurroundings(text, first);
}

/**
 * A file's stem as its date and the rest, the lineage key (contract "Identity"). The date stands first or last; a stem that is only a date is
 * its own key.
 */
export function splitStem(stem: string): { readonly date: DateText | null; readonly key: string } {
  const leading = /^(\d{4}-\d{2}-\d{2}|\d{4}_\d{2}_\d{2}|\d{4}\.\d{2}\.\d{2}|\d{8}(?:[-_]\d{6})?)(?:[-_ ]+(.+))?$/su.exec(stem);
  const trailing = /(?<=[^-_ ])[-_ ]+(\d{4}-\d{2}-\d{2}|\d{4}_\d{2}_\d{2}|\d{8}(?:[-_]\d{6})?)$/u.exec(stem);
  for (const [match, rest] of [
    [leading, leading?.[2] ?? stem],
    [trailing, stem.slice(0, trailing?.index)],
  ] as const) {
    const written = match?.[1] ?? '';
    const date = written.length === 10 ? written.replace(/[_.]/g, '-') : (findCompact(written)?.date ?? '');
    if (isRealDate(date)) return { date, key: rest };
  }
  return { date: null, key: stem };
}

function findIso(text: string): Day | null {
  const match = isoDate.exec(text);
  if (match === null) return null;
  return { date: match[0], until: null, start: match.index, end: match.index + match[0].length, certain: true };
}

function findCompact(text: string): Day | null {
  const match = compactDate.exec(text);
  if (match === null) return null;
  const [whole, year = '', month = '', day = '', hour, minute, second] = match;
  const time = hour === undefined ? '' : `T${hour}:${minute ?? ''}:${second ?? ''}`;
  // Eight digits are a date only if the calendar has it: `12345678` is a number.
  return { date: `${year}-${month}-${day}${time}`, until: null, start: match.index, end: match.index + whole.length, certain: false };
}

/** The longest that may stand beside a day: `Wednesday, `, ` at 09:30:15 +01:00`, ` – 31 December 2026`. */
const reach = 40;

function withSurroundings(text: string, day: Day): FoundDate {
  const timed = withTime(text, day);
  const dated = withRange(text, withWeekday(text, timed));
  const { date, until, start, end } = dated;
  return { date, until, real: isRealDate(date), start, end };
}

const timeBeside =
  /^(?:T|,? {1,2}(?:at |@ ?)?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?![\d:]) ?([ap]m\b)?(?: ?(Z\b|[+-]\d{2}:\d{2}(?!\d)))?/i;

function withTime(text: string, day: Day): Day {
  const match = day.date.includes('T') ? null : timeBeside.exec(text.slice(day.end, day.end + reach));
  if (match === null) return day;
  const [whole, hour = '', minute = '', second, half, zone = ''] = match;
  const time = `${hourOfDay(Number(hour), half)}:${minute}${second === undefined ? '' : `:${second}`}${zone.toUpperCase()}`;
  const isTime = isRealDate(`2000-01-01T${time}`) || whole.startsWith('T');
  return isTime ? { ...day, date: `${day.date}T${time}`, end: day.end + whole.trimEnd().length } : day;
}

function hourOfDay(hour: number, half: string | undefined): string {
  const hours = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return String(hours).padStart(2, '0');
}

const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const weekdayBefore = new RegExp(`(?<![\\p{L}\\p{N}])${weekday}[.,]{0,2} {0,2}$`, 'iu');
const weekdayAfter = new RegExp(`^,? ?(?:\\(${weekday}\\.?\\)|${weekday}(?![\\p{L}\\p{N}]))`, 'iu');

function withWeekday(text: string, day: Day): Day {
  const before = weekdayBefore.exec(text.slice(Math.max(0, day.start - reach), day.start));
  const after = weekdayAfter.exec(text.slice(day.end, day.end + reach));
  return { ...day, start: day.start - (before?.[0].length ?? 0), end: day.end + (after?.[0].length ?? 0) };
}

const rangeSign = /^ ?(?:–|—|-{1,2}>?|→|\/|\.{2,3}|…|to|until|till|through) ?/i;

/** `2026-01-04 – 2026-01-06`, `2026-01-04 to 06`, `2026-12-30 to 01-02` is not read: which year? */
function withRange(text: string, day: Day): Day {
  const rest = text.slice(day.end, day.end + reach);
  const sign = rangeSign.exec(rest)?.[0];
  if (day.until !== null || sign === undefined) return day;
  const second = rest.slice(sign.length);
  const whole = findIso(second);
  if (whole?.start === 0 && isRealDate(whole.date) && whole.date > day.date.slice(0, 10))
    return { ...day, until: whole.date, end: day.end + sign.length + whole.end };
  const number = /^\d{2}(?=\s*(?:$|[—–:·|,()[\]]))/.exec(second)?.[0];
  const until = number === undefined ? '' : `${day.date.slice(0, 8)}${number}`;
  return isRealDate(until) && until > day.date.slice(0, 10) ? { ...day, until, end: day.end + sign.length + 2 } : day;
}
