import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { cellPlace } from '#graph/results/cell-place.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';

/**
 * Advice at the later of two runs of one configuration and seed that differ in value (statistics.md, "Configuration and replicates"): the metric
 * is not deterministic, or a setting is missing from the table.
 */
export function* seedDisagrees(graph: KnowledgeGraph): Generator<Problem> {
  for (const [id, { disagreements }] of graph.judgements) {
    const results = graph.results.get(id);
    const metric = results?.metric.name ?? null;
    if (results === undefined || metric === null) continue;
    const column = results.columns.findIndex(({ name }) => name === metric);
    for (const { first, other, seed } of disagreements) {
      const [before, after] = [graph.runsById.get(first)?.run, graph.runsById.get(other)?.run];
      const row = after && results.table.rows[after.ordinal - 1];
      if (before === undefined || after === undefined || row === undefined) continue;
      yield problem('seed-disagrees', cellPlace(results.table, row, column), {
        run: after.ordinal,
        first: before.ordinal,
        seed,
        value: (after.cells[metric] ?? '').trim(),
        firstValue: (before.cells[metric] ?? '').trim(),
      });
    }
  }
}
