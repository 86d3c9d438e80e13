import { eventOutcome } from '#graph/run-logs/event-outcome.ts';
import { logsInOrder } from '#graph/run-logs/experiment-stages.ts';
import { loggedCommands } from '#graph/run-logs/logged-commands.ts';
import type { RunLog } from '#schemas/run-log.ts';
import { shortDate } from '#views/date-text.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { State } from '#views/entries/entry-state.ts';
import { clockOf, tones } from './experiment-timeline.ts';
import { placeOf } from './stages-overview.ts';

/** A command that was run. */
export interface CommandRow {
  readonly command: string;
  /** `22 Oct 2025, 14:23:15`; as written where the time does not exist, empty where none is written. */
  readonly time: string;
  /** How it ended, where the log says so. */
  readonly outcome: State | null;
  readonly log: string;
  /** The event on the page. */
  readonly href: string;
}

export interface CommandList {
  readonly rows: readonly CommandRow[];
  /** `12 commands, in the order of the logs`. */
  readonly count: string;
  /** How many more the logs have; null where all are shown. */
  readonly more: string | null;
}

const mostCommands = 200;

/** The commands of an experiment's logs in order; null where they name none. */
export function commandList(runLogs: readonly RunLog[]): CommandList | null {
  const order = new Map(logsInOrder(runLogs).map((log, index) => [log, index]));
  const commands = loggedCommands(runLogs);
  if (commands.length === 0) return null;
  const more = commands.length - mostCommands;
  return {
    rows: commands.slice(0, mostCommands).map(({ command, event, ...placed }) => {
      const outcome = eventOutcome(event);
      const day = event.timestamp === null ? '' : `${shortDate(event.timestamp).text}, `;
      return {
        command,
        time: `${day}${clockOf(event)}`,
        outcome: outcome === null ? null : { word: outcome, tone: tones[outcome] },
        log: placed.log.name,
        href: placeOf({ event, ...placed }, order),
      };
    }),
    count: `${counted(commands.length, 'command', 'commands')}, log after log, as they are written.`,
    more: more <= 0 ? null : `${counted(more, 'more command is', 'more commands are')} in the logs below.`,
  };
}
