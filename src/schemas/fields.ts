import { z } from 'zod';

/**
 * Frontmatter reaches these schemas as raw text: every YAML scalar is a string, as written. That keeps commit `0640555`,
 * `12e4567` and date `2025-13-45` intact; a field that means a number or a truth value says so here.
 */
export type RawValue = string | readonly RawValue[] | { readonly [key: string]: RawValue };

/** A calendar date or timestamp as text, as written in the workspace: `2026-01-04` or `2026-01-04T09:30:00+01:00`. Never a `Date`: text does not shift by a time zone. */
export type DateText = string;

const datePattern = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Whether text is an ISO date or timestamp that exists in the calendar (`2026-02-30` does not). */
export function isRealDate(text: string): boolean {
  const match = datePattern.exec(text);
  if (!match) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part: string | undefined) => Number(part ?? 0));
  const lastDay = month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay && hour <= 23 && minute <= 59 && second <= 60;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Non-empty text. */
export const text = z.string().trim().min(1);

/** A list of texts. */
export const textList = z.array(text);

/** An ISO date or timestamp that exists. An issue of this field has `params.expected === 'date'`. */
export const date = text
  .refine(isRealDate, { params: { expected: 'date' } })
  .meta({ description: 'YYYY-MM-DD, or with a time: YYYY-MM-DDTHH:MM:SS' });

/** A finite number, written as one. */
export const numeral = text
  .refine((value) => Number.isFinite(Number(value)), { params: { expected: 'number' } })
  .transform(Number)
  .meta({ type: 'number' });

/** `true` or `false`, in the spellings of YAML: `True` and `TRUE` too. */
export const truth = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['true', 'false']))
  .transform((value) => value === 'true')
  .meta({ type: 'boolean', enum: [true, false] });

/** Keys that an entry of every kind may have. */
export const sharedFields = {
  tags: textList.optional().meta({ description: 'Words to find the entry by; the vocabulary stands in program.md' }),
  aliases: textList.optional().meta({ description: 'Former names of this entry, which references may still use' }),
  supersedes: textList.optional().meta({ description: 'Entries that this one replaces: slug, file name or relative path' }),
  contradicts: textList.optional().meta({ description: 'Entries whose conclusion this one disputes' }),
  moved: z
    .record(z.string(), text)
    .optional()
    .meta({ description: 'Where targets of links lie now: a path relative to this file, an id, or "outside" for what was left behind' }),
};
