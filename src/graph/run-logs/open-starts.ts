import type { RunLog, RunLogEvent } from '#schemas/run-log.ts';
import { stageOf } from './log-stages.ts';

/**
 * The `…_START` events that their log does not follow up with their `…_COMPLETE`. That the stage failed is an end too, and so is the `COMPLETE`
 * of the whole log.
 */
export function openStarts(log: RunLog): RunLogEvent[] {
  const open = new Map<string, RunLogEvent[]>();
  for (const event of log.events) {
    const stage = stageOf(event.action);
    if (stage === null) continue;
    if (stage.is === 'start') open.set(stage.name, [...(open.get(stage.name) ?? []).slice(-99), event]);
    else if (stage.name === '') open.clear();
    else if ((open.get(stage.name)?.length ?? 0) > 0) open.get(stage.name)?.pop();
  }
  return [...open.values()].flat();
}
