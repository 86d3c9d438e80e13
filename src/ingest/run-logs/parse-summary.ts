import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { renderDefinitionList } from '#markdown/definition-list.ts';
import { excerptOf } from '#markdown/excerpt.ts';
import { escapeText, renderPlainText } from '#markdown/plain-text.ts';
import { isRealDate, type RawValue } from '#schemas/fields.ts';
import { nothingRead, type ParsedEntry, type Reading, type SourceFile } from '#ingest/parsed-file.ts';
import { readRawYaml, textIn, type RawMapping, type RawYaml } from '#ingest/frontmatter/raw-yaml.ts';
import { bareEntry } from '#ingest/entries/bare-entry.ts';
import { referenceLinks } from '#ingest/entries/reference-links.ts';
import { stemOf } from '#ingest/text/slug.ts';
import { sourceLines } from '#ingest/text/source-lines.ts';
import { textPlaces } from '#diagnostics/text-places.ts';

/** Keys that an experiment's entry has; what else a summary holds is shown, and free. */
const ownKeys = ['tags', 'aliases', 'supersedes', 'contradicts', 'idea'] as const;

/**
 * Reads `experiment_summary.yaml` as the entry of its experiment (formats.md, "Run logs"). Its keys are free: all are shown as nested lists,
 * as they are written, with the file below them. Title, date and question come from `experiment:` or from the top. What is no YAML is a
 * problem, and the file is shown as text.
 */
export function parseSummary(source: SourceFile): Reading {
  const { path, text, digest } = source;
  const yaml = readRawYaml(text);
  const data = yaml.data ?? {};
  const group = mappingIn(data, 'experiment') ?? {};
  const stated = (...keys: readonly string[]): string | null =>
    keys.map((key) => textIn(group, key) ?? textIn(data, key)).find((value) => value !== null) ?? null;

  const title = stated('title', 'name') ?? textIn(data, 'experiment') ?? stemOf('experiment', path);
  const day = stated('date', 'created');
  const date = day !== null && isRealDate(day) ? day : null;
  const hypothesis = stated('hypothesis', 'question');
  const own = Object.fromEntries(
    ownKeys.flatMap((key) => {
      const value = group[key] ?? data[key];
      return value === undefined || !(typeof value === 'string' || isTextList(value)) ? [] : [[key, value]];
    }),
  );
  const places = placesOf(text, yaml);
  const entry = bareEntry('experiment', path, {
    title,
    date,
    inferred: [...(stated('title') === null ? ['title'] : []), ...(date !== null && textIn(data, 'date') === null ? ['date'] : [])],
    tags: isTextList(own['tags']) ? own['tags'] : [],
    lastLine: Math.max(1, sourceLines(text).length),
    aliases: isTextList(own['aliases']) ? own['aliases'] : [],
    excerpt: excerptOf(stated('question', 'hypothesis', 'purpose', 'description') ?? ''),
    data: hypothesis === null ? own : { ...own, hypothesis },
    places,
    links: referenceLinks(own, places),
    words: text.split(/\s+/).length,
    digest,
  });
  return {
    ...nothingRead,
    kind: 'experiment',
    entries: [entry],
    bodies: [{ html: htmlOf(text, yaml), markdown: `\`\`\`\`yaml\n${text.replace(/\n?$/, '\n')}\`\`\`\`\n` }],
    problems: [...source.problems, ...problemsOf(path, text, yaml)],
  };
}

function htmlOf(text: string, { data, errors }: RawYaml): string {
  const isWhole = data !== null && errors.length === 0;
  if (!isWhole) return renderPlainText(text);
  return `${renderDefinitionList(data)}\n<details><summary>${escapeText('The file as it is')}</summary>${renderPlainText(text)}</details>`;
}

function problemsOf(path: string, text: string, { data, errors }: RawYaml): Problem[] {
  const places = textPlaces(text);
  if (data === null && errors.length === 0)
    return [problem('invalid-summary', { path, line: 1, column: 1 }, { reason: 'It holds no keys' })];
  return errors.map(({ reason, range: [start, end] }) => problem('invalid-summary', { path, ...places.placeOf(start, end) }, { reason }));
}

function placesOf(text: string, { values }: RawYaml): ParsedEntry['places'] {
  const places = textPlaces(text);
  // Keys below `experiment` stand for the entry's own.
  return Object.fromEntries([...values].map(([key, [start, end]]) => [key.replace(/^experiment\./, ''), places.placeOf(start, end)]));
}

function mappingIn(data: RawMapping, key: string): RawMapping | null {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === 'object' && !isList(value) ? value : null;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** `Array.isArray` does not narrow readonly lists. */
function isList(value: RawValue): value is readonly RawValue[] {
  return Array.isArray(value);
}
