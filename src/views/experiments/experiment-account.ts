import type { RunLog } from '#schemas/run-log.ts';
import { commandList, type CommandList } from './command-list.ts';
import { stagesOverview, type StagesOverview } from './stages-overview.ts';
import { statedTimeRows, type StatedTimeRows } from './stated-times.ts';

/** What the run logs of an experiment come to, above the logs themselves. Each part is null where the logs say nothing of it. */
export interface ExperimentAccount {
  readonly stages: StagesOverview | null;
  readonly times: StatedTimeRows | null;
  readonly commands: CommandList | null;
}

/** Null where there are no run logs. */
export function experimentAccount(runLogs: readonly RunLog[]): ExperimentAccount | null {
  if (runLogs.length === 0) return null;
  return { stages: stagesOverview(runLogs), times: statedTimeRows(runLogs), commands: commandList(runLogs) };
}
