import { stageOf } from '#graph/run-logs/log-stages.ts';
import { secondsBetween } from '#graph/run-logs/seconds-between.ts';
import type { RunLog, RunLogEvent } from '#schemas/run-log.ts';
import { durationText } from '#views/duration-text.ts';

/** For each event that ends a stage of its log, how long the stage took by the clock: `15 s since SCAFFOLD_TORCHTUNE_START`. */
export function measuredStages(log: RunLog): Map<RunLogEvent, string> {
  const starts = new Map<string, RunLogEvent>();
  const measured = new Map<RunLogEvent, string>();
  for (const event of log.events) {
    const stage = stageOf(event.action);
    if (stage?.is === 'start') starts.set(stage.name, event);
    const start = stage?.is === 'end' ? starts.get(stage.name) : undefined;
    const seconds = start === undefined ? null : secondsBetween(start.timestamp, event.timestamp);
    if (start !== undefined && seconds !== null && seconds >= 0) measured.set(event, `${durationText(seconds)} since ${start.action}`);
  }
  return measured;
}
