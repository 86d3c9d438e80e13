import type { Entry } from '#schemas/entry.ts';
import { periodOf, progressAccountOf, type Period } from '#schemas/progress.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';

/** A stretch of days that a progress entry covers, or plans for what comes next. */
export interface Sprint extends Period {
  readonly title: string;
  readonly entry: Entry;
  readonly isPlanned: boolean;
}

const known = new WeakMap<KnowledgeGraph, readonly Sprint[]>();

/**
 * The sprints that last more than a day, the latest first: the periods of progress entries, and what they plan where no entry covers those days
 * from the first on. A period of one day is the entry's date, which says nothing new.
 */
export function sprintsOf(graph: KnowledgeGraph): readonly Sprint[] {
  const found = known.get(graph) ?? findSprints(graph.entries);
  known.set(graph, found);
  return found;
}

function findSprints(entries: readonly Entry[]): Sprint[] {
  const covered = entries.flatMap((entry): Sprint[] => {
    const period = periodOf(entry);
    return period === null ? [] : [{ ...days(period), title: entry.title, entry, isPlanned: false }];
  });
  const begun = new Set(covered.map(({ from }) => from));
  const planned = entries.flatMap((entry): Sprint[] => {
    const next = progressAccountOf(entry)?.nextSprint ?? null;
    if (next === null || next.from > next.to || begun.has(next.from.slice(0, 10))) return [];
    return [{ ...days(next), title: next.title, entry, isPlanned: true }];
  });
  return [...covered, ...planned].filter(({ from, to }) => from < to).sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? 1 : -1));
}

function days({ from, to }: Period): Period {
  return { from: from.slice(0, 10), to: to.slice(0, 10) };
}
