import { anchorOf } from '#markdown/anchors.ts';
import { renderLongText } from '#markdown/plain-text.ts';
import { splitStem } from '#ingest/text/dates.ts';
import { nothingRead, type Reading, type SourceFile } from '#ingest/parsed-file.ts';
import { idOf, lineageKeyOf, stemOf } from '#ingest/text/slug.ts';
import { sourceLines } from '#ingest/text/source-lines.ts';

const longestExcerpt = 280;

/** A file that is shown as the text it is: a `.tsv` that is no table, a `.log` that is no run log. Its problems are the caller's. */
export function parsePlain(source: SourceFile): Reading {
  const { path, text, digest } = source;
  const { date } = splitStem(stemOf('page', path));
  const prose = text.trim().replace(/\s+/g, ' ');
  return {
    ...nothingRead,
    kind: 'page',
    entries: [
      {
        ...idOf('page', path),
        kind: 'page',
        title: path.slice(path.lastIndexOf('/') + 1),
        anchor: anchorOf(path.slice(path.lastIndexOf('/') + 1)),
        date,
        tags: [],
        path,
        line: 1,
        lastLine: Math.max(1, sourceLines(text).length),
        lineageKey: lineageKeyOf('page', path),
        aliases: [],
        excerpt: prose.length > longestExcerpt ? `${prose.slice(0, longestExcerpt - 1)}…` : prose,
        data: {},
        places: {},
        inferred: date === null ? ['title'] : ['title', 'date'],
        headings: [],
        links: [],
        mentions: [],
        hasDiagram: false,
        hasMath: false,
        words: prose === '' ? 0 : prose.split(' ').length,
        digest,
        part: 0,
      },
    ],
    bodies: [{ html: renderLongText(text), markdown: text }],
    problems: source.problems,
  };
}
