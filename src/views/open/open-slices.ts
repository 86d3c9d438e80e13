import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { TrackedItem } from '#graph/open/open-work.ts';
import { trackedItems } from '#graph/open/track-items.ts';
import { overdueEntries } from '#graph/overdue-entries.ts';
import type { OpenSort } from '#schemas/open-words.ts';

/** Items that a page shows under one heading. */
export interface OpenTopic {
  /** The part of the address behind `/open/`. */
  readonly segment: string;
  readonly title: string;
  readonly sorts: readonly OpenSort[];
}

/** In the order of the page: what stops work first. */
export const openTopics: readonly OpenTopic[] = [
  { segment: 'blockers', title: 'Blockers', sorts: ['blocker'] },
  { segment: 'questions', title: 'Questions', sorts: ['question'] },
  { segment: 'next-steps', title: 'Next steps and tasks', sorts: ['step', 'task'] },
  { segment: 'criteria', title: 'Success criteria', sorts: ['criterion'] },
];

/** One page of what is open: everything, or a page of one topic. Pages count from 1. */
export interface OpenSlice {
  readonly topic: OpenTopic | null;
  readonly page: number;
}

/** Items on one page of a topic. */
export const itemsPerPage = 200;

/** The items of a topic: open first, then those of superseded entries, then those that are done or taken up; in each the newest first. */
export interface TopicItems {
  readonly open: readonly TrackedItem[];
  readonly settled: readonly TrackedItem[];
}

const known = new WeakMap<KnowledgeGraph, ReadonlyMap<OpenTopic, TopicItems>>();

/** What the pages list, by topic; an item that stands in several entries only at its newest. */
export function itemsByTopic(graph: KnowledgeGraph): ReadonlyMap<OpenTopic, TopicItems> {
  const found = known.get(graph) ?? divide(trackedItems(graph));
  known.set(graph, found);
  return found;
}

function divide(items: readonly TrackedItem[]): ReadonlyMap<OpenTopic, TopicItems> {
  return new Map(
    openTopics.map((topic) => {
      const own = items.filter(({ item, fate }) => topic.sorts.includes(item.sort) && fate.is !== 'repeated');
      const open = own.filter(({ fate }) => fate.is === 'open');
      return [
        topic,
        {
          open: [...open.filter(({ supersededBy }) => supersededBy === null), ...open.filter(({ supersededBy }) => supersededBy !== null)],
          settled: own.filter(({ fate }) => fate.is !== 'open'),
        },
      ];
    }),
  );
}

/** Whether there is anything for a page to show. */
export function hasOpenItems(graph: KnowledgeGraph): boolean {
  return trackedItems(graph).length > 0 || overdueEntries(graph).size > 0;
}

/** The part of the address behind `/open/`; undefined for the page of everything. */
export function openSlice({ topic, page }: OpenSlice): string | undefined {
  return topic === null ? undefined : page === 1 ? topic.segment : `${topic.segment}/${page}`;
}

/** Every page that there is: none where nothing was ever open, and of each topic that has items as many as they need. */
export function openSlices(graph: KnowledgeGraph): OpenSlice[] {
  if (!hasOpenItems(graph)) return [];
  return [
    { topic: null, page: 1 },
    ...openTopics.flatMap((topic) => Array.from({ length: pagesOf(topic, graph) }, (_, index) => ({ topic, page: index + 1 }))),
  ];
}

/** Zero where a topic has no items. */
export function pagesOf(topic: OpenTopic, graph: KnowledgeGraph): number {
  const { open = [], settled = [] } = itemsByTopic(graph).get(topic) ?? {};
  return Math.ceil((open.length + settled.length) / itemsPerPage);
}
