import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { secondsBetween } from '#graph/run-logs/seconds-between.ts';
import { statedDuration } from '#graph/run-logs/stated-duration.ts';
import type { RunLogEvent } from '#schemas/run-log.ts';
import { textOf } from './run-log-places.ts';
import { stageOf } from '#graph/run-logs/log-stages.ts';

/** Both timestamps are cut to whole seconds. */
const clockTolerance = 1;

/**
 * Advice for every stated duration of a stage that the timestamps contradict, allowing for what its writing leaves open (formats.md, "run log").
 *
 * A stage's `…_COMPLETE` is measured from its `…_START`. Without one it is not known where the stage began: then it can at most have lasted
 * since the first event of the log.
 */
export function* contradictedDuration(graph: KnowledgeGraph): Generator<Problem> {
  for (const log of graph.content.runLogs) {
    const starts = new Map<string, RunLogEvent>();
    const first = log.events.find(({ timestamp }) => timestamp !== null);
    for (const event of log.events) {
      const stage = stageOf(event.action);
      if (stage === null) continue;
      if (stage.is === 'start') {
        starts.set(stage.name, event);
        continue;
      }
      const stated = statedDuration(event);
      // How long one action took, in milliseconds, is no statement about the stage that it ends.
      if (stated === null || stated.field.key.toLowerCase() === 'duration_ms') continue;
      const start = starts.get(stage.name);
      const measured = secondsBetween((start ?? first)?.timestamp ?? null, event.timestamp);
      if (measured === null || measured < 0 || (start === undefined && first === event)) continue;
      const tolerance = stated.tolerance + clockTolerance;
      const isTooLong = stated.seconds > measured + tolerance;
      const isTooShort = start !== undefined && stated.seconds < measured - tolerance;
      if (!isTooLong && !isTooShort) continue;
      const { text, placeOf } = textOf(log, stated.field);
      const since = start?.action ?? 'the first event';
      yield problem('contradicted-duration', placeOf(0, text.length), { stated: text, measured: Math.round(measured), since });
    }
  }
}
