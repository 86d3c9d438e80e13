import type { Comparison } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { RunId } from '#schemas/entry.ts';

/** The runs that the other side of a comparison is the mean of. */
export function comparedRuns({ incumbent, against }: Comparison, graph: KnowledgeGraph): readonly RunId[] {
  const table = graph.runsById.get(incumbent)?.results.table.id;
  const configuration = table === undefined ? undefined : graph.judgements.get(table)?.byRun.get(incumbent)?.configuration;
  return against === 'one run' || configuration === null || configuration === undefined ? [incumbent] : configuration.fresh;
}
