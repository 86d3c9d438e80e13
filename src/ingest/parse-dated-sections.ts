import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { anchorOf } from '#markdown/anchors.ts';
import { findSections } from '#markdown/find-sections.ts';
import { renderMarkdown } from '#markdown/render-markdown.ts';
import { kindDescriptions } from '#schemas/kinds.ts';
import { pathHash } from './digest.ts';
import { readFrontmatter, type Frontmatter } from './frontmatter.ts';
import { inferMetadata } from './infer-metadata.ts';
import { divideJournal, type Segment } from './journal-segments.ts';
import { entryOf, nameEntry, parseEntry, textsIn } from './parse-entry.ts';
import { nothingRead, type Body, type ParsedEntry, type Reading, type SourceFile } from './parsed-file.ts';
import { commitMentions, referenceLinks } from './reference-links.ts';
import { sectionIdOf } from './slug.ts';
import { validateFrontmatter } from './validate-frontmatter.ts';

type EntrySegment = Extract<Segment, { is: 'entry' }>;

/**
 * A journal or progress log: an entry a dated section (`journal-segments.ts` says where entries begin).
 *
 * The file's title, from frontmatter or its first H1, is every entry's `data.title`. What else stands before the first entry is published as a
 * page of its own, not counted in `record.entries`, so that no line is lost; a template is named in `skipped`. References in the
 * frontmatter belong to the first entry. A file without a dated heading is one entry, and `undated-journal` unless its date stands elsewhere.
 */
export function parseDatedSections(source: SourceFile, kind: 'journal' | 'progress'): Reading {
  const { path } = source;
  const frontmatter = readFrontmatter(path, source.text);
  const lines = frontmatter.body.split(/(?<=\n)/);
  const segments = divideJournal(findSections(frontmatter.body), lines.length);
  const entrySegments = segments.filter((segment) => segment.is === 'entry');
  const templates = segments.filter((segment) => segment.is === 'template');
  if (entrySegments.length + templates.length === 0) return parseUndated(source, kind);

  const journal: Journal = {
    source,
    kind,
    frontmatter,
    lines,
    ...validateFrontmatter(path, frontmatter, kindDescriptions[kind].schema, kindDescriptions[kind].singular),
  };
  const preamble = parsePreamble(journal, segments);
  const title = journal.data['title'] ?? preamble.title;
  const sections = entrySegments.map((segment) => parseSection(journal, segment, title));
  const parts = [...withUniqueIds(sections, path), ...preamble.parts];
  const offset = frontmatter.bodyFirstLine - 1;
  return {
    ...nothingRead,
    kind,
    alsoRead: [
      { from: 1, to: offset },
      ...segments.filter(({ is }) => is !== 'entry').map(({ from, to }) => ({ from: from + offset, to: to + offset })),
    ],
    entries: parts.map(({ entry }, part) => ({ ...(part === 0 ? withReferences(entry, journal) : entry), part })),
    bodies: parts.map(({ body }) => body),
    // Title and date, which the kind's schema asks for, stand in the headings here.
    problems: [
      ...source.problems,
      ...frontmatter.problems,
      ...journal.problems,
      ...entrySegments.flatMap((segment) => impossibleDate(journal, segment)),
    ],
    skipped: templates.map(({ from, to }) => ({ path, reason: `Lines ${from + offset} to ${to + offset} are a template, not an entry` })),
  };
}

