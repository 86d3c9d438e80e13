import { isRealDate, type DateText } from '#schemas/fields.ts';

/** A date that was found in running text. */
export interface FoundDate {
  /** As ISO text, whether or not the calendar has it. */
  readonly date: DateText;
  readonly real: boolean;
  readonly start: number;
  readonly end: number;
}

/** `2026-01-04`, optionally with a time and a numeric zone; a named zone (`EDT`) is left out: dates are local text and never shifted. */
const isoDate = /(?<![\d-])(\d{4}-\d{2}-\d{2})(?:(?:T|,? {1,2}(?:at )?)(\d{2}:\d{2}(?::\d{2})?)(?!\d)(Z|[+-]\d{2}:\d{2})?)?(?!\d|-\d)/;
/** `20260104-093000`, `20260104` */
const compactDate = /(?<![\d-])(\d{4})(\d{2})(\d{2})(?:[-_T](\d{2})(\d{2})(\d{2}))?(?!\d)/;
/** `19/10/2018` */
const slashedDate = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/;

/**
 * The first date in a text: ISO, compact (`20260104-093000`) or with slashes. Of `a/b/year` the part above 12 must be the day; where neither
 * is, the text has no date, because guessing would be wrong half of the time.
 */
export function findDate(text: string): FoundDate | null {
  const found = [findIso(text), findCompact(text), findSlashed(text)].filter((date) => date !== null);
  return found.reduce<FoundDate | null>((first, date) => (first === null || date.start < first.start ? date : first), null);
}

/** A file's stem as its date and the rest, the lineage key (contract "Identity"). A stem that is only a date is its own key. */
export function splitStem(stem: string): { readonly date: DateText | null; readonly key: string } {
  const match = /^(\d{4}-\d{2}-\d{2}|\d{8}(?:-\d{6})?)(?:[-_ ]+(.+))?$/su.exec(stem);
  const [, written = '', rest = stem] = match ?? [];
  const date = written.length === 10 ? written : (findCompact(written)?.date ?? '');
  return isRealDate(date) ? { date, key: rest } : { date: null, key: stem };
}

function findIso(text: string): FoundDate | null {
  const match = isoDate.exec(text);
  if (match === null) return null;
  const [whole, day = '', time, zone = ''] = match;
  return foundAt(match.index, whole.length, time === undefined ? day : `${day}T${time}${zone}`);
}

function findCompact(text: string): FoundDate | null {
  const match = compactDate.exec(text);
  if (match === null) return null;
  const [whole, year = '', month = '', day = '', hour, minute, second] = match;
  const time = hour === undefined ? '' : `T${hour}:${minute ?? ''}:${second ?? ''}`;
  const found = foundAt(match.index, whole.length, `${year}-${month}-${day}${time}`);
  // Eight digits are a date only if the calendar has it: `12345678` is a number.
  return found.real ? found : null;
}

function findSlashed(text: string): FoundDate | null {
  const match = slashedDate.exec(text);
  if (match === null) return null;
  const [whole, first = '', second = '', year = ''] = match;
  const [day, month] = Number(second) > 12 ? [second, first] : [first, second];
  if (Number(day) <= 12) return null;
  return foundAt(match.index, whole.length, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function foundAt(start: number, length: number, date: DateText): FoundDate {
  return { date, real: isRealDate(date), start, end: start + length };
}
