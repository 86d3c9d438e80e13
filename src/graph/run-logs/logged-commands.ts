import type { RunLog } from '#schemas/run-log.ts';
import { logsInOrder, type PlacedEvent } from './experiment-stages.ts';

export interface LoggedCommand extends PlacedEvent {
  /** As written, over as many lines. */
  readonly command: string;
}

/** Whether a field of an event is a command that was run. */
export function isCommand(key: string): boolean {
  return /^(?:command|cmd)$/i.test(key);
}

/** The commands that the logs say were run: log after log as they begin, in each in the order of the file. */
export function loggedCommands(logs: readonly RunLog[]): LoggedCommand[] {
  return logsInOrder(logs).flatMap((log) =>
    log.events.flatMap((event, position) =>
      event.fields.flatMap(({ key, value }) => (isCommand(key) && value.trim() !== '' ? [{ log, event, position, command: value }] : [])),
    ),
  );
}