interface Journal {
  readonly source: SourceFile;
  readonly kind: 'journal' | 'progress';
  readonly frontmatter: Frontmatter;
  /** Of the body, with their line ends. */
  readonly lines: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

interface Part {
  readonly entry: ParsedEntry;
  readonly body: Body;
}

function parseUndated(source: SourceFile, kind: 'journal' | 'progress'): Reading {
  const parsed = parseEntry(source, kind);
  const [entry] = parsed.entries;
  const undated = problem('undated-journal', { path: source.path, line: 1, column: 1 }, {});
  if (entry === undefined || entry.date === null) return { ...parsed, problems: [...parsed.problems, undated] };
  return entry.inferred.includes('date') ? { ...parsed, strictProblems: [...parsed.strictProblems, undated] } : parsed;
}

function parseSection(journal: Journal, { from, to, heading, dated }: EntrySegment, title: unknown): Part {
  const { source, kind, frontmatter, lines, data } = journal;
  const offset = frontmatter.bodyFirstLine - 1;
  const own = lines.slice(from - 1, to);
  const rendered = renderMarkdown(withHeadingAsTitle(own).join(''), { path: source.path, lineOffset: offset + from - 1 });
  const markdown = own.join('');
  const stated = inferMetadata(markdown);
  const { id, beforeHash } = sectionIdOf(kind, source.path, dated.date, dated.title, `${source.path}#${heading.text}`);
  const shownTitle = dated.title === '' ? dated.written : dated.title;
  return {
    entry: {
      id,
      beforeHash,
      kind,
      title: shownTitle,
      anchor: anchorOf(shownTitle),
      date: dated.real ? dated.date : null,
      tags: textsIn(data, 'tags') ?? stated.tags,
      path: source.path,
      line: from + offset,
      lastLine: lastWritten(lines, from, to) + offset,
      lineageKey: id.slice(kind.length + 1),
      aliases: [],
      excerpt: rendered.excerpt,
      data: title === null ? data : { ...data, title },
      places: frontmatter.valuePlaces,
      inferred: textsIn(data, 'tags') === null && stated.tags.length > 0 ? ['tags'] : [],
      headings: rendered.headings,
      links: rendered.links,
      mentions: rendered.mentions,
      hasDiagram: rendered.hasDiagram,
      hasMath: rendered.hasMath,
      words: rendered.words,
      digest: source.digest,
      part: 0,
    },
    body: { html: rendered.html, markdown },
  };
}

/** What stands outside entries and templates: the file's title, and a page if there is more than headings and rules. */
function parsePreamble(
  { source, kind, frontmatter, lines }: Journal,
  segments: readonly Segment[],
): { readonly title: string | null; readonly parts: readonly Part[] } {
  const preambles = segments.filter((segment) => segment.is === 'preamble');
  const first = preambles[0];
  const last = preambles.at(-1);
  if (first === undefined || last === undefined) return { title: null, parts: [] };
  const own = segments.flatMap(({ is, from, to }) =>
    lines.slice(from - 1, to).map((line) => (is === 'preamble' ? line : line.replace(/[^\r\n]+/, ''))),
  );
  const offset = frontmatter.bodyFirstLine - 1;
  const body = own.join('');
  const rendered = renderMarkdown(body, { path: source.path, lineOffset: offset });
  if (!own.some(isProse)) return { title: rendered.title, parts: [] };
  const named = nameEntry({ kind: 'page', path: source.path, data: {}, rendered, stated: inferMetadata(body) });
  const entry = entryOf(source, 'page', frontmatter, {}, rendered, named);
  const range = { line: first.from + offset, lastLine: lastWritten(lines, first.from, last.to) + offset };
  // The file's frontmatter and date are about its entries; this page only introduces them.
  return {
    title: rendered.title,
    parts: [{ entry: { ...entry, ...range, date: null, data: { introduces: kind } }, body: { html: rendered.html, markdown: body } }],
  };
}

/**
 * Sections of one file with the same date and title get six hex digits of their own text, all of them. Ones that are also alike in their
 * text are counted from the end of the file, where a journal does not grow.
 */
function withUniqueIds(parts: readonly Part[], path: string): Part[] {
  const taken = Map.groupBy(parts, ({ entry }) => entry.id);
  const seen = new Map<string, number>();
  return parts
    .toReversed()
    .map((part) => {
      const { entry, body } = part;
      if (taken.get(entry.id)?.length === 1) return part;
      const same = `${entry.id}\n${body.markdown.trimEnd()}`;
      const before = seen.get(same) ?? 0;
      seen.set(same, before + 1);
      const id: ParsedEntry['id'] = `${entry.beforeHash}-${pathHash(`${path}\n${same}\n${before === 0 ? '' : before}`)}`;
      return { body, entry: { ...entry, id, lineageKey: id.slice(entry.kind.length + 1) } };
    })
    .toReversed();
}

function withReferences(entry: ParsedEntry, { data, frontmatter }: Journal): ParsedEntry {
  return {
    ...entry,
    aliases: textsIn(data, 'aliases') ?? [],
    links: [...entry.links, ...referenceLinks(data, frontmatter.valuePlaces)],
    mentions: [...entry.mentions, ...commitMentions(data, frontmatter.valuePlaces)],
  };
}

function impossibleDate({ source, frontmatter, lines }: Journal, { from, dated }: EntrySegment): Problem[] {
  if (dated.real) return [];
  const index = (lines[from - 1] ?? '').indexOf(dated.written);
  const column = Math.max(index, 0) + 1;
  const place = {
    path: source.path,
    line: from + frontmatter.bodyFirstLine - 1,
    column,
    endColumn: column + (index < 0 ? 0 : dated.written.length),
  };
  return [problem('impossible-date', place, { key: 'heading', found: dated.written })];
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

function lastWritten(lines: readonly string[], from: number, to: number): number {
  let last = to;
  while (last > from && (lines[last - 1] ?? '').trim() === '') last -= 1;
  return last;
}

function isProse(line: string): boolean {
  const text = line.trim();
  return text !== '' && !/^#{1,6}(\s|$)/.test(text) && !/^(?:[-*_=][ \t]*)+$/.test(text);
}
