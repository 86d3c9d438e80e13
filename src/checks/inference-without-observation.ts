import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { statementsOf } from '#schemas/statement.ts';

/** Advice at the first inference of a report that marks nothing as observed (formats.md, "report"). */
export function* inferenceWithoutObservation(graph: KnowledgeGraph): Generator<Problem> {
  for (const report of graph.entries) {
    if (report.kind !== 'report') continue;
    const statements = statementsOf(report);
    const inference = statements.find(({ sort }) => sort === 'inference');
    if (inference === undefined || statements.some(({ sort }) => sort === 'observation')) continue;
    yield problem('inference-without-observation', { path: report.path, line: inference.line, column: 1 }, {});
  }
}
