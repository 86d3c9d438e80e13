import type { Problem } from '#diagnostics/diagnostic.ts';
import { anchorOf } from '#markdown/anchors.ts';
import { renderMarkdown } from '#markdown/render-markdown.ts';
import { bodyData } from '#ingest/entries/body-data.ts';
import { pathHash } from '#ingest/digest.ts';
import type { Frontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { inferMetadata } from '#ingest/entries/infer-metadata.ts';
import type { Segment } from './journal-segments.ts';

import { textsIn } from '#ingest/entries/parse-entry.ts';
import type { Body, ParsedEntry, SourceFile } from '#ingest/parsed-file.ts';
import { commitMentions, referenceLinks } from '#ingest/entries/reference-links.ts';
import { sectionIdOf } from '#ingest/text/slug.ts';
import { unsaidHeading } from './unsaid-heading.ts';

export type EntrySegment = Extract<Segment, { is: 'entry' }>;

/** A file of dated sections, its frontmatter read and held against its schema. */
export interface Journal {
  readonly source: SourceFile;
  readonly kind: 'journal' | 'progress';
  readonly frontmatter: Frontmatter;
  /** Of the body, with their line ends. */
  readonly lines: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** An entry with its HTML and source. */
export interface Section {
  readonly entry: ParsedEntry;
  readonly body: Body;
}

/** One entry of a journal. Its heading becomes its title, with a date that the calendar does not have; a line of text that begins an entry stays in its body. */
export function parseSection(
  { source, kind, frontmatter, lines, data }: Journal,
  segment: EntrySegment,
  fileTitle: string | null,
): Section {
  const { from, to, heading, name } = segment;
  const { path } = source;
  const offset = frontmatter.bodyFirstLine - 1;
  const own = lines.slice(from - 1, to);
  const shown = heading === null ? own : withHeadingAsTitle(own);
  const markdown = own.join('');
  const stated = inferMetadata(markdown, kind, offset + from - 1);
  const read = bodyData(kind, markdown, offset + from - 1);
  const rendered = renderMarkdown(shown.join(''), { path, lineOffset: offset + from - 1, anchors: read.anchors });
  const { id, beforeHash } = sectionIdOf(kind, path, name.date, name.title, `${path}#${heading ?? name.written}`);
  const title = name.real ? (name.title === '' ? name.written : name.title) : (heading ?? `${name.written} ${name.title}`.trim());
  const inferred = { ...read.data, ...stated.data };
  const places = { ...read.places, ...stated.places };
  return {
    entry: {
      id,
      beforeHash,
      kind,
      title,
      anchor: anchorOf(title),
      date: name.real ? name.date : null,
      tags: textsIn(data, 'tags') ?? stated.tags,
      path,
      line: from + offset,
      lastLine: lastWritten(lines, from, to) + offset,
      lineageKey: id.slice(kind.length + 1),
      aliases: [],
      excerpt: rendered.excerpt,
      data: { ...inferred, ...(fileTitle === null ? {} : { title: fileTitle }), ...unsaidHeading(name, title, heading) },
      places,
      inferred: [...(textsIn(data, 'tags') === null && stated.tags.length > 0 ? ['tags'] : []), ...Object.keys(places)],
      headings: rendered.headings,
      links: [...rendered.links, ...referenceLinks(inferred, places)],
      mentions: [...rendered.mentions, ...commitMentions(inferred, places)],
      hasDiagram: rendered.hasDiagram,
      hasMath: rendered.hasMath,
      words: rendered.words,
      digest: source.digest,
      part: 0,
    },
    body: { html: rendered.html, markdown },
  };
}

/**
 * Sections of one file with the same date and title get six hex digits of their own text, all of them. Ones that are also alike in their
 * text are counted from the end of the file, where a journal does not grow.
 */
export function withUniqueIds(sections: readonly Section[], path: string): Section[] {
  const taken = Map.groupBy(sections, ({ entry }) => entry.id);
  const seen = new Map<string, number>();
  return sections
    .toReversed()
    .map((section) => {
      const { entry, body } = section;
      if (taken.get(entry.id)?.length === 1) return section;
      const same = `${entry.id}\n${body.markdown.trimEnd()}`;
      const before = seen.get(same) ?? 0;
      seen.set(same, before + 1);
      const id: ParsedEntry['id'] = `${entry.beforeHash}-${pathHash(`${path}\n${same}\n${before === 0 ? '' : before}`)}`;
      return { body, entry: { ...entry, id, lineageKey: id.slice(entry.kind.length + 1) } };
    })
    .toReversed();
}

/** The last line of a stretch that is not blank. */
export function lastWritten(lines: readonly string[], from: number, to: number): number {
  let last = to;
  while (last > from && (lines[last - 1] ?? '').trim() === '') last -= 1;
  return last;
}

/** Makes the heading of a section, which comes first, an H1: the pipeline then takes it for the title and nothing else. Places stay. */
function withHeadingAsTitle(lines: readonly string[]): string[] {
  const [first = '', ...rest] = lines;
  const marked = /^( {0,3})(#{1,6})/.exec(first);
  if (marked !== null) {
    const [marks, indent = '', hashes = ''] = marked;
    return [`${indent}${'#'.padEnd(hashes.length)}${first.slice(marks.length)}`, ...rest];
  }
  const underline = rest.findIndex((line) => /^ {0,3}(?:=+|-+)[ \t]*\r?\n?$/.test(line));
  return [first, ...rest.map((line, index) => (index === underline ? line.replaceAll('-', '=') : line))];
}
