import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { ageText } from '#views/age-text.ts';
import type { Fate, TrackedItem } from '#graph/open/open-work.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import { shortDate, type ShownDate } from '#views/date-text.ts';
import { capitalized } from '#views/entries/entry-row.ts';
import { stateOf, type State } from '#views/entries/entry-state.ts';
import type { Href } from '#views/href.ts';
import { shortened } from '#views/shortened.ts';

/** An entry that something is said about. */
export interface NamedEntry {
  readonly title: string;
  readonly kind: Kind;
  readonly kindName: string;
  readonly href: string;
}

/** The entry that settled an item, and what it says. */
export interface OpenAnswer {
  readonly fate: 'Done' | 'Taken up';
  readonly entry: NamedEntry;
  readonly date: ShownDate | null;
  /** Of a report or idea. */
  readonly state: State | null;
  /** The first conclusion of a log. */
  readonly conclusion: string | null;
  /** The item's words that it rests on, as a list in quotes; null where it rests on the item itself. */
  readonly rests: string | null;
}

/** An open item as the pages list it. */
export interface OpenRow {
  readonly text: string;
  /** The item on its entry's page, or the page where it has no place there. */
  readonly href: string;
  readonly source: NamedEntry;
  readonly date: ShownDate | null;
  /** `12 days`; null where nobody knows, and for what is settled. */
  readonly age: string | null;
  /** `4 Jan 2026`: since when the same words stand open, where that is earlier than the entry. */
  readonly since: ShownDate | null;
  /** Whether its own entry says that it is done. */
  readonly isDoneThere: boolean;
  /** What became of it elsewhere; null where nothing did. */
  readonly answer: OpenAnswer | null;
  /** The entry that replaces the item's. */
  readonly supersededBy: NamedEntry | null;
}

const longestText = 400;
const longestConclusion = 240;

export function openRow(tracked: TrackedItem, graph: KnowledgeGraph, href: Href): OpenRow {
  const { item, entry, date, since, ageDays, fate, supersededBy } = tracked;
  return {
    text: shortened(item.text, longestText),
    href: itemAddress(tracked, href),
    source: namedEntry(entry, href),
    date: date === null ? null : shortDate(date),
    age: ageDays === null || fate.is !== 'open' ? null : ageText(ageDays),
    since: since === null ? null : shortDate(since),
    isDoneThere: fate.is === 'done' && fate.by === null,
    answer: answerOf(fate, graph, href),
    supersededBy: named(supersededBy, graph, href),
  };
}

/** Where an item stands: its own place on the entry's page, where it has one. */
export function itemAddress({ item, entry }: Pick<TrackedItem, 'item' | 'entry'>, href: Href): string {
  return href.entry(entry.id, item.onPage ? item.anchor : null);
}

function answerOf(fate: Fate, graph: KnowledgeGraph, href: Href): OpenAnswer | null {
  const isAnswered = fate.is === 'done' || fate.is === 'taken up';
  const entry = isAnswered && fate.by !== null ? graph.entriesById.get(fate.by) : undefined;
  if (!isAnswered || entry === undefined) return null;
  const words = fate.is === 'taken up' ? fate.words : [];
  const { conclusions } = entry.data;
  const first: unknown = Array.isArray(conclusions) ? conclusions[0] : undefined;
  return {
    fate: fate.is === 'done' ? 'Done' : 'Taken up',
    entry: namedEntry(entry, href),
    date: entry.date === null ? null : shortDate(entry.date),
    state: stateOf(entry, graph),
    conclusion: typeof first === 'string' ? shortened(first, longestConclusion) : null,
    rests: words.length === 0 ? null : words.map((word) => `“${word}”`).join(', '),
  };
}

function named(id: EntryId | null, graph: KnowledgeGraph, href: Href): NamedEntry | null {
  const entry = id === null ? undefined : graph.entriesById.get(id);
  return entry === undefined ? null : namedEntry(entry, href);
}

/** An entry by its title, with its kind and page. */
export function namedEntry({ id, title, kind }: Entry, href: Href): NamedEntry {
  return { title, kind, kindName: capitalized(kindDescriptions[kind].singular), href: href.entry(id) };
}
