import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { ageText } from '#views/age-text.ts';
import type { TrackedItem } from '#graph/open/open-work.ts';
import { daysBetween } from '#graph/days-between.ts';
import { overdueEntries } from '#graph/overdue-entries.ts';
import { shortDate, type ShownDate } from '#views/date-text.ts';
import type { Href } from '#views/href.ts';
import { isStated, type NavigationLink } from '#views/site-frame.ts';
import { namedEntry, openRow, type NamedEntry, type OpenRow } from './open-rows.ts';
import {
  itemsByTopic,
  itemsPerPage,
  openSlice,
  openTopics,
  pagesOf,
  type OpenSlice,
  type OpenTopic,
  type TopicItems,
} from './open-slices.ts';

/** A progress entry whose next planned update has passed. */
export interface OverdueRow {
  readonly entry: NamedEntry;
  readonly due: ShownDate;
  /** `12 days`. */
  readonly late: string | null;
}

export interface OpenGroup {
  readonly title: string;
  /** `12 open, 3 taken up, 5 done`. */
  readonly counts: string;
  readonly rows: readonly OpenRow[];
  /** What is done or taken up, which is folded. */
  readonly settled: readonly OpenRow[];
  /** `3 taken up, 5 done`: how many there are, of which `settled` may be some. */
  readonly settledCounts: string;
  /** Where the items are that are not shown; null where all are. */
  readonly more: { readonly text: string; readonly href: string } | null;
}

export interface OpenPage {
  readonly title: string;
  /** `12 open, 3 taken up, 5 done`, of all sorts or of one. */
  readonly counts: string;
  /** What ages count from; null where nothing states a day. */
  readonly asOf: ShownDate | null;
  /** The topics that have items, where there are several; `count` is how many are open. */
  readonly filters: readonly (NavigationLink & { readonly count: number })[];
  readonly overdue: readonly OverdueRow[];
  readonly groups: readonly OpenGroup[];
  /** The pages of a topic that needs several. */
  readonly pages: readonly NavigationLink[];
}

/** The page of everything shows so many of a topic, and so many that are settled. */
const rowsPerTopic = 100;
const settledPerTopic = 20;
/** More late updates than these are a habit and not a list. */
const mostOverdue = 50;

export function openPage(slice: OpenSlice, graph: KnowledgeGraph, href: Href): OpenPage {
  const topics = openTopics.flatMap((topic): Listed[] => {
    const items = itemsByTopic(graph).get(topic);
    return items === undefined || items.open.length + items.settled.length === 0 ? [] : [{ topic, items }];
  });
  const shown = topics.filter(({ topic }) => slice.topic === null || topic === slice.topic);
  const { asOf } = graph.content;
  const overdue = overdueRows(graph, href);
  return {
    title: slice.topic === null ? 'Open' : `Open: ${slice.topic.title}${slice.page === 1 ? '' : `, page ${slice.page}`}`,
    counts: countsText({
      open: shown.flatMap(({ items }) => items.open),
      settled: shown.flatMap(({ items }) => items.settled),
    }),
    asOf: isStated(asOf) ? shortDate(asOf) : null,
    filters: topics.length < 2 ? [] : filtersOf(slice, topics, href),
    overdue: slice.topic === null ? overdue.slice(0, mostOverdue) : [],
    groups: shown.map(({ topic, items }) =>
      slice.topic === null ? firstOf(topic, items, graph, href) : pageOf(topic, items, slice.page, graph, href),
    ),
    pages: slice.topic === null ? [] : pageLinks(slice.topic, slice.page, graph, href),
  };
}

interface Listed {
  readonly topic: OpenTopic;
  readonly items: TopicItems;
}

function filtersOf({ topic: shown, page }: OpenSlice, topics: readonly Listed[], href: Href): OpenPage['filters'] {
  const all = topics.reduce((count, { items }) => count + items.open.length, 0);
  return [
    { label: 'All', href: href.open(), current: shown === null ? 'page' : undefined, count: all },
    ...topics.map(({ topic, items }) => ({
      label: topic.title,
      href: href.open(openSlice({ topic, page: 1 })),
      current: topic !== shown ? undefined : page === 1 ? ('page' as const) : ('true' as const),
      count: items.open.length,
    })),
  ];
}

/** The newest of a topic. */
function firstOf(topic: OpenTopic, items: TopicItems, graph: KnowledgeGraph, href: Href): OpenGroup {
  const rows = items.open.slice(0, rowsPerTopic);
  const settled = items.settled.slice(0, settledPerTopic);
  const isAll = rows.length === items.open.length && settled.length === items.settled.length;
  return {
    ...groupOf(topic, items, rows, settled, graph, href),
    more: isAll
      ? null
      : {
          text: `All ${(items.open.length + items.settled.length).toLocaleString('en-US')}, with what is done`,
          href: href.open(openSlice({ topic, page: 1 })),
        },
  };
}

function pageOf(topic: OpenTopic, items: TopicItems, page: number, graph: KnowledgeGraph, href: Href): OpenGroup {
  const [from, to] = [(page - 1) * itemsPerPage, page * itemsPerPage];
  const beforeSettled = items.open.length;
  const rows = items.open.slice(from, to);
  const settled = items.settled.slice(Math.max(0, from - beforeSettled), Math.max(0, to - beforeSettled));
  return { ...groupOf(topic, items, rows, settled, graph, href), more: null };
}

function groupOf(
  { title }: OpenTopic,
  items: TopicItems,
  rows: readonly TrackedItem[],
  settled: readonly TrackedItem[],
  graph: KnowledgeGraph,
  href: Href,
): Omit<OpenGroup, 'more'> {
  return {
    title,
    counts: countsText(items),
    rows: rows.map((item) => openRow(item, graph, href)),
    settled: settled.map((item) => openRow(item, graph, href)),
    settledCounts: settledText(items),
  };
}

function countsText(items: TopicItems): string {
  const settled = settledText(items);
  return `${items.open.length.toLocaleString('en-US')} open${settled === '' ? '' : `, ${settled}`}`;
}

function settledText({ settled }: TopicItems): string {
  const takenUp = settled.filter(({ fate }) => fate.is === 'taken up').length;
  const counts = [
    { count: takenUp, word: 'taken up' },
    { count: settled.length - takenUp, word: 'done' },
  ];
  return counts.flatMap(({ count, word }) => (count === 0 ? [] : [`${count.toLocaleString('en-US')} ${word}`])).join(', ');
}

/** The most overdue first. */
function overdueRows(graph: KnowledgeGraph, href: Href): OverdueRow[] {
  return [...overdueEntries(graph)]
    .toSorted(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([id, due]) => {
      const entry = graph.entriesById.get(id);
      const days = daysBetween(due, graph.content.asOf);
      return entry === undefined
        ? []
        : [{ entry: namedEntry(entry, href), due: shortDate(due), late: days === null ? null : ageText(days) }];
    });
}

function pageLinks(topic: OpenTopic, current: number, graph: KnowledgeGraph, href: Href): NavigationLink[] {
  const count = pagesOf(topic, graph);
  if (count < 2) return [];
  return Array.from({ length: count }, (_, index) => ({
    label: `${index + 1}`,
    href: href.open(openSlice({ topic, page: index + 1 })),
    current: index + 1 === current ? ('page' as const) : undefined,
  }));
}
