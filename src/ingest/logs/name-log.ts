import { cutText } from '#markdown/sentences.ts';
import { splitStem } from '#ingest/text/dates.ts';
import { textsIn, type NamedEntry } from '#ingest/entries/parse-entry.ts';
import { stemOf } from '#ingest/text/slug.ts';

const longestTitle = 80;

/**
 * Title, date and tags of a log that has no frontmatter. A log without subject is called by the first words of its text, else by its file; a
 * log without date has that of its file's name.
 *
 * @param data what the log states, as the keys of its schema
 * @param excerpt the first words of its text
 */
export function nameLog(path: string, data: Readonly<Record<string, unknown>>, excerpt: string): NamedEntry {
  const stem = splitStem(stemOf('log', path));
  const { subject, date } = data;
  const stated = typeof date === 'string' ? date : null;
  return {
    title: typeof subject === 'string' ? subject : excerpt === '' ? stem.key : cutText(excerpt, longestTitle),
    date: stated ?? stem.date,
    tags: textsIn(data, 'tags') ?? [],
    inferred: [...(typeof subject === 'string' ? [] : ['subject']), ...(stated === null && stem.date !== null ? ['date'] : [])],
  };
}
