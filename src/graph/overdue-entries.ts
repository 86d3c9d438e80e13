import type { Entry, EntryId } from '#schemas/entry.ts';
import type { DateText } from '#schemas/fields.ts';
import type { KnowledgeGraph } from './knowledge-graph.ts';

const known = new WeakMap<KnowledgeGraph, ReadonlyMap<EntryId, DateText>>();

/**
 * The progress entries whose next planned update (seed `progress-log.md`) lies before the day that everything counts from (`asOf`), with that
 * day, where no later entry has come. Entries follow each other within their file; those that are files of their own within their folder.
 */
export function overdueEntries(graph: KnowledgeGraph): ReadonlyMap<EntryId, DateText> {
  const found = known.get(graph) ?? new Map(newestOfSeries(graph).flatMap((entry) => overdue(entry, graph)));
  known.set(graph, found);
  return found;
}

function newestOfSeries({ entries, wholeFiles }: KnowledgeGraph): Entry[] {
  const dated = entries.filter(({ kind, date }) => kind === 'progress' && date !== null);
  const series = Map.groupBy(dated, ({ path }) => (wholeFiles.has(path) ? path : path.slice(0, path.lastIndexOf('/') + 1)));
  // Newest first, as in the graph.
  return [...series.values()].flatMap((entriesOfOne) => entriesOfOne.slice(0, 1));
}

function overdue({ id, data }: Entry, { content }: KnowledgeGraph): (readonly [EntryId, DateText])[] {
  const next = data['next_update'];
  const due = typeof next === 'string' ? next.slice(0, 10) : null;
  return due !== null && due < content.asOf.slice(0, 10) ? [[id, due]] : [];
}
