import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { renderMarkdown } from '#markdown/render-markdown.ts';
import type { ValuePlace } from '#schemas/entry.ts';
import type { RawValue } from '#schemas/fields.ts';
import { text as textField } from '#schemas/fields.ts';
import { logSchema } from '#schemas/log.ts';
import { openItemsKey, openItemsOf } from '#schemas/open-items.ts';
import { bodyData } from '#ingest/entries/body-data.ts';
import { doubleEncodings } from '#ingest/text/double-encoding.ts';
import { frontmatterText } from '#ingest/frontmatter/frontmatter-text.ts';
import { jsonKeys } from './json-keys.ts';
import { nameLog } from './name-log.ts';
import { entryOf } from '#ingest/entries/parse-entry.ts';
import { parsePlain } from '#ingest/entries/parse-plain.ts';
import { nothingRead, type Body, type ParsedEntry, type Reading, type SourceFile } from '#ingest/parsed-file.ts';
import { isJsonError, readJson, type JsonNode } from '#ingest/text/read-json.ts';
import { sectionIdOf, slugify } from '#ingest/text/slug.ts';
import { sourceLines } from '#ingest/text/source-lines.ts';
import { textPlaces, type TextPlaces } from '#diagnostics/text-places.ts';
import { validateFrontmatter } from '#ingest/frontmatter/validate-frontmatter.ts';

/**
 * Whether a text is, or was meant to be, engineering logs in JSON (seed `engineering-log-template.md`): an object, or a list of them, with a subject and an
 * achievement, or two of the other keys beside one of both. The template itself, whose values are words in `<…>`, is none. Linear in the text.
 */
