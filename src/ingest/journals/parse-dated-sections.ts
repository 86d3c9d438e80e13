import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { findLeads } from '#markdown/find-leads.ts';
import { findSections } from '#markdown/find-sections.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import { splitStem } from '#ingest/text/dates.ts';
import { parseSection, withUniqueIds, type EntrySegment, type Journal } from './dated-section.ts';
import { whyNoDate } from './entry-headings.ts';
import { headingsInCode } from './headings-in-code.ts';
import { readFrontmatter, type Frontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { inferMetadata } from '#ingest/entries/infer-metadata.ts';
import type { SectionHeading } from './dated-headings.ts';
import { divideJournal, type Segment } from './journal-segments.ts';
import { parseEntry } from '#ingest/entries/parse-entry.ts';
import { nothingRead, type Reading, type SourceFile } from '#ingest/parsed-file.ts';
import { stemOf } from '#ingest/text/slug.ts';
import { unspacedHeadings } from './unspaced-headings.ts';
import { validateFrontmatter } from '#ingest/frontmatter/validate-frontmatter.ts';
import { recognise } from '#ingest/recognition/recognise.ts';
import { readWholeFile } from './whole-file.ts';

/**
 * A journal or progress log: an entry a dated section (`journal-segments.ts` says where entries begin), and the file itself as one page
 * (`whole-file.ts`), which shows what stands outside its entries too. A template is named in `skipped`. The file's title, from frontmatter or
 * its first H1, is every entry's `data.title`; references in the frontmatter belong to the whole file.
 *
 * A file that nothing divides is one entry. Where no entry has a date the file is an `undated-journal`, and what looks like a date but could
 * be several is an `unclear-date`. A dated heading that broken fences swallow is a `heading-in-code`, one
 * whose hashes no space follows a `heading-without-space`.
 */
export function parseDatedSections(source: SourceFile, kind: 'journal' | 'progress'): Reading {
  const { path } = source;
  const frontmatter = readFrontmatter(path, source.text);
  const lines = frontmatter.body.split(/(?<=\n)/);
  const headings = findSections(frontmatter.body);
  const segments = divideJournal({
    headings,
    lines,
    leads: () => (dateAtLead.test(frontmatter.body) ? findLeads(frontmatter.body) : []),
    isDated: isDated(source, kind, frontmatter, headings),
  });
  const entrySegments = segments.filter((segment) => segment.is === 'entry');
  const templates = segments.filter(({ is }) => is === 'template');
  const place = { source, frontmatter, lines };
  const inCode = headingsInCode(lines).map(({ line, text, fence, isUnclosed }) =>
    problem('heading-in-code', placeIn(place, line, text), {
      fence: fence + frontmatter.bodyFirstLine - 1,
      isUnclosed,
    }),
  );
  const unspaced = unspacedHeadings(lines, new Set(headings.map(({ line }) => line))).map(({ line, hashes, text }) =>
    problem('heading-without-space', placeIn(place, line, `${hashes}${text}`), { hashes, text }),
  );
  const swallowed = [...inCode, ...unspaced];
  if (entrySegments.length + templates.length === 0) return withProblems(parseUndivided(source, kind), swallowed);

  const { places, ...valid } = validateFrontmatter(path, frontmatter, schemaOf(path, kind), kindDescriptions[kind].singular);
  const journal: Journal = { source, kind, frontmatter: { ...frontmatter, valuePlaces: places }, lines, ...valid };
  const whole = readWholeFile(journal, segments);
  const sections = entrySegments.map((segment) => parseSection(journal, segment, whole.title));
  const entries = withUniqueIds(sections, path).map((section, part) => ({ ...section, entry: { ...section.entry, part } }));
  const { wholeFile, bodies } = whole.behind(entries.map(({ entry }) => entry));
  const offset = frontmatter.bodyFirstLine - 1;
  return {
    ...nothingRead,
    kind,
    alsoRead: [
      { from: 1, to: offset },
      ...segments.filter(({ is }) => is !== 'entry').map(({ from, to }) => ({ from: from + offset, to: to + offset })),
    ],
    entries: entries.map(({ entry }) => entry),
    bodies: [...entries.map(({ body }) => body), ...bodies],
    wholeFile,
    // Title and date, which the kind's schema asks for, stand in the headings here.
    problems: [
      ...source.problems,
      ...frontmatter.problems,
      ...journal.problems,
      ...entrySegments.flatMap((segment) => impossibleDate(journal, segment)),
      ...unclearDates(journal, headings, segments),
      ...swallowed,
      ...(entrySegments.length > 0 && entrySegments.every(({ name }) => name.date === null)
        ? [problem('undated-journal', { path, line: 1, column: 1 }, { entries: entrySegments.length })]
        : []),
    ],
    skipped: templates.map(({ from, to }) => ({ path, reason: `Lines ${from + offset} to ${to + offset} are a template, not an entry` })),
  };
}

/** What every bold line and list item with a date looks like: most files have none, and need not be parsed once more. */
const dateAtLead = /^ {0,3}(?:\*\*|__|(?:[-*+]|\d{1,9}[.)])[ \t]).{0,60}\d/m;

