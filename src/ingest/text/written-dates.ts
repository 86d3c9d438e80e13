import type { DateText } from '#schemas/fields.ts';

/** A date as people write it, before the calendar is asked. */
export interface WrittenDate {
  readonly date: DateText;
  /** The last day, where several are named: `4–6 January 2026`. */
  readonly until: DateText | null;
  readonly start: number;
  readonly end: number;
  /** Whether the form alone says that it is a date, so that one that the calendar does not have is a mistake and no other number. */
  readonly certain: boolean;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const days = `${day}(?:\\s?[–—-]\\s?${day})?`;
const noWordBefore = '(?<![\\p{L}\\p{N}.-])';
const noWordAfter = '(?![\\p{L}\\p{N}])';

/** `10 Nov 2026`, `10th of November 2026`, `4–6 January 2026` */
const dayFirst = new RegExp(`${noWordBefore}${days} {1,2}(?:of )?${month},? (\\d{4})${noWordAfter}`, 'iu');
/** Months as German, French, Spanish, Portuguese and Italian write them, without accents: `12 de abril de 2026`, `1er août 2026`, `12. März 2026`. */
const monthsElsewhere: readonly (readonly string[])[] = [
  ['januar', 'janner', 'janvier', 'enero', 'janeiro', 'gennaio'],
  ['februar', 'fevrier', 'febrero', 'fevereiro', 'febbraio'],
  ['marz', 'mars', 'marzo', 'marco'],
  ['april', 'avril', 'abril', 'aprile'],
  ['mai', 'mayo', 'maio', 'maggio'],
  ['juni', 'juin', 'junio', 'junho', 'giugno'],
  ['juli', 'juillet', 'julio', 'julho', 'luglio'],
  ['august', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre', 'setembro', 'settembre'],
  ['oktober', 'octobre', 'octubre', 'outubro', 'ottobre'],
  ['november', 'novembre', 'noviembre', 'novembro'],
  ['dezember', 'decembre', 'diciembre', 'dezembro', 'dicembre'],
];
const dayFirstElsewhere = new RegExp(
  `${noWordBefore}(\\d{1,2})(?:\\.|º|er)? {1,2}(?:de )?(\\p{L}{3,10}) (?:de )?(\\d{4})${noWordAfter}`,
  'iu',
);
/** `10/Nov/2026`, `10-NOV-2026` */
const dayMonthYear = new RegExp(`${noWordBefore}${day}([/-])${month}\\2(\\d{4})${noWordAfter}`, 'iu');
/** `November 10, 2026`, `Nov 10th 2026`, `Jan 4-6, 2026` */
const monthFirst = new RegExp(`${noWordBefore}${month} {1,2}${days},? {1,2}(\\d{4})${noWordAfter}`, 'iu');
/** `2026/11/10`, `2026.11.10`, `2026-1-4`, `2026_11_10`; of points and low lines, both parts have two digits: the rest are versions. */
const yearFirst = /(?<![\p{L}\p{N}./-])(\d{4})(?:([/-])(\d{1,2})\2(\d{1,2})|([._])(\d{2})\5(\d{2}))(?![\p{L}\p{N}]|[./-]\d)/u;
/** `19/10/2018`: the part above 12 must be the day; where neither is, guessing would be wrong half of the time. */
const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/;
/** `19.10.2018`: with points the day comes first everywhere. */
const pointed = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.]\d)/;
/** `2026年11月10日` */
const ideographic = /(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/u;

/** The first date in each of the forms that are not ISO, whether or not the calendar has it. Linear in the text. */
export function findWrittenDates(text: string): WrittenDate[] {
  return [
    read(dayFirst, text, true, ([first, last, name, year]) => [year, monthNumber(name), first, last]),
    read(dayFirstElsewhere, text, true, ([first, name, year]) => monthElsewhere(year, name, first)),
    read(dayMonthYear, text, true, ([first, , name, year]) => [year, monthNumber(name), first]),
    read(monthFirst, text, true, ([name, first, last, year]) => [year, monthNumber(name), first, last]),
    read(yearFirst, text, false, ([year, , a, b, , c, d]) => [year, a ?? c, b ?? d]),
    read(ideographic, text, true, ([year, number, first]) => [year, number, first]),
    read(pointed, text, false, ([first, number, year]) => [year, number, first]),
    read(slashed, text, false, ([a, b, year]) => slashedParts(a, b, year)),
  ].flat();
}

const dayOfYear = new RegExp(`^(?:${month} {1,2}${day}|${day} {1,2}(?:of )?${month})(?![\\p{L}\\p{N}]|[ ,]{1,2}\\d{4})`, 'iu');

/** A day without its year at the beginning of a text: `Nov 10th: …`, `10 November`. It has a date only where something else states the year. */
export function findDayOfYear(text: string): { readonly monthAndDay: string; readonly end: number } | null {
  const match = dayOfYear.exec(text);
  if (match === null) return null;
  const [whole, name, number, otherNumber, otherName] = match;
  return { monthAndDay: `${two(monthNumber(name ?? otherName))}-${two(number ?? otherNumber)}`, end: whole.length };
}

const monthAlone = new RegExp(`^(?:\\d{4}[-/.](?:0[1-9]|1[0-2])|${month},? \\d{4})(?=\\s*(?:$|[—–:·|-]))`, 'iu');

/** Whether a text begins with a month of a year, `2026-11` or `November 2026: …`, which has no day and so is no date. */
export function startsWithMonth(text: string): boolean {
  return monthAlone.test(text);
}

type Parts = readonly [year: string | undefined, month: string | undefined, first: string | undefined, last?: string | undefined];

function read(
  pattern: RegExp,
  text: string,
  certain: boolean,
  partsOf: (groups: readonly (string | undefined)[]) => Parts | null,
): WrittenDate[] {
  const match = pattern.exec(text);
  const parts = match === null ? null : partsOf(match.slice(1));
  if (match === null || parts === null) return [];
  const [year = '', number, first, last] = parts;
  const on = (dayOfMonth: string): DateText => `${year}-${two(number)}-${two(dayOfMonth)}`;
  return [
    {
      date: on(first ?? ''),
      until: last === undefined ? null : on(last),
      start: match.index,
      end: match.index + match[0].length,
      certain,
    },
  ];
}

function slashedParts(first = '', second = '', year: string | undefined): Parts | null {
  if (Number(second) > 12) return [year, first, second];
  return Number(first) > 12 ? [year, second, first] : null;
}

function monthElsewhere(year: string | undefined, name = '', day: string | undefined): Parts | null {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const index = monthsElsewhere.findIndex((names) => names.includes(plain));
  return index < 0 ? null : [year, String(index + 1), day];
}

function monthNumber(name = ''): string {
  return String(monthNames.findIndex((known) => name.toLowerCase().startsWith(known)) + 1);
}

function two(number = ''): string {
  return number.padStart(2, '0');
}
