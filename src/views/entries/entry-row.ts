import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import type { EntrySince } from '#schemas/since.ts';
import { shortDate, type ShownDate } from '#views/date-text.ts';
import { stateOf, type State } from './entry-state.ts';
import type { Href } from '#views/href.ts';

export interface TagLink {
  readonly tag: string;
  readonly href: string;
}

/** An entry as lists show it. */
export interface EntryRow {
  readonly href: string;
  readonly title: string;
  readonly kind: Kind;
  /** `Idea`, `Journal entry`. */
  readonly kindName: string;
  readonly date: ShownDate | null;
  readonly excerpt: string;
  readonly tags: readonly TagLink[];
  readonly state: State | null;
  /** What became of it since the base of a preview; null where nothing did, and in any other site. */
  readonly since: EntrySince['is'] | null;
  /** What the index of its kind says of it besides; null where that is nothing. */
  readonly note: string | null;
}

/** Rows under one heading. */
export interface EntryGroup {
  readonly title: string;
  /** How many entries the group has; `rows` may be fewer. */
  readonly count: number;
  readonly rows: readonly EntryRow[];
  /** Where the rows are that are not shown; null where all are. */
  readonly more: string | null;
}

/** One line of a list. An idea's hypothesis and a log's first conclusion say more than the first words of its body. */
export function entryRow(entry: Entry, graph: KnowledgeGraph, href: Href): EntryRow {
  return {
    href: href.entry(entry.id),
    title: entry.title,
    kind: entry.kind,
    kindName: capitalized(kindDescriptions[entry.kind].singular),
    date: entry.date === null ? null : shortDate(entry.date),
    excerpt: pointOf(entry),
    tags: tagLinks(entry.tags, href),
    state: stateOf(entry, graph),
    since: graph.since?.entries.get(entry.id)?.is ?? null,
    note: null,
  };
}

/** Tags with the addresses of their pages. */
export function tagLinks(tags: readonly string[], href: Href): TagLink[] {
  return tags.map((tag) => ({ tag, href: href.tag(tag) }));
}

/** The text with its first letter in upper case. */
export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `1 entry`, `1,042 entries`. */
export function counted(count: number, singular: string, plural: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? singular : plural}`;
}

/** The first authors of a paper, and how many more. */
function authorsText(authors: unknown): string | null {
  if (typeof authors === 'string') return authors;
  const names = Array.isArray(authors) ? authors.filter((name) => typeof name === 'string') : [];
  if (names.length === 0) return null;
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} others`;
}

function pointOf(entry: Entry): string {
  const { hypothesis, conclusions } = entry.data;
  if (typeof hypothesis === 'string') return hypothesis;
  if (Array.isArray(conclusions) && typeof conclusions[0] === 'string') return conclusions[0];
  if (entry.kind === 'paper') return authorsText(entry.data['authors']) ?? entry.excerpt;
  return entry.excerpt;
}
