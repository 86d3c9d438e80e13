import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { anchorOf } from '#markdown/anchors.ts';
import { escapeText } from '#markdown/plain-text.ts';
import { renderMarkdown } from '#markdown/render-markdown.ts';
import type { RenderedMarkdown } from '#markdown/rendered-markdown.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import { bodyData, type BodyData } from './body-data.ts';
import { splitStem } from '#ingest/text/dates.ts';
import { readFrontmatter, type Frontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { inferMetadata, type InferredMetadata } from './infer-metadata.ts';
import { nothingRead, type ParsedEntry, type Reading, type SourceFile } from '#ingest/parsed-file.ts';
import { commitMentions, referenceLinks } from './reference-links.ts';
import { idOf, lineageKeyOf, stemOf } from '#ingest/text/slug.ts';
import { sourceLines } from '#ingest/text/source-lines.ts';
import { missingKey, validateFrontmatter } from '#ingest/frontmatter/validate-frontmatter.ts';

/**
 * A Markdown file that is one entry: log, idea, report, progress entry, experiment summary or page.
 *
 * Title, date and tags that frontmatter does not state come from the text and the file's name, and are named in `inferred`. That a required
 * key is missing is a problem everywhere only if the file has frontmatter and the key could not be inferred; else only a strict workspace
 * demands it (`strictProblems`).
 */
export function parseEntry(source: SourceFile, kind: Kind): Reading {
  const { path } = source;
  const description = kindDescriptions[kind];
  const frontmatter = readFrontmatter(path, source.text);
  const {
    data: valid,
    places: valuePlaces,
    problems,
    missing,
  } = validateFrontmatter(path, frontmatter, description.schema, description.singular);
  const lineOffset = frontmatter.bodyFirstLine - 1;
  const read = bodyData(kind, frontmatter.body, lineOffset);
  const rendered = renderMarkdown(frontmatter.body, { path, lineOffset, anchors: read.anchors });
  const stated = inferMetadata(frontmatter.body, kind, lineOffset);
  const { data, places, inferred } = withInferred({ ...frontmatter, valuePlaces }, valid, stated, read);
  const names = nameEntry({ kind, path, data: valid, rendered, stated });
  const named = { ...names, inferred: [...names.inferred, ...inferred] };
  const lacking = [
    ...missing,
    ...(kind === 'report' && !frontmatter.damaged ? missingEvidence(path, frontmatter) : []),
    ...description.sections.flatMap((section) => missingSection(path, kind, rendered, section)),
  ];
  const isLenient = ([key]: readonly [string, Problem]): boolean => !frontmatter.present || named.inferred.includes(key);

  return {
    ...nothingRead,
    kind,
    entries: [entryOf(source, kind, { ...frontmatter, valuePlaces: places }, data, rendered, named)],
    bodies: [{ html: htmlOf(rendered, named), markdown: source.text }],
    problems: [
      ...source.problems,
      ...frontmatter.problems,
      ...problems,
      ...lacking.filter((each) => !isLenient(each)).map(([, found]) => found),
    ],
    strictProblems: lacking.filter(isLenient).map(([, found]) => found),
  };
}

/**
 * What a file says of itself outside frontmatter, beside what its frontmatter says. Labels in the text (`**Status:** …`) count only where there
 * is no frontmatter: beside it they are writing.
 */
function withInferred(
  { present, data: raw, valuePlaces }: Frontmatter,
  valid: Readonly<Record<string, unknown>>,
  stated: InferredMetadata,
  body: BodyData,
): { readonly data: Readonly<Record<string, unknown>>; readonly places: Frontmatter['valuePlaces']; readonly inferred: readonly string[] } {
  const places = { ...body.places, ...(present ? {} : stated.places) };
  const isFree = ([key]: readonly [string, unknown]): boolean => !Object.hasOwn(raw, key);
  const found = Object.entries({ ...body.data, ...(present ? {} : stated.data) }).filter(isFree);
  const free = Object.entries(places).filter(isFree);
  return {
    data: { ...valid, ...Object.fromEntries(found) },
    places: { ...valuePlaces, ...Object.fromEntries(free) },
    inferred: free.map(([key]) => key),
  };
}

/** Title, date and tags of an entry, and which of them were inferred. */
export interface NamedEntry {
  readonly title: string;
  readonly date: string | null;
  readonly tags: readonly string[];
  readonly inferred: readonly string[];
}

interface Naming {
  readonly kind: Kind;
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly rendered: Pick<RenderedMarkdown, 'title'>;
  readonly stated: InferredMetadata;
}

/** Title: frontmatter, first H1, a `Title:` line, the file's name. Date: frontmatter, the file's name, a `Date:` line. */
export function nameEntry({ kind, path, data, rendered, stated }: Naming): NamedEntry {
  const titleKey = kind === 'log' ? 'subject' : 'title';
  const stem = splitStem(stemOf(kind, path));
  const statedTitle = textIn(data, titleKey);
  const statedDate = textIn(data, 'date');
  const statedTags = textsIn(data, 'tags');
  const date = statedDate ?? stem.date ?? stated.date;
  const tags = statedTags ?? stated.tags;
  return {
    title: statedTitle ?? (rendered.title?.trim() || stated.title || stem.key),
    date,
    tags,
    inferred: [
      ...(statedTitle === null ? [titleKey] : []),
      ...(statedDate === null && date !== null ? ['date'] : []),
      ...(statedTags === null && tags.length > 0 ? ['tags'] : []),
    ],
  };
}

/**
 * The HTML of a body. The pipeline leaves the first H1 out, because the page shows it as its title; where frontmatter gives the entry another
 * title, the H1's words come back as a paragraph.
 */
export function htmlOf({ html, title, headings }: RenderedMarkdown, named: NamedEntry): string {
  const isLeftOut = title !== null && !headings.some(({ depth, text }) => depth === 1 && text === title);
  return isLeftOut && title.trim() !== '' && title !== named.title ? `<p><strong>${escapeText(title)}</strong></p>\n${html}` : html;
}

/** Puts together the metadata of an entry that is a whole file. */
export function entryOf(
  source: SourceFile,
  kind: Kind,
  frontmatter: Frontmatter,
  data: Readonly<Record<string, unknown>>,
  rendered: RenderedMarkdown,
  named: NamedEntry,
): ParsedEntry {
  return {
    ...idOf(kind, source.path),
    kind,
    ...named,
    anchor: anchorOf(named.title),
    path: source.path,
    line: 1,
    lastLine: Math.max(1, sourceLines(source.text).length),
    lineageKey: lineageKeyOf(kind, source.path),
    aliases: textsIn(data, 'aliases') ?? [],
    excerpt: rendered.excerpt,
    data,
    places: frontmatter.valuePlaces,
    headings: rendered.headings,
    // The HTML counts the links of the body, so they come first.
    links: [...rendered.links, ...referenceLinks(data, frontmatter.valuePlaces)],
    mentions: [...rendered.mentions, ...commitMentions(data, frontmatter.valuePlaces)],
    hasDiagram: rendered.hasDiagram,
    hasMath: rendered.hasMath,
    words: rendered.words,
    digest: source.digest,
    part: 0,
  };
}

/** A report rests on an idea or on runs (contract "Required keys"), which a schema of single keys cannot say. */
function missingEvidence(path: string, frontmatter: Frontmatter): [string, Problem][] {
  const states = (key: string): boolean => Object.hasOwn(frontmatter.data, key);
  const key = 'idea or runs';
  return states('idea') || states('runs') ? [] : [[key, missingKey({ path, frontmatter, kind: 'report' }, key)]];
}

function missingSection(path: string, kind: Kind, { headings }: RenderedMarkdown, section: string): [string, Problem][] {
  const wanted = section.toLowerCase();
  if (headings.some(({ text }) => text.trim().toLowerCase() === wanted)) return [];
  return [[section, problem('missing-section', { path, line: 1, column: 1 }, { section, kind: kindDescriptions[kind].singular })]];
}

function textIn(data: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === 'string' ? value : null;
}

/** A list of texts, or null where the key holds none (a program's `tags` may be a vocabulary). */
export function textsIn(data: Readonly<Record<string, unknown>>, key: string): string[] | null {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : null;
}
