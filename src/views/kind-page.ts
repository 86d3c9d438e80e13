import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import { monthOf, monthTitle } from './date-text.ts';
import { counted, entryRow, type EntryGroup } from './entries/entry-row.ts';
import { stagesInShort } from './experiments/stage-words.ts';
import type { Href } from './href.ts';
import { sectionName } from './site-frame.ts';
import { timelineSlice } from './timeline-page.ts';

/** The index of one kind. */
export interface KindPage {
  readonly title: string;
  readonly about: string;
  readonly count: string;
  readonly groups: readonly EntryGroup[];
  /** The files that hold several of its entries, by path. */
  readonly files: readonly { readonly title: string; readonly path: string; readonly href: string }[];
  /** The timeline of this kind, where the index does not show every group. */
  readonly rest: string | null;
}

/** An index shows so many rows of a group; the timeline has them all. */
const rowsPerGroup = 100;
/** Months beyond these many rows are left to the timeline as a whole. */
const rowsPerIndex = 400;

/** Papers stand by year, plain pages by folder, everything else by month; ideas have a board (`ideas/ideas-board.ts`). */
export function kindPage(kind: Kind, graph: KnowledgeGraph, href: Href): KindPage {
  const entries = graph.entries.filter((entry) => entry.kind === kind);
  const { singular, plural, about } = kindDescriptions[kind];
  const groups = [...groupsOf(kind, entries)].map(([title, members]) => groupOf(kind, title, members, graph, href));
  const shown = withinIndex(groups);
  return {
    title: sectionName(kind),
    about,
    count: counted(entries.length, singular, plural),
    groups: shown,
    files: Array.from(graph.wholeFiles.values(), ({ entry }) => entry)
      .filter((file) => file.kind === kind)
      .map(({ id, title, path }) => ({ title, path, href: href.entry(id) })),
    rest: shown.length < groups.length ? href.timeline(timelineSlice(kind, null)) : null,
  };
}

function groupsOf(kind: Kind, entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  if (kind === 'page')
    return new Map([...Map.groupBy(entries, folderName)].map(([folder, members]) => [folder, members.toSorted(byTitle)]));
  if (kind === 'paper') return byYear(entries);
  return Map.groupBy(entries, (entry) => (entry.date === null ? 'Undated' : monthTitle(monthOf(entry.date))));
}

function groupOf(kind: Kind, title: string, members: readonly Entry[], graph: KnowledgeGraph, href: Href): EntryGroup {
  return {
    title,
    count: members.length,
    rows: members.slice(0, rowsPerGroup).map((entry) => ({
      ...entryRow(entry, graph, href),
      ...(kind === 'experiment' ? { note: stagesInShort(graph.runLogs.get(entry.id) ?? []) } : {}),
    })),
    more: members.length > rowsPerGroup ? href.timeline(timelineSlice(kind, null)) : null,
  };
}

/** The groups that fit on one page. At least one is kept. */
function withinIndex(groups: readonly EntryGroup[]): EntryGroup[] {
  let rows = 0;
  return groups.filter((group, index) => {
    rows += group.rows.length;
    return index === 0 || rows <= rowsPerIndex;
  });
}

/** The newest year first, papers without one last. */
function byYear(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = Map.groupBy(entries.toSorted(byTitle), ({ data }) => {
    const year = Object.hasOwn(data, 'year') ? data['year'] : undefined;
    return typeof year === 'string' ? year : '';
  });
  return new Map(
    [...groups].sort(([a], [b]) => b.localeCompare(a, 'en')).map(([year, members]) => [year === '' ? 'Year unknown' : year, members]),
  );
}

function folderName(entry: Entry): string {
  const end = entry.path.lastIndexOf('/');
  return end < 0 ? 'Top level' : entry.path.slice(0, end);
}

function byTitle(a: Entry, b: Entry): number {
  return a.title.localeCompare(b.title, 'en') || a.id.localeCompare(b.id, 'en');
}
