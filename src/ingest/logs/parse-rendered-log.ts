import type { Problem } from '#diagnostics/diagnostic.ts';
import { renderMarkdown } from '#markdown/render-markdown.ts';
import type { RenderedMarkdown } from '#markdown/rendered-markdown.ts';
import type { Heading } from '#schemas/entry.ts';
import { logSchema } from '#schemas/log.ts';
import { logSections } from '#schemas/log-sections.ts';
import { doubleEncodings } from '#ingest/text/double-encoding.ts';
import type { Frontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { bodyData } from '#ingest/entries/body-data.ts';
import { nameLog } from './name-log.ts';
import { entryOf } from '#ingest/entries/parse-entry.ts';
import { nothingRead, type Reading, type SourceFile } from '#ingest/parsed-file.ts';
import { readRenderedLog, type RenderedLog } from './read-rendered-log.ts';
import { sourceLines } from '#ingest/text/source-lines.ts';
import { missingKey, validateFrontmatter } from '#ingest/frontmatter/validate-frontmatter.ts';

/** A subject may be long, and blank lines may stand anywhere; what tells stands above the first section. */
const headLength = 8_192;

/**
 * Whether a Markdown text is a log as the script of the seed renders it (formats.md, "Rendered engineering logs"): a title, a bold Date or
 * Timestamp, then Achievement as its first section, and Rationale. Nothing else is written so. Linear in the text.
 */
export function isRenderedLog(text: string): boolean {
  const head = text.slice(0, headLength);
  if (!/^\s*# /.test(head)) return false;
  const firstSection = /^## .*$/m.exec(head);
  if (firstSection === null || !/^## achievement[ \t]*\r?$/i.test(firstSection[0])) return false;
  const above = head.slice(0, firstSection.index);
  // Several in one line, divided by pipes, are somebody's own way of writing: they are read as in any other text.
  return /^\*\*(?:Date|Timestamp)(?::\*\*|\*\*:)[^|\n]*$/im.test(above) && /^## rationale[ \t]*\r?$/im.test(text);
}

/**
 * A rendered log as the entry that its data was rendered from: the same keys as a log with frontmatter, at the lines where they stand, all of them
 * named in `inferred`. What became data is left out of the HTML, since the page of a log shows it already; everything else is the log's text.
 */
export function parseRenderedLog(source: SourceFile): Reading {
  const { path, text } = source;
  const log = readRenderedLog(path, text);
  const frontmatter = asFrontmatter(log);
  const { data, problems } = validateFrontmatter(path, frontmatter, logSchema, 'log');
  // Rendered twice: the second shows only what is text, the first knows what the whole of it links to.
  const whole = renderMarkdown(text, { path, lineOffset: 0 });
  const free = withoutLines(text, log.taken);
  const body = bodyData('log', free, 0);
  const rest = renderMarkdown(free, { path, lineOffset: 0, anchors: body.anchors });
  const rendered = merge(whole, rest, log);
  const named = nameLog(path, data, whole.excerpt);
  const inferred = [...new Set([...named.inferred, ...Object.keys(data)])];
  return {
    ...nothingRead,
    kind: 'log',
    entries: [entryOf(source, 'log', frontmatter, { ...data, ...body.data }, rendered, { ...named, inferred })],
    bodies: [{ html: rest.html, markdown: text }],
    problems: [...source.problems, ...log.problems, ...problems, ...doubleEncodings(path, text)],
    strictProblems: missingKeys(path),
  };
}

function asFrontmatter({ data, places, heading }: RenderedLog): Frontmatter {
  const line = heading?.number ?? 1;
  return {
    present: false,
    damaged: false,
    data,
    body: '',
    bodyFirstLine: 1,
    fence: { line, column: 1, endColumn: (heading?.text.length ?? 0) + 1 },
    keyPlaces: places,
    valuePlaces: places,
    problems: [],
  };
}

/** Lines keep their numbers. */
function withoutLines(text: string, taken: ReadonlySet<number>): string {
  return sourceLines(text)
    .map((line) => (taken.has(line.number) ? '' : line.text))
    .join('\n');
}

/** The facts of the whole text, for HTML that shows a part of it: its links come first, since the HTML counts them. */
function merge(whole: RenderedMarkdown, rest: RenderedMarkdown, { taken, places }: RenderedLog): RenderedMarkdown {
  const linesOf = (...keys: readonly string[]): ReadonlySet<number> =>
    new Set(Object.entries(places).flatMap(([path, { line }]) => (keys.includes(path.split('.')[0] ?? '') ? [line] : [])));
  // Those are linked by their keys, as in frontmatter.
  const byKey = linesOf('related_files', 'commits');
  const references = linesOf('references');
  return {
    ...rest,
    links: [
      ...rest.links,
      ...whole.links.filter(({ line, form }) => taken.has(line) && !byKey.has(line) && !(form === 'path' && references.has(line))),
    ],
    mentions: whole.mentions.filter(({ line }) => !byKey.has(line)),
    headings: [...rest.headings, ...whole.headings.flatMap((heading) => (taken.has(heading.line) ? onThePage(heading) : []))].sort(
      (a, b) => a.line - b.line,
    ),
    excerpt: whole.excerpt,
    words: whole.words,
  };
}

/** The heading of a section that became data, where the page of a log shows that. */
function onThePage(heading: Heading): Heading[] {
  const name = heading.text.trim().toLowerCase();
  const section = logSections.find((each) => each.heading.toLowerCase() === name);
  return section === undefined ? [] : [{ ...heading, anchor: section.anchor }];
}

/** A strict workspace wants the keys as frontmatter. */
function missingKeys(path: string): Problem[] {
  const nothingStated = asFrontmatter({ data: {}, places: {}, heading: null, taken: new Set(), problems: [] });
  return ['subject', 'date', 'tags'].map((key) => missingKey({ path, frontmatter: nothingStated, kind: 'log' }, key));
}