/** Whether the file's name, its frontmatter or what stands above its first section dates it as a whole. */
function isDated({ path }: SourceFile, kind: Journal['kind'], { data, body }: Frontmatter, headings: readonly SectionHeading[]): boolean {
  if (Object.hasOwn(data, 'date') || splitStem(stemOf(kind, path)).date !== null) return true;
  const firstSection = headings.find(({ depth }) => depth > 1)?.line ?? Infinity;
  const head = body.split('\n', Math.min(firstSection - 1, 200)).join('\n');
  return inferMetadata(head, kind, 0).date !== null;
}

function parseUndivided(source: SourceFile, kind: Journal['kind']): Reading {
  const parsed = parseEntry(source, kind);
  const [entry] = parsed.entries;
  const undated = problem('undated-journal', { path: source.path, line: 1, column: 1 }, { entries: 1 });
  if (entry === undefined || entry.date === null) return { ...parsed, problems: [...parsed.problems, undated] };
  return entry.inferred.includes('date') ? { ...parsed, strictProblems: [...parsed.strictProblems, undated] } : parsed;
}

/** A file that is a journal only by its headings was not written for this schema: its keys are its own. */
function schemaOf(path: string, kind: Journal['kind']): (typeof kindDescriptions)[Kind]['schema'] {
  return kindDescriptions[recognise(path).as === 'sections' ? kind : 'page'].schema;
}

function withProblems(reading: Reading, problems: readonly Problem[]): Reading {
  return { ...reading, problems: [...reading.problems, ...problems] };
}

function impossibleDate(journal: Journal, { from, name }: EntrySegment): Problem[] {
  return name.real ? [] : [problem('impossible-date', placeIn(journal, from, name.written), { key: 'heading', found: name.written })];
}

/** Headings that look dated and are no deeper than those that begin entries. */
function unclearDates(journal: Journal, headings: readonly SectionHeading[], segments: readonly Segment[]): Problem[] {
  const dated = new Set(segments.flatMap((segment) => (segment.is === 'entry' && segment.name.date !== null ? [segment.from] : [])));
  const depths = headings.filter(({ line }) => dated.has(line)).map(({ depth }) => depth);
  const deepest = depths.length === 0 ? 3 : depths.reduce((deepest, depth) => Math.max(deepest, depth), 1);
  return headings.flatMap(({ depth, text, line }) => {
    const unclear = depth > deepest || dated.has(line) ? null : whyNoDate(text);
    return unclear === null ? [] : [problem('unclear-date', placeIn(journal, line, unclear.found), unclear)];
  });
}

function placeIn(
  { source, frontmatter, lines }: Pick<Journal, 'source' | 'frontmatter' | 'lines'>,
  line: number,
  written: string,
): Omit<Problem, 'code' | 'message' | 'hint'> {
  const index = (lines[line - 1] ?? '').indexOf(written);
  const column = Math.max(index, 0) + 1;
  return {
    path: source.path,
    line: line + frontmatter.bodyFirstLine - 1,
    column,
    endColumn: column + (index < 0 ? 0 : written.length),
  };
}
