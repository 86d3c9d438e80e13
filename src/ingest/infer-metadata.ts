import type { DateText } from '#schemas/fields.ts';
import { findDate } from './dates.ts';
import { sourceLines } from './source-lines.ts';

/** What the text of a file without frontmatter says about itself. */
export interface InferredMetadata {
  readonly title: string | null;
  readonly date: DateText | null;
  readonly tags: readonly string[];
}

/** Further down a `Date:` is part of the writing. */
const linesToRead = 60;
const longestLine = 1000;

/**
 * Reads the metadata that files without frontmatter carry in their first lines, outside code fences (formats.md, "The real world", Metadata):
 * `**Date:** 2026-01-04`, several on one line with pipes, `- Start Date: …`, `Title: …`. The first of each wins.
 */
export function inferMetadata(body: string): InferredMetadata {
  const stated = new Map<string, string>();
  for (const { label, value } of labelledValues(body)) {
    if (!stated.has(label) && value !== '') stated.set(label, value);
  }
  const dates = dateLabels.map((label) => findDate(stated.get(label) ?? ''));
  return {
    title: stated.get('title') ?? null,
    date: dates.find((found) => found?.real === true)?.date ?? null,
    tags: tagsIn(stated.get('tags') ?? ''),
  };
}

/** In the order of trust. */
const dateLabels = ['timestamp', 'date', 'created', 'start date', 'started'] as const;

function labelledValues(body: string): { readonly label: string; readonly value: string }[] {
  const values: { label: string; value: string }[] = [];
  let fence: string | null = null;
  for (const { text } of sourceLines(body).slice(0, linesToRead)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true) fence = null;
    } else if (mark !== undefined) {
      fence = mark;
    } else if (text.length <= longestLine) {
      values.push(...text.split('|').flatMap((part) => labelledValue(part)));
    }
  }
  return values;
}

function labelledValue(text: string): { readonly label: string; readonly value: string }[] {
  const plain = text
    .replaceAll('**', '')
    .replaceAll('__', '')
    .replace(/^\s*[-*+]\s+/, '');
  const colon = plain.indexOf(':');
  if (colon < 1 || colon > 40) return [];
  return [{ label: plain.slice(0, colon).trim().toLowerCase(), value: plain.slice(colon + 1).trim() }];
}

function tagsIn(value: string): string[] {
  const tags = value.split(/[,;]/).map((tag) => tag.replace(/[`#[\]"']/g, '').trim());
  return [...new Set(tags)].filter((tag) => tag !== '' && !/^(none|n\/a|-)$/i.test(tag));
}
