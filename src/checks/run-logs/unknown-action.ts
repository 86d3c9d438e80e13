import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { suggest } from '#diagnostics/suggest.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { canonicalActions } from '#schemas/canonical-actions.ts';
import { actionPlace } from './run-log-places.ts';

/** Advice for every event of a canonical run log whose action type its document does not list; in strict workspaces only (formats.md). */
export function* unknownAction(graph: KnowledgeGraph): Generator<Problem> {
  if (!graph.content.strict) return;
  for (const log of graph.content.runLogs) {
    const known = canonicalActions.get(log.name);
    if (!known) continue;
    for (const event of log.events) {
      const { action } = event;
      if (known.includes(action)) continue;
      const place = actionPlace(log, event);
      yield problem('unknown-action', place, { action, log: log.name, suggestion: suggest(action, known) });
    }
  }
}
