import { statedDateBelow } from '#ingest/entries/infer-metadata.ts';
import {
  isTemplateHeading,
  readDatedHeading,
  readDayOfYear,
  readSlashedHeading,
  slashOrderOf,
  undatedName,
  whyNoDate,
  yearOf,
  type EntryName,
} from './entry-headings.ts';

/** A heading with the lines of its section, up to the next heading of the same or a higher depth. Lines count from 1. */
export interface SectionHeading {
  readonly depth: number;
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
}

/** Where an entry or a template of a journal begins. */
export interface Beginning {
  /** Of its heading; deeper than any for a line of text. */
  readonly depth: number;
  readonly line: number;
  /** The end of its section; of a line of text, the line itself. */
  readonly lastLine: number;
  readonly heading: string | null;
  /** Null for a template. */
  readonly name: EntryName | null;
}

/**
 * The headings that begin an entry by their date (`journal-segments.ts`, rule 1), and those of templates, in order.
 *
 * @param headings in order
 * @param lines of the whole text, to look for a date below a heading
 * @param title the heading above them all, which may state their year
 */
export function datedHeadings(headings: readonly SectionHeading[], lines: readonly string[], title: SectionHeading | null): Beginning[] {
  const found: Beginning[] = [];
  const slashOrder = slashOrderOf(headings.map(({ text }) => text));
  const asides = depthsOfAsides(headings);
  let year = yearIn(title);
  for (const heading of headings) {
    const { depth, text, line, lastLine } = heading;
    year = yearIn(heading) ?? year;
    const enclosing = found.at(-1);
    const isNested = enclosing !== undefined && line <= enclosing.lastLine;
    if (isTemplateHeading(text) && !(isNested && enclosing.name !== null && !/YYYY/i.test(text))) {
      found.push({ depth, line, lastLine, heading: text, name: null });
      continue;
    }
    const own =
      (asides.has(depth) ? null : readDatedHeading(text)) ??
      (year !== null && line <= year.lastLine ? readDayOfYear(text, year.digits) : null) ??
      (slashOrder === null ? null : readSlashedHeading(text, slashOrder));
    const name = own ?? (isNested ? null : (nameWithDateBelow(heading, lines) ?? nameWithUnclearDate(text)));
    if (name === null || (isNested && enclosing.name === null)) continue;
    const isAnotherDay = name.startsWithDate && name.date?.slice(0, 10) !== enclosing?.name?.date?.slice(0, 10);
    if (!isNested || isAnotherDay) found.push({ depth, line, lastLine, heading: text, name });
  }
  return found;
}

/** Among so many headings of a depth, of which less than a third are dated, dates tell of single sections. */
const manyHeadings = 10;

/**
 * The depths at which a date behind a heading (`6. Defects found, 2026-01-04`) only says when that section was written: a few of many headings
 * have one, and none of the file begins with a date. The file is a journal without dated entries.
 */
function depthsOfAsides(headings: readonly SectionHeading[]): ReadonlySet<number> {
  const names = headings.map(({ depth, text }) => ({ depth, name: readDatedHeading(text) }));
  if (names.some(({ name }) => name?.startsWithDate === true)) return new Set();
  const asides = [...Map.groupBy(names, ({ depth }) => depth)].filter(([, level]) => {
    const dated = level.filter(({ name }) => name !== null).length;
    return level.length >= manyHeadings && dated * 3 < level.length;
  });
  return new Set(asides.map(([depth]) => depth));
}

/** A heading that is only a year, which holds for the days in its section. */
function yearIn(heading: SectionHeading | null): { readonly digits: string; readonly lastLine: number } | null {
  const digits = heading === null ? null : yearOf(heading.text);
  return heading === null || digits === null ? null : { digits, lastLine: heading.lastLine };
}

/** `## Rotary` above `**Date:** 2026-01-04`. */
function nameWithDateBelow({ text, line }: SectionHeading, lines: readonly string[]): EntryName | null {
  const found = statedDateBelow(lines, line);
  return found === null ? null : { ...undatedName(text), ...found };
}

/** `## 04/05/2026: Rotary` begins an entry, whichever day that is. */
function nameWithUnclearDate(text: string): EntryName | null {
  const unclear = whyNoDate(text);
  return unclear !== null && text.startsWith(unclear.found) ? undatedName(text) : null;
}
