import { excerptOf } from '#markdown/excerpt.ts';
import { renderLongText } from '#markdown/plain-text.ts';
import { splitStem } from '#ingest/text/dates.ts';
import { nothingRead, type Reading, type SourceFile } from '#ingest/parsed-file.ts';
import { stemOf } from '#ingest/text/slug.ts';
import { sourceLines } from '#ingest/text/source-lines.ts';
import { bareEntry } from './bare-entry.ts';

/** A file that is shown as the text it is: a `.tsv` that is no table, a `.log` that is no run log. Its problems are the caller's. */
export function parsePlain(source: SourceFile): Reading {
  const { path, text, digest } = source;
  const { date } = splitStem(stemOf('page', path));
  const entry = bareEntry('page', path, {
    title: path.slice(path.lastIndexOf('/') + 1),
    date,
    inferred: date === null ? ['title'] : ['title', 'date'],
    lastLine: Math.max(1, sourceLines(text).length),
    excerpt: excerptOf(text),
    words: text.split(/\s+/).filter((word) => word !== '').length,
    digest,
  });
  return {
    ...nothingRead,
    kind: 'page',
    entries: [entry],
    bodies: [{ html: renderLongText(text), markdown: text }],
    problems: source.problems,
  };
}
