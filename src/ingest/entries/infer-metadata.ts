import type { ValuePlace } from '#schemas/entry.ts';
import type { DateText } from '#schemas/fields.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import { z } from 'zod';
import { findDate } from '#ingest/text/dates.ts';
import { sourceLines, type SourceLine } from '#ingest/text/source-lines.ts';

/** What the text of a file without frontmatter says about itself. */
export interface InferredMetadata {
  readonly title: string | null;
  readonly date: DateText | null;
  readonly tags: readonly string[];
  /** Further keys that the kind knows, or that every kind may have. Never reported on: nobody wrote them as frontmatter. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Where the values of `data` stand. */
  readonly places: Readonly<Record<string, ValuePlace>>;
}

/** Further down a `Date:` is part of the writing. */
const linesToRead = 60;
const longestLine = 1000;

/**
 * Reads the metadata that files without frontmatter carry in their first lines, outside code fences (formats.md, "The real world", Metadata):
 * `**Date:** 2026-01-04` and `**Date**: …`, several on one line with pipes, points or nothing between them, `- Start Date: …`, `Source: …`.
 * The first of each wins. Title, date and tags may stand anywhere in the first 60 lines, everything else above the second heading.
 *
 * @param lineOffset lines of the file before `body`
 */
export function inferMetadata(body: string, kind: Kind, lineOffset: number): InferredMetadata {
  const all = labelledValues(sourceLines(body).slice(0, linesToRead));
  const stated = new Map<string, LabelledValue>();
  for (const labelled of all) if (!stated.has(labelled.label)) stated.set(labelled.label, labelled);
  const textOf = (label: string): string => stated.get(label)?.value ?? '';
  const dates = dateLabels.map((label) => findDate(textOf(label)));
  const title = textOf('title');
  return {
    title: title === '' ? null : title,
    date: dates.find((found) => found?.real === true)?.date ?? null,
    tags: tagsIn(textOf('tags')),
    ...furtherData([...stated.values()], kind, lineOffset),
  };
}

/** In the order of trust. */
const dateLabels = [
  ...['timestamp', 'date', 'created', 'start date', 'started', 'when'],
  ...['report date', 'analysis date', 'generated', 'recorded', 'written'],
] as const;

