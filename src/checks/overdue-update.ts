import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { overdueEntries } from '#graph/overdue-entries.ts';
import { placeOf } from './places.ts';

/** Advice where the next planned update of progress has passed and no later entry has come. */
export function* overdueUpdate(graph: KnowledgeGraph): Generator<Problem> {
  const asOf = graph.content.asOf.slice(0, 10);
  for (const [id, due] of overdueEntries(graph)) {
    const entry = graph.entriesById.get(id);
    if (entry !== undefined) yield problem('overdue-update', placeOf(entry, 'next_update'), { due, asOf });
  }
}
