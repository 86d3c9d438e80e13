import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { dateWords, wordsOf } from '#schemas/date-words.ts';
import type { Entry } from '#schemas/entry.ts';
import type { DateText } from '#schemas/fields.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import type { FilePart, WholeFile } from '#schemas/whole-file.ts';
import type { EntrySince } from '#schemas/since.ts';
import { longDate, shortDate, type ShownDate } from '#views/date-text.ts';
import { fileInGit, type InGit } from '#views/history/in-git.ts';
import { governanceOf, type Governance } from '#views/governance.ts';
import { backlinkRows, type BacklinkRow } from './entry-connections.ts';
import { capitalized, counted, tagLinks, type TagLink } from './entry-row.ts';
import { headingFacts, type Fact } from './entry-facts.ts';
import type { Href } from '#views/href.ts';
import { entriesOfFile } from './journal-neighbors.ts';

/** A stretch of the file, in file order. */
export interface WholeFilePart {
  readonly is: FilePart['is'];
  /** Whose body it is: of an entry its own, of anything else a part of the file's. */
  readonly source: Entry;
  /** The entry's heading; null for anything else. */
  readonly heading: {
    readonly title: string;
    readonly anchor: string;
    readonly href: string;
    /** Null where the title is nothing else. */
    readonly date: ShownDate | null;
    /** What became of it since the base of a preview, with lines of the file; null where nothing did, and in any other site. */
    readonly since: EntrySince | null;
    /** What the heading says beside title and date, such as its last day. */
    readonly facts: readonly Fact[];
  } | null;
}

/** A journal or progress log as one page: everything but the bodies of its parts. */
export interface WholeFilePage {
  readonly title: string;
  /** `id` of the title; undefined where a heading has it. */
  readonly anchor: string | undefined;
  readonly description: string;
  readonly kind: Kind;
  readonly kindName: string;
  readonly section: { readonly href: string };
  readonly count: string;
  /** The rule that the file stands under; null where it may change freely. */
  readonly governance: Governance | null;
  readonly tags: readonly TagLink[];
  /** The entries, in file order. */
  readonly contents: readonly { readonly text: string; readonly anchor: string; readonly date: ShownDate | null }[];
  readonly parts: readonly WholeFilePart[];
  readonly backlinks: readonly BacklinkRow[];
  readonly source: { readonly path: string; readonly href: string | null };
  readonly inGit: InGit | null;
  readonly markdown: string;
  readonly problems: readonly Diagnostic[];
  readonly hasDiagram: boolean;
}

/** @param problems diagnostics of the file */
export function wholeFilePage(whole: WholeFile, graph: KnowledgeGraph, href: Href, problems: readonly Diagnostic[]): WholeFilePage {
  const file = whole.entry;
  const entries = new Map(entriesOfFile(file.path, graph).map((entry) => [entry.part, entry]));
  const parts = whole.parts.flatMap((part): WholeFilePart[] => {
    if (part.is !== 'entry') return [{ is: part.is, source: { ...file, ...placeOf(part) }, heading: null }];
    const entry = entries.get(part.part);
    if (entry === undefined) return [];
    const date = entry.date === null || isOnlyDate(entry, entry.date) ? null : longDate(entry.date);
    const facts = headingFacts(entry, graph, href);
    const since = sinceInFile(entry, graph);
    const heading = { title: entry.title, anchor: entryAnchor(entry), href: href.entry(entry.id), date, since, facts };
    return [{ is: 'entry', source: entry, heading }];
  });
  const { singular, plural } = kindDescriptions[file.kind];
  const count = counted(entries.size, singular, plural);
  return {
    title: file.title,
    anchor: file.headings.some(({ anchor }) => anchor === file.anchor) ? undefined : file.anchor,
    description: file.excerpt === '' ? `${count} in ${file.path}` : file.excerpt,
    kind: file.kind,
    kindName: capitalized(wholeFileWords(file.kind)),
    section: { href: href.kind(file.kind) },
    count: `${count}${rangeOf([...entries.values()])}`,
    governance: governanceOf(file.path, graph, href),
    tags: tagLinks(file.tags, href),
    contents: parts.flatMap(({ source, heading }) =>
      heading === null
        ? []
        : {
            text: heading.title,
            anchor: heading.anchor,
            date: heading.date === null || source.date === null ? null : shortDate(source.date),
          },
    ),
    parts,
    backlinks: backlinkRows(file.id, graph, href),
    source: { path: file.path, href: href.source(file.path) },
    inGit: fileInGit(file.path, graph, href),
    markdown: href.entryMarkdown(file.id),
    problems,
    hasDiagram: file.hasDiagram || [...entries.values()].some((entry) => entry.hasDiagram),
  };
}

/** What became of a part, whose own lines count from its heading. */
function sinceInFile({ id, line }: Entry, graph: KnowledgeGraph): EntrySince | null {
  const since = graph.since?.entries.get(id);
  return since === undefined ? null : { ...since, hunks: since.hunks.map((hunk) => ({ ...hunk, line: line + hunk.line - 1 })) };
}

/** The `id` of an entry's section on the page of its whole file. The point keeps it apart from all anchors of headings. */
export function entryAnchor({ id }: Pick<Entry, 'id'>): string {
  return `entry.${id.slice(id.lastIndexOf('/') + 1)}`;
}

/** What the page of a whole file is called. */
export function wholeFileWords(kind: Kind): string {
  return kind === 'progress' ? 'whole progress log' : 'whole journal';
}

const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?$/;

/**
 * Whether an entry has no title but its day, with or without the weekday. Its address then has none either: `<file>/<date>`, with a hash where the
 * file has several.
 */
function isOnlyDate({ id, title }: Entry, date: DateText): boolean {
  const [day, hash = ''] = [date.slice(0, 10), /-[0-9a-f]{6}$/.exec(id)?.[0]];
  if (!id.endsWith(`/${day}`) && !id.endsWith(`/${day}${hash}`)) return false;
  const said = dateWords(date);
  const words = wordsOf(title);
  return words.length > 0 && words.every((word) => said.has(word) || weekday.test(word));
}

function placeOf({ part, line, lastLine }: FilePart): Pick<Entry, 'part' | 'line' | 'lastLine'> {
  return { part, line, lastLine };
}

function rangeOf(entries: readonly Entry[]): string {
  const days = entries.flatMap(({ date }) => date ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [from, to] = [shortDate(first).text, shortDate(last).text];
  return from === to ? `, ${from}` : `, ${from} to ${to}`;
}
