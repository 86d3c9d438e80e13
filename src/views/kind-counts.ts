import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Kind } from '#schemas/kinds.ts';

const counts = new WeakMap<KnowledgeGraph, ReadonlyMap<Kind, number>>();

/** How many entries of each kind there are; kinds without entries are absent. Counted once a graph, since every page asks. */
export function kindCounts(graph: KnowledgeGraph): ReadonlyMap<Kind, number> {
  const known = counts.get(graph);
  if (known !== undefined) return known;
  const made = new Map<Kind, number>();
  for (const { kind } of graph.entries) made.set(kind, (made.get(kind) ?? 0) + 1);
  counts.set(graph, made);
  return made;
}
