import { isRealDate } from '#schemas/fields.ts';
import type { RunLog, RunLogEvent } from '#schemas/run-log.ts';
import { longDate, type ShownDate } from './date-text.ts';
import { durationText, secondsBetween } from './duration-text.ts';
import { counted } from './entry-row.ts';

/** Longer than this between two events is marked as a gap. */
const longGap = 3600;

export interface TimelineField {
  readonly key: string;
  readonly value: string;
  /** Commands are shown as code. */
  readonly isCommand: boolean;
}

export interface TimelineEvent {
  /** `id` attribute of the event. */
  readonly anchor: string;
  /** `14:23:15`. */
  readonly time: string;
  /** For `<time>`; null where the time does not exist. */
  readonly datetime: string | null;
  /** On the first event of a day. */
  readonly day: ShownDate | null;
  readonly action: string;
  readonly description: string;
  readonly fields: readonly TimelineField[];
  readonly notes: readonly string[];
  /** Time until the next event; null on the last one, below a second, and where a time does not exist or runs backwards. */
  readonly untilNext: string | null;
  /** The next event comes after a long pause. */
  readonly gap: boolean;
  /** The time is earlier than that of the event above. */
  readonly backwards: boolean;
}

/** One run log. */
export interface LogTimeline {
  /** The log's name; `Run log` where the entry is called the same. */
  readonly name: string;
  readonly path: string;
  readonly anchor: string;
  /** `8 events from 22 October 2025, 14:23 to 22 October 2025, 14:26, 3 min in all`. */
  readonly summary: string;
  readonly events: readonly TimelineEvent[];
}

/** The run logs of one experiment, in the order in which they begin. */
export interface ExperimentTimeline {
  readonly logs: readonly LogTimeline[];
}

/** What was done in an experiment, and when. Events keep the order of their file, also where times run backwards. */
export function experimentTimeline(runLogs: readonly RunLog[], title: string): ExperimentTimeline {
  const begins = (log: RunLog): string => `${log.events[0]?.timestamp ?? ''} ${log.path}`;
  return { logs: runLogs.toSorted((a, b) => (begins(a) < begins(b) ? -1 : 1)).map((log, index) => logTimeline(log, index, title)) };
}

function logTimeline(log: RunLog, index: number, title: string): LogTimeline {
  const anchor = `log-${index + 1}`;
  return {
    name: log.name === title ? 'Run log' : log.name,
    path: log.path,
    anchor,
    summary: summaryOf(log.events),
    events: log.events.map((event, position) =>
      timelineEvent(event, log.events[position - 1], log.events[position + 1], `${anchor}-event-${position + 1}`),
    ),
  };
}

function timelineEvent(
  event: RunLogEvent,
  previous: RunLogEvent | undefined,
  next: RunLogEvent | undefined,
  anchor: string,
): TimelineEvent {
  const since = previous === undefined ? null : secondsBetween(previous.timestamp, event.timestamp);
  const until = next === undefined ? null : secondsBetween(event.timestamp, next.timestamp);
  return {
    anchor,
    time: event.timestamp.slice(event.timestamp.indexOf('T') + 1),
    datetime: isRealDate(event.timestamp) ? event.timestamp : null,
    day: previous?.timestamp.slice(0, 10) === event.timestamp.slice(0, 10) ? null : dayOf(event.timestamp),
    action: event.action,
    description: event.description,
    fields: event.fields.map(({ key, value }) => ({ key, value, isCommand: /^(?:command|cmd)$/i.test(key) })),
    notes: event.notes,
    untilNext: until === null || until < 1 ? null : durationText(until),
    gap: until !== null && until >= longGap,
    backwards: since !== null && since < 0,
  };
}

/** A day that does not exist is shown as it is written. */
function dayOf(timestamp: string): ShownDate {
  const day = timestamp.slice(0, timestamp.indexOf('T'));
  return isRealDate(day) ? longDate(day) : { text: day, datetime: day };
}

/** First, last and total are by the clock, whatever the order in the file. */
function summaryOf(events: readonly RunLogEvent[]): string {
  const count = counted(events.length, 'event', 'events');
  const times = events
    .map((event) => event.timestamp)
    .filter((time) => secondsBetween(time, time) !== null)
    .toSorted();
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return count;
  const total = secondsBetween(first, last);
  const begin = longDate(first).text;
  if (total === null || first === last) return `${count}, ${begin}`;
  const end = first.slice(0, 10) === last.slice(0, 10) ? last.slice(11, 16) : longDate(last).text;
  return `${count} from ${begin} to ${end}, ${durationText(total)} in all`;
}