/** The date that stands right below a heading: `**Date:** 2026-01-04`, or a line that is nothing but a date. Null where there is none. */
export function statedDateBelow(
  lines: readonly string[],
  heading: number,
): { readonly date: DateText; readonly real: boolean; readonly written: string } | null {
  const below: SourceLine[] = [];
  for (let index = heading; index < lines.length && index < heading + 8 && below.length < 4; index++) {
    const text = (lines[index] ?? '').trimEnd();
    if (/^ {0,3}(?:#{1,6}\s|`{3}|~{3})/.test(text)) break;
    if (text !== '' && !/^ {0,3}(?:=+|-+)$/.test(text)) below.push({ number: index + 1, text });
  }
  const bare = /^[*_`[(]{0,3}([^*_`[\]()]{6,40})[*_`\])]{0,3}$/.exec(below[0]?.text.trim() ?? '')?.[1]?.trim();
  const labelled = labelledValues(below).find(({ label }) => ['date', 'timestamp', 'when'].includes(label))?.value;
  const found = [bare, labelled].map((text) => findDate(text ?? ''));
  const own = found[0]?.start === 0 && found[0].end === bare?.length ? found[0] : found[1];
  if (own?.start !== 0) return null;
  return { date: own.date, real: own.real, written: (bare ?? labelled ?? '').slice(0, own.end) };
}

interface LabelledValue {
  /** In lower case, words divided by one space. */
  readonly label: string;
  readonly value: string;
  readonly line: number;
  readonly column: number;
  /** Whether it stands above the second heading. */
  readonly isInHead: boolean;
}

function labelledValues(lines: readonly SourceLine[]): LabelledValue[] {
  const values: LabelledValue[] = [];
  let fence: string | null = null;
  let headings = 0;
  for (const { number, text } of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true) fence = null;
    } else if (mark !== undefined) {
      fence = mark;
    } else if (/^ {0,3}#{1,6}\s/.test(text)) {
      headings += 1;
    } else if (text.length <= longestLine) {
      for (const part of partsOf(text)) {
        const found = labelledValue(part);
        if (found === null) continue;
        values.push({ ...found, line: number, column: text.indexOf(found.value) + 1, isInHead: headings < 2 });
      }
    }
  }
  return values;
}

/** `**Date:** … | **Author:** …`, `**Date:** … · …` and `**Date:** … **Author:** …` hold several. */
function partsOf(line: string): string[] {
  return line.split(/\s*\|\s*|\s+[·•]\s+|\s+(?=\*\*[^*]{1,40}(?::\*\*|\*\*\s?:))/);
}

function labelledValue(text: string): { readonly label: string; readonly value: string } | null {
  const plain = text
    .replaceAll('**', '')
    .replaceAll('__', '')
    .replace(/^\s*(?:[-*+]|>)\s+/, '');
  const colon = plain.indexOf(':');
  if (colon < 1 || colon > 40) return null;
  const label = plain
    .slice(0, colon)
    .replace(/\([^()]*\)/g, '')
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
  const value = plain.slice(colon + 1).trim();
  return label === '' || value === '' ? null : { label, value };
}

function tagsIn(value: string): string[] {
  const tags = value.split(/[,;]/).map((tag) => tag.replace(/[`#[\]"']/g, '').trim());
  return [...new Set(tags)].filter((tag) => tag !== '' && !isNone(tag));
}

/** What any kind of file may say of itself, as text. */
const commonKeys: ReadonlySet<string> = new Set([
  ...['status', 'author', 'owner', 'source', 'url', 'phase', 'branch', 'priority', 'version', 'updated', 'project', 'abandoned'],
]);
const commonLists: ReadonlySet<string> = new Set(['commits', 'related_files']);
/** Other words for a key. */
const synonyms: Readonly<Record<string, string>> = {
  authors: 'author',
  by: 'author',
  link: 'url',
  commit: 'commits',
  'commit hash': 'commits',
  files: 'related_files',
  'current phase': 'phase',
  'last updated': 'updated',
  'next planned update': 'next_update',
  'expected effect': 'expected',
};
/** Read elsewhere, or too much for a line. */
const notHere: ReadonlySet<string> = new Set(['title', 'subject', 'date', 'tags', 'metrics', 'conclusions', 'next_steps']);

/**
 * The keys that a kind's schema has, and the common ones, each held against its field. What does not fit is no metadata but writing.
 * `Status` stays the prose it is: `❌ SHELVED 2026-04-19 — tested as spec 002`.
 */
function furtherData(stated: readonly LabelledValue[], kind: Kind, lineOffset: number): Pick<InferredMetadata, 'data' | 'places'> {
  const { schema } = kindDescriptions[kind];
  // `instanceof` knows nothing of the shape; what every object schema has is said here.
  const fields = schema instanceof z.ZodObject ? (schema.shape as Readonly<Record<string, z.core.$ZodType>>) : {};
  const data: Record<string, unknown> = {};
  const places: Record<string, ValuePlace> = {};
  for (const { label, value, line, column, isInHead } of stated) {
    const key = Object.hasOwn(synonyms, label) ? (synonyms[label] ?? label) : label.replaceAll(' ', '_').replaceAll('-', '_');
    if (!isInHead || notHere.has(key) || Object.hasOwn(data, key) || isNone(value)) continue;
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const read = readValue(value, key, field);
    if (read === undefined) continue;
    data[key] = read;
    places[key] = { line: line + lineOffset, column, endColumn: column + value.length };
  }
  return { data, places };
}

function readValue(value: string, key: string, field: z.core.$ZodType | undefined): unknown {
  const text = plainValue(value, key);
  if (commonKeys.has(key)) return text;
  const items = text
    .split(/,\s+|;\s+/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (commonLists.has(key)) return items;
  if (field === undefined) return undefined;
  const date = findDate(text);
  for (const candidate of [text, items, ...(date?.start === 0 ? [date.date] : []), /^[\d.]+(?=\s*\/\s*10\b)/.exec(text)?.[0]]) {
    const read = candidate === undefined ? null : z.safeParse(field, candidate);
    if (read?.success === true) return read.data;
  }
  return undefined;
}

/** Without code marks and emphasis; of a link its words, or its address where that is what the key asks for. */
function plainValue(value: string, key: string): string {
  const part = key === 'url' || key === 'source' ? '$2' : '$1';
  return value
    .replace(/\[([^[\]]{1,300})\]\(([^()\s]{1,500})\)/g, part)
    .replaceAll('`', '')
    .replace(/^[*_]+|[*_]+$/g, '')
    .trim();
}

function isNone(text: string): boolean {
  return /^(?:none|n\/a|-|—|tbd)$/i.test(text);
}
