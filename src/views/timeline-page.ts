import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { kindDescriptions, kinds, type Kind } from '#schemas/kinds.ts';
import { monthOf, monthTitle } from './date-text.ts';
import { counted, entryRow, type EntryGroup } from './entries/entry-row.ts';
import type { Href } from './href.ts';
import { kindCounts } from './kind-counts.ts';
import { sectionName, type NavigationLink } from './site-frame.ts';
import { sprintBands, type SprintBands } from './progress/sprint-bands.ts';

/** One page of the timeline: all kinds or one, all months or one. */
export interface TimelineSlice {
  readonly kind: Kind | null;
  /** `2026-03`, `undated`, or null for the newest entries. */
  readonly month: string | null;
}

/** A year of the archive, or `No date`. Months have a short label (`Dec`) and a name (`December 2025`). */
export interface ArchiveYear {
  readonly label: string;
  readonly months: readonly (NavigationLink & { readonly name: string; readonly count: number })[];
}

/** A month with the sprints that ran in it. */
export interface TimelineGroup extends EntryGroup {
  /** Null where there were none. */
  readonly sprints: SprintBands | null;
}

export interface TimelinePage {
  readonly title: string;
  readonly count: string;
  /** The same months of every kind there is. */
  readonly filters: readonly NavigationLink[];
  readonly groups: readonly TimelineGroup[];
  /** By year, every month with its number of entries, where the newest entries are not all there are. */
  readonly archive: readonly ArchiveYear[];
}

/** A timeline shows so many entries at once; older ones have a page for each month. */
const rowsPerPage = 200;
const undated = 'undated';

/** The part of the address behind `/timeline/`; undefined for all entries. */
export function timelineSlice(kind: Kind | null, month: string | null): string | undefined {
  const parts = [kind === null ? null : kindDescriptions[kind].folder, month].filter((part) => part !== null);
  return parts.length === 0 ? undefined : parts.join('/');
}

/** Every page that the timeline has: months only for what is too long for one page. */
export function timelineSlices(graph: KnowledgeGraph): TimelineSlice[] {
  return [null, ...kinds.filter((kind) => kindCounts(graph).has(kind))].flatMap((kind) => {
    const entries = entriesOf(kind, graph);
    const months = entries.length > rowsPerPage ? [...Map.groupBy(entries, monthKey).keys()] : [];
    return [{ kind, month: null }, ...months.map((month) => ({ kind, month }))];
  });
}

/** The timeline, newest first, by month; undated entries stand at its end. */
export function timelinePage({ kind, month }: TimelineSlice, graph: KnowledgeGraph, href: Href): TimelinePage {
  const entries = entriesOf(kind, graph);
  const byMonth = Map.groupBy(entries, monthKey);
  const shown = month === null ? entries.slice(0, rowsPerPage) : (byMonth.get(month) ?? []);
  const name = kind === null ? 'Timeline' : `Timeline: ${sectionName(kind)}`;
  return {
    title: month === null ? name : `${name}, ${monthName(month)}`,
    count: counted(month === null ? entries.length : shown.length, 'entry', 'entries'),
    filters: [null, ...kinds.filter((candidate) => kindCounts(graph).has(candidate))].map((candidate) => ({
      label: candidate === null ? 'All' : sectionName(candidate),
      href: href.timeline(timelineSlice(candidate, null)),
      current: candidate === kind ? (month === null ? 'page' : 'true') : undefined,
    })),
    groups: [...Map.groupBy(shown, monthKey)].map(([key, members]) => ({
      title: monthName(key),
      count: byMonth.get(key)?.length ?? 0,
      rows: members.map((entry) => entryRow(entry, graph, href)),
      more: members.length < (byMonth.get(key)?.length ?? 0) ? href.timeline(timelineSlice(kind, key)) : null,
      sprints: key !== undated && (kind === null || kind === 'progress') ? sprintBands(key, graph, href) : null,
    })),
    archive: entries.length <= rowsPerPage ? [] : archiveOf({ kind, month }, byMonth, href),
  };
}

function archiveOf({ kind, month }: TimelineSlice, byMonth: ReadonlyMap<string, readonly Entry[]>, href: Href): ArchiveYear[] {
  const years = Map.groupBy(byMonth, ([key]) => (key === undated ? 'No date' : key.slice(0, 4)));
  return Array.from(years, ([label, months]) => ({
    label,
    months: months.map(([key, members]) => ({
      label: key === undated ? monthName(key) : monthTitle(key).slice(0, 3),
      name: monthName(key),
      href: href.timeline(timelineSlice(kind, key)),
      current: key === month ? 'page' : undefined,
      count: members.length,
    })),
  }));
}

function entriesOf(kind: Kind | null, graph: KnowledgeGraph): readonly Entry[] {
  return kind === null ? graph.entries : graph.entries.filter((entry) => entry.kind === kind);
}

function monthKey(entry: Entry): string {
  return entry.date === null ? undated : monthOf(entry.date);
}

function monthName(month: string): string {
  return month === undated ? 'Undated' : monthTitle(month);
}
