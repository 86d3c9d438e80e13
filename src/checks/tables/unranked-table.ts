import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';

/** Tables of several runs whose main metric has no known direction: pages rank and judge nothing in them, and one line in `program.md` changes that. */
export function* unrankedTable(graph: KnowledgeGraph): Generator<Problem> {
  for (const { table, metric, nature, runs } of graph.results.values()) {
    if (nature.rows !== 'runs' || runs.length < 2 || metric.name === null || metric.direction !== null) continue;
    const line = Math.max(1, table.headerLine);
    yield problem('unranked-table', { path: table.path, line, column: 1 }, { metric: metric.name, runs: runs.length });
  }
}
