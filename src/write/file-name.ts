import { slugify } from '#ingest/text/slug.ts';
import type { DateText } from '#schemas/fields.ts';

/** The kinds of which one entry is one file that `new` writes. */
export type FileKind = 'log' | 'idea' | 'report' | 'progress' | 'paper' | 'experiment';

/** The seed's engineering logs cut names at fifty characters (formats.md, "Rendered engineering logs"). */
const longestSlug = 50;

/**
 * The stem of a new entry's file (design, "Kinds"): `20260104-093000-orthogonal-init` for a log, `2026-01-04_rotary` for any other kind.
 * A title of signs only gives the kind's own name. A log with a mere date counts as written at midnight. A paper's name has no date.
 */
export function fileStem(kind: FileKind, date: DateText, title: string): string {
  const slug = titleSlug(title) || kind;
  return kind === 'paper' ? slug : datedStem(kind, date, slug);
}

/** A date and a slug as the stem of a file, in the form of its kind. */
export function datedStem(kind: FileKind, date: DateText, slug: string): string {
  const [day = '', time = '00:00:00'] = date.slice(0, 19).split(/[T ]/);
  return kind === 'log' ? `${day.replaceAll('-', '')}-${time.padEnd(8, ':00').replaceAll(':', '')}-${slug}` : `${day}_${slug}`;
}

/** A title as part of a file name: the slug that its address will have, cut between words. */
export function titleSlug(title: string): string {
  // Letters of any script stay; what a slug would lose becomes a gap first, so that the address needs no hash.
  const { slug } = slugify(title.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}]+/gu, ' '));
  const characters = [...slug];
  if (characters.length <= longestSlug) return slug;
  const cut = characters.slice(0, longestSlug + 1).join('');
  const lastGap = cut.lastIndexOf('-');
  return lastGap > 0 ? cut.slice(0, lastGap) : characters.slice(0, longestSlug).join('');
}
