import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { openStarts } from '#graph/run-logs/open-starts.ts';
import { actionPlace } from './run-log-places.ts';

/** Advice for every `…_START` that its log does not follow up with its `…_COMPLETE` (formats.md, "run log"). */
export function* unfinishedStage(graph: KnowledgeGraph): Generator<Problem> {
  for (const log of graph.content.runLogs) {
    for (const event of openStarts(log)) {
      yield problem('unfinished-stage', actionPlace(log, event), { action: event.action, end: endOf(event.action) });
    }
  }
}

function endOf(action: string): string {
  return action.replace(/_(?:START|STARTED|BEGIN)$/, '_COMPLETE').replace(/^(?:START|BEGIN)_/, 'COMPLETE_');
}
