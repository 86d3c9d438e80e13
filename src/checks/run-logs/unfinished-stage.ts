import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { RunLogEvent } from '#schemas/run-log.ts';
import { actionPlace } from './run-log-places.ts';
import { stageOf } from '#graph/run-logs/log-stages.ts';

/**
 * Advice for every `…_START` that its log does not follow up with its `…_COMPLETE` (formats.md, "run log"). That the stage failed is an end
 * too, and so is the `COMPLETE` of the whole log.
 */
export function* unfinishedStage(graph: KnowledgeGraph): Generator<Problem> {
  for (const log of graph.content.runLogs) {
    const open = new Map<string, RunLogEvent[]>();
    for (const event of log.events) {
      const stage = stageOf(event.action);
      if (stage === null) continue;
      if (stage.is === 'start') open.set(stage.name, [...(open.get(stage.name) ?? []).slice(-99), event]);
      else if (stage.name === '') open.clear();
      else if ((open.get(stage.name)?.length ?? 0) > 0) open.get(stage.name)?.pop();
    }
    for (const event of [...open.values()].flat()) {
      yield problem('unfinished-stage', actionPlace(log, event), { action: event.action, end: endOf(event.action) });
    }
  }
}

function endOf(action: string): string {
  return action.replace(/_(?:START|STARTED|BEGIN)$/, '_COMPLETE').replace(/^(?:START|BEGIN)_/, 'COMPLETE_');
}
