import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { failureCounts } from '#graph/run-logs/failure-counts.ts';
import { textsOf } from './run-log-places.ts';

/** Advice for every count of failures above zero (formats.md, "run log"): what failed is to be looked at before the next stage. */
export function* reportedFailures(graph: KnowledgeGraph): Generator<Problem> {
  for (const log of graph.content.runLogs) {
    for (const event of log.events) {
      for (const { key, text, placeOf } of textsOf(log, event)) {
        for (const { count, start, end } of failureCounts(key, text)) yield problem('reported-failures', placeOf(start, end), { count });
      }
    }
  }
}
