import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { eventOutcome } from '#graph/run-logs/event-outcome.ts';
import { logsInOrder, longestPause } from '#graph/run-logs/experiment-stages.ts';
import { isCommand } from '#graph/run-logs/logged-commands.ts';
import { namedRuns } from '#graph/run-logs/run-parameters.ts';
import { secondsBetween } from '#graph/run-logs/seconds-between.ts';
import { isRealDate } from '#schemas/fields.ts';
import type { EventField, RunLog, RunLogEvent, StrayLines } from '#schemas/run-log.ts';
import { longDate, type ShownDate } from '#views/date-text.ts';
import { durationText } from '#views/duration-text.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { State } from '#views/entries/entry-state.ts';
import { logSpans, type AddressOf, type LogSpan } from '#views/logs/log-spans.ts';
import { eventAnchor, lastEvents, logAnchor, mostEvents } from './event-anchors.ts';
import { measuredStages } from './measured-stages.ts';

/** A longer value is folded: so many characters or lines. */
const longestValue = 700;
const mostLines = 12;

export interface TimelineField {
  readonly key: string;
  readonly value: readonly LogSpan[];
  /** Commands are shown as code. */
  readonly isCommand: boolean;
  /** The first words of a long value, which is folded; null where it is shown at once. */
  readonly folded: string | null;
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
  readonly description: readonly LogSpan[];
  /** How it ended, where it says so. */
  readonly outcome: State | null;
  readonly fields: readonly TimelineField[];
  readonly notes: readonly string[];
  /** How long the stage that it ends took by the clock: `15 s since SCAFFOLD_TORCHTUNE_START`. */
  readonly measured: string | null;
  /** Time until the next event; null on the last one, below a second, and where a time does not exist or runs backwards. */
  readonly untilNext: string | null;
  /** The next event comes after a long pause. */
  readonly isPause: boolean;
  /** The time is earlier than that of the event above. */
  readonly backwards: boolean;
  readonly problems: readonly Diagnostic[];
  /** Lines behind it that belong to no event. */
  readonly strays: readonly TimelineStray[];
  /** `1,200 events are not shown here`, behind it. */
  readonly omitted: string | null;
}

export interface TimelineStray {
  readonly text: string;
  readonly problems: readonly Diagnostic[];
}

/** One run log. */
export interface LogTimeline {
  /** The log's name; `Run log` where the entry is called the same. */
  readonly name: string;
  readonly path: string;
  readonly anchor: string;
  /** `8 events from 22 October 2025, 14:23 to 22 October 2025, 14:26, 3 min in all`. */
  readonly summary: string;
  /** Lines before the first event. */
  readonly strays: readonly TimelineStray[];
  readonly events: readonly TimelineEvent[];
}

/** The runs that the logs name by a pattern, with their parameters. */
export interface ParameterTable {
  readonly columns: readonly string[];
  readonly runs: readonly { readonly name: string; readonly href: string | null; readonly values: readonly string[] }[];
}

/** The run logs of one experiment, in the order in which they begin. */
export interface ExperimentTimeline {
  readonly parameters: ParameterTable | null;
  readonly logs: readonly LogTimeline[];
}

/** What else the timeline of an experiment needs. */
export interface TimelineContext {
  /** The experiment's title. */
  readonly title: string;
  readonly addressOf: AddressOf;
  /** The diagnostics of a log. */
  readonly problemsOf: (path: string) => readonly Diagnostic[];
}

/** What was done in an experiment, and when. Events keep the order of their file, also where times run backwards. */
export function experimentTimeline(runLogs: readonly RunLog[], context: TimelineContext): ExperimentTimeline {
  const sorted = logsInOrder(runLogs);
  return { parameters: parameterTable(sorted, context), logs: sorted.map((log, index) => logTimeline(log, index, context)) };
}

function parameterTable(logs: readonly RunLog[], { addressOf }: TimelineContext): ParameterTable | null {
  const runs = namedRuns(logs);
  if (runs.length === 0) return null;
  const columns = [...new Set(runs.flatMap(({ parameters }) => parameters.map(({ name }) => name)))];
  return {
    columns,
    runs: runs.map(({ name, parameters }) => ({
      name,
      href: addressOf(name),
      values: columns.map((column) => parameters.find((parameter) => parameter.name === column)?.value ?? ''),
    })),
  };
}