export function isLogJson(text: string): boolean {
  if (!/^\s*(?:\[\s*)?\{/.test(text) || /"subject"\s*:\s*"</.test(text)) return false;
  const has = (key: string): boolean => new RegExp(`"${key}"\\s*:`).test(text);
  const main = ['subject', 'achievement', 'rationale'].filter(has);
  return main.length >= 2 || (main.length === 1 && ['metrics', 'conclusions', 'related_files', 'next_steps'].filter(has).length >= 2);
}

/** What the seed's JSON has beside the keys of the frontmatter. */
const logJsonSchema = logSchema.extend({ achievement: textField, rationale: textField, body: textField.optional() });

/** Sections of the body, by their keys in the JSON. */
const sections = [
  { key: 'achievement', heading: '## Achievement\n\n' },
  { key: 'rationale', heading: '## Rationale\n\n' },
  { key: 'body', heading: '' },
] as const;
const sectionKeys = new Set<string>(sections.map(({ key }) => key));
const textLists = new Set(['tags', 'related_files', 'commits', 'references', 'conclusions', 'next_steps']);

/**
 * An engineering log in JSON, or a list of them: entries like those of Markdown files, at the lines of their objects. What is missing is a problem of strict
 * workspaces only; keys that are unknown or hold something else are problems everywhere. Text that is no JSON is shown as it stands, with
 * a problem where it breaks. The Markdown of an entry is the log in its canonical form, every key included.
 */
export function parseLogJson(source: SourceFile): Reading {
  const { path, text } = source;
  const places = textPlaces(text);
  const read = readJson(text);
  if (isJsonError(read)) {
    const place = { path, ...places.placeOf(read.offset, read.offset + 1) };
    return { ...parsePlain(source), problems: [...source.problems, problem('invalid-log-json', place, { expected: read.expected })] };
  }
  const items = read.type === 'array' ? read.items : [read];
  const logs = items.flatMap((item) => (item.type === 'object' ? [item] : []));
  if (logs.length === 0) return { ...parsePlain(source), problems: [...source.problems, notALog(path, read, places)] };
  const isList = read.type === 'array';
  const parsed = logs.map((log, part) => parseLog(source, log, places, isList ? part : null));
  return {
    ...nothingRead,
    kind: 'log',
    entries: parsed.map(({ entry }) => entry),
    bodies: parsed.map(({ body }) => body),
    // The brackets and commas between the objects.
    alsoRead: [{ from: 1, to: sourceLines(text).length }],
    problems: [
      ...source.problems,
      ...items.filter(({ type }) => type !== 'object').map((item) => notALog(path, item, places)),
      ...parsed.flatMap(({ problems }) => problems),
      ...doubleEncodings(path, text),
    ],
    strictProblems: parsed.flatMap(({ missing }) => missing),
  };
}

interface ParsedLog {
  readonly entry: ParsedEntry;
  readonly body: Body;
  readonly problems: readonly Problem[];
  readonly missing: readonly Problem[];
}

/** @param part which item of a list it is; null for a file of one log */
function parseLog(source: SourceFile, object: Extract<JsonNode, { type: 'object' }>, places: TextPlaces, part: number | null): ParsedLog {
  const { path, text } = source;
  const { frontmatter, refused } = jsonKeys(object, text, places, textLists);
  const { data: stated, places: valuePlaces, problems, missing } = validateFrontmatter(path, frontmatter, logJsonSchema, 'log');
  const data = Object.fromEntries(Object.entries(stated).filter(([key]) => !sectionKeys.has(key)));
  const rendered = renderSections(path, frontmatter.data, frontmatter.valuePlaces, frontmatter.fence);
  const named = nameLog(path, data, rendered.excerpt);
  const read = rendered.open.length === 0 ? data : { ...data, [openItemsKey]: rendered.open };
  // An item of a list knows its own lines; counting those of the file for each would take quadratic time.
  const whole = entryOf(
    { ...source, text: part === null ? source.text : '' },
    'log',
    { ...frontmatter, valuePlaces },
    read,
    rendered,
    named,
  );
  const line = places.placeOf(object.start, object.start).line;
  const lastLine = places.placeOf(object.end - 1, object.end).line;
  const entry = part === null ? whole : { ...whole, ...idInList(path, named, part), line, lastLine, part };
  return {
    entry,
    body: { html: rendered.html, markdown: canonicalText(frontmatter.data) },
    problems: [
      ...refused.map(({ key, start }) =>
        problem('invalid-log-json', { path, ...places.placeOf(start, start + key.length + 2) }, { expected: anotherKey(key) }),
      ),
      ...problems,
    ],
    missing: [...missing.values()],
  };
}

function anotherKey(key: string): string {
  return key === '__proto__' ? 'another key than "__proto__"' : `"${key}" only once, and what it says the second time not`;
}

function notALog(path: string, node: JsonNode, places: TextPlaces): Problem {
  const words = { array: 'list', object: 'group of keys', string: 'text', literal: 'value', deep: 'value' } as const;
  const found = node.type === 'array' && node.items.length === 0 ? 'empty list' : words[node.type];
  return problem('wrong-type', { path, ...places.placeOf(node.start, node.end) }, { key: 'log', found, expected: 'a group of keys' });
}

/** Like that of a dated section: the file, the date and the subject. */
function idInList(path: string, { title, date }: { readonly title: string; readonly date: string | null }, part: number) {
  const identity = sectionIdOf('log', path, date ?? 'undated', title, `${path}#${title}#${part}`);
  return { ...identity, lineageKey: slugify(title).slug };
}

/** The sections as one Markdown text, rendered, with everything found in it at the line of its key: a text in JSON stands on one line. */
function renderSections(
  path: string,
  data: Readonly<Record<string, RawValue>>,
  places: Readonly<Record<string, ValuePlace>>,
  fence: ValuePlace,
) {
  const lines: ValuePlace[] = [];
  const parts: string[] = [];
  for (const { key, heading } of sections) {
    const words = prose(data[key]);
    if (words === '') continue;
    const part = `${heading}${words}\n\n`;
    parts.push(part);
    const place = places[key] ?? fence;
    lines.push(
      ...part
        .split(/\r\n|\r|\n/)
        .slice(1)
        .map(() => place),
    );
  }
  const body = bodyData('log', parts.join(''), 0);
  const rendered = renderMarkdown(parts.join(''), { path, lineOffset: 0, anchors: body.anchors });
  const inFile = <Found extends { readonly line: number }>(found: Found): Found => ({ ...found, ...(lines[found.line - 1] ?? fence) });
  const open = openItemsOf({ data: body.data, places: {}, line: 1 }).map((item) => ({ ...item, line: inFile(item).line }));
  return {
    ...rendered,
    open,
    links: rendered.links.map(inFile),
    mentions: rendered.mentions.map(inFile),
    headings: rendered.headings.map((heading) => ({ ...heading, line: inFile(heading).line })),
  };
}

/** One text, or its paragraphs. */
function prose(value: RawValue | undefined): string {
  if (typeof value === 'string') return value.trim();
  return value === undefined
    ? ''
    : Object.values(value)
        .map(prose)
        .filter((part) => part !== '')
        .join('\n\n');
}

function canonicalText(data: Readonly<Record<string, RawValue>>): string {
  const keys = Object.fromEntries(Object.entries(data).filter(([key]) => !sectionKeys.has(key)));
  const parts = sections.map(({ key, heading }) => ({ heading, words: prose(data[key]) })).filter(({ words }) => words !== '');
  return `${[frontmatterText(keys), ...parts.map(({ heading, words }) => heading + words)].join('\n\n')}\n`;
}
