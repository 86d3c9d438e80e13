import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { secondsBetween } from '#graph/run-logs/seconds-between.ts';
import type { RunLogEvent } from '#schemas/run-log.ts';

/** Advice for every event that is earlier than the one above it (formats.md, "run log"). Events of the same second keep the order of the file. */
export function* timeRunsBackwards(graph: KnowledgeGraph): Generator<Problem> {
  for (const log of graph.content.runLogs) {
    let previous: RunLogEvent | null = null;
    for (const event of log.events) {
      if (event.timestamp === null) continue;
      const since = previous === null ? null : secondsBetween(previous.timestamp, event.timestamp);
      if (previous !== null && since !== null && since < 0) {
        const place = { path: log.path, ...event.writtenAt, endColumn: event.writtenAt.column + event.written.length };
        yield problem('time-runs-backwards', place, { time: event.written, before: previous.written });
      }
      previous = event;
    }
  }
}