function logTimeline(log: RunLog, index: number, context: TimelineContext): LogTimeline {
  const anchor = logAnchor(index);
  const problems = context.problemsOf(log.path);
  const measured = measuredStages(log);
  const straysBetween = (from: number, to: number): TimelineStray[] =>
    log.strays.filter(({ line }) => line > from && line < to).map((stray) => ({ text: stray.text, problems: within(problems, stray) }));
  const all = log.events.map((event, position) => ({ event, position }));
  const omitted = all.length > mostEvents ? all.length - mostEvents : 0;
  const shown = omitted === 0 ? all : [...all.slice(0, mostEvents - lastEvents), ...all.slice(-lastEvents)];
  return {
    name: log.name === context.title ? 'Run log' : log.name,
    path: log.path,
    anchor,
    summary: summaryOf(log.events),
    strays: straysBetween(0, log.events[0]?.line ?? Infinity),
    events: shown.map(({ event, position }) => ({
      ...timelineEvent(event, log.events[position - 1], log.events[position + 1], context.addressOf),
      anchor: eventAnchor(index, position),
      measured: measured.get(event) ?? null,
      problems: within(problems, event),
      strays: straysBetween(event.line, log.events[position + 1]?.line ?? Infinity),
      omitted:
        omitted > 0 && position === mostEvents - lastEvents - 1 ? `${counted(omitted, 'event is', 'events are')} not shown here` : null,
    })),
  };
}

type OwnFacts = Omit<TimelineEvent, 'anchor' | 'measured' | 'problems' | 'strays' | 'omitted'>;

function timelineEvent(
  event: RunLogEvent,
  previous: RunLogEvent | undefined,
  next: RunLogEvent | undefined,
  addressOf: AddressOf,
): OwnFacts {
  const since = previous === undefined ? null : secondsBetween(previous.timestamp, event.timestamp);
  const until = next === undefined ? null : secondsBetween(event.timestamp, next.timestamp);
  const outcome = eventOutcome(event);
  return {
    time: clockOf(event),
    datetime: event.timestamp,
    day: previous !== undefined && dayIn(previous) === dayIn(event) ? null : dayOf(event),
    action: event.action,
    description: logSpans(event.description, addressOf),
    outcome: outcome === null ? null : { word: outcome, tone: tones[outcome] },
    fields: event.fields.map((field) => timelineField(field, addressOf)),
    notes: event.notes,
    untilNext: until === null || until < 1 ? null : durationText(until),
    isPause: until !== null && until > longestPause,
    backwards: since !== null && since < 0,
  };
}

export const tones = { success: 'good', failure: 'bad', warning: 'caution' } as const;

function timelineField({ key, value }: EventField, addressOf: AddressOf): TimelineField {
  const isLong = value.length > longestValue || value.split('\n', mostLines + 1).length > mostLines;
  const isCode = isCommand(key);
  const shown = /^duration_ms$/i.test(key) && /^\d+(?:\.\d+)?$/.test(value) ? `${value} ms` : value;
  return {
    // Keys of JSON are names of variables; people read words.
    key: /^[a-z][a-z0-9_]*$/.test(key) ? key.replace(/_ms$/, '').replaceAll('_', ' ') : key,
    value: isCode ? [{ text: shown, href: null }] : logSpans(shown, addressOf),
    isCommand: isCode,
    folded: isLong ? `${value.slice(0, 80).split('\n', 1)[0] ?? ''}…` : null,
  };
}

function within(problems: readonly Diagnostic[], { line, lastLine }: RunLogEvent | StrayLines): Diagnostic[] {
  return problems.filter((problem) => problem.line >= line && problem.line <= lastLine);
}

/** A time that does not exist is shown as it is written. */
export function clockOf({ timestamp, written }: RunLogEvent): string {
  const text = timestamp ?? written;
  const clock = text.slice(text.search(/[T ]/) + 1);
  return clock.replace(/\.\d+(?=Z|[+-]|$)/, '');
}

function dayIn({ timestamp, written }: RunLogEvent): string {
  return (timestamp ?? written).slice(0, 10);
}

function dayOf(event: RunLogEvent): ShownDate | null {
  const day = dayIn(event);
  if (isRealDate(day)) return longDate(day);
  return /^\d/.test(day) ? { text: day, datetime: day } : null;
}

/** First, last and total are by the clock, whatever the order in the file. */
function summaryOf(events: readonly RunLogEvent[]): string {
  const count = counted(events.length, 'event', 'events');
  const times = events.flatMap(({ timestamp }) => timestamp ?? []).toSorted();
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return count;
  const total = secondsBetween(first, last);
  const begin = longDate(first).text;
  if (total === null || first === last) return `${count}, ${begin}`;
  const end = first.slice(0, 10) === last.slice(0, 10) ? last.slice(11, 16) : longDate(last).text;
  return `${count} from ${begin} to ${end}, ${durationText(total)} in all`;
}
