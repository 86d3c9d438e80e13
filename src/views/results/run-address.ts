import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Href } from '#views/href.ts';

/** Tables with at most so many rows have a page for each of them (contract "Published data"). */
const fewRows = 500;

/**
 * Whether a run has a page of its own: it is linked to, a baseline, was the best so far, is replicated, or its table is small. A step of a curve is
 * no run.
 */
export function hasRunPage(graph: KnowledgeGraph, id: RunId): boolean {
  const found = graph.runsById.get(id);
  if (found === undefined) return false;
  const { run, results } = found;
  if (results.nature.rows === 'curve') return false;
  if (results.runs.length <= fewRows || run.bestSoFar || run.status === 'baseline' || (graph.backlinks.get(id)?.length ?? 0) > 0)
    return true;
  const configuration = graph.judgements.get(results.table.id)?.byRun.get(id)?.configuration ?? null;
  return configuration !== null && configuration.runs.length > 1;
}

/** Where a run is shown: its own page, or its row in the table. */
export function runAddress(graph: KnowledgeGraph, href: Href, id: RunId): string {
  return hasRunPage(graph, id) ? href.run(id) : href.runRow(id);
}
