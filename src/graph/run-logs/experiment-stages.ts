import type { DateText } from '#schemas/fields.ts';
import type { RunLog, RunLogEvent } from '#schemas/run-log.ts';
import { failureOf, isFailed } from './failed-events.ts';
import { stageOf } from './log-stages.ts';
import { openStarts } from './open-starts.ts';
import { secondsBetween } from './seconds-between.ts';
import { stageNames, stageOfLog, type StageName } from './stage-of-log.ts';

/** More seconds than this without an event are a pause. */
export const longestPause = 600;

/** An event with its place among those of its log. */
export interface PlacedEvent {
  readonly log: RunLog;
  readonly event: RunLogEvent;
  /** From 0, in the order of the file. */
  readonly position: number;
}

/** A stretch of time between two events that follow each other in a log, longer than `longestPause`. */
export interface Pause {
  readonly before: PlacedEvent;
  readonly after: PlacedEvent;
  readonly seconds: number;
}

export interface Failure extends PlacedEvent {
  /** As the log writes it. */
  readonly text: string;
}

/**
 * How a stage stands. `missing`: it has no log. `failed`: the last thing that one of its logs ends is ended by failing, and no later log of that
 * name tries again. `unfinished`: something was begun that neither its log nor a later one ends, or a log just stops. `done`: otherwise.
 */
export type StageState = 'missing' | 'failed' | 'unfinished' | 'done';

export interface ExperimentStage {
  /** Null for logs that belong to none. */
  readonly name: StageName | null;
  readonly state: StageState;
  /** The actions that were begun and that neither their log nor a later one of the stage ends. */
  readonly open: readonly string[];
  /** In the order in which they begin. */
  readonly logs: readonly RunLog[];
  readonly events: number;
  /** The earliest and the latest time; null where there is none, or where some have a zone and some have not. */
  readonly span: { readonly from: DateText; readonly to: DateText; readonly seconds: number } | null;
  /** The logs in which an event is earlier than the one above it: their span is from the earliest to the latest all the same. */
  readonly backwards: readonly RunLog[];
  readonly failures: readonly Failure[];
  readonly pauses: readonly Pause[];
}

/** The run logs in the order in which they begin; those without a time stand last. */
export function logsInOrder(logs: readonly RunLog[]): RunLog[] {
  const begins = (log: RunLog): string => `${log.events.find(({ timestamp }) => timestamp !== null)?.timestamp ?? '~'} ${log.path}`;
  return logs.toSorted((a, b) => (begins(a) < begins(b) ? -1 : 1));
}

/**
 * The five stages of an experiment in the order of work, also those without a log, and what belongs to none of them last. Empty where no log
 * belongs to a stage: then the logs tell of something else, and nothing is missing.
 */
export function experimentStages(logs: readonly RunLog[]): ExperimentStage[] {
  const byStage = Map.groupBy(logsInOrder(logs), stageOfLog);
  if ([...byStage.keys()].every((name) => name === null)) return [];
  const others = byStage.get(null);
  return [
    ...stageNames.map((name) => stageFrom(name, byStage.get(name) ?? [])),
    ...(others === undefined ? [] : [stageFrom(null, others)]),
  ];
}

function stageFrom(name: StageName | null, logs: readonly RunLog[]): ExperimentStage {
  const standings = standingsOf(logs);
  const placed = logs.map((log) => log.events.map((event, position): PlacedEvent => ({ log, event, position })));
  return {
    name,
    state: stateOf(standings),
    open: [...new Set(standings.flatMap(({ open }) => open))],
    logs,
    events: placed.reduce((sum, events) => sum + events.length, 0),
    span: spanOf(placed.flat().flatMap(({ event }) => event.timestamp ?? [])),
    backwards: logs.filter(runsBackwards),
    failures: placed.flat().flatMap((event) => {
      const text = failureOf(event.event);
      return text === null ? [] : [{ ...event, text }];
    }),
    pauses: placed.flatMap(pausesIn),
  };
}

/** How a log stands among those of its stage. */
interface Standing {
  /** Of the log, without numbers. */
  readonly name: string;
  readonly state: StageState;
  readonly open: readonly string[];
}

/** Of logs in the order in which they begin: what one leaves open a later one may end. */
function standingsOf(logs: readonly RunLog[]): Standing[] {
  const endedLater = new Set<string>();
  const fromLast = logs.toReversed().map((log): Standing => {
    const begun = openStarts(log).map(({ action }) => action);
    const open = begun.filter((action) => !endedLater.has(stageOf(action)?.name ?? ''));
    for (const { action } of log.events) {
      const stage = stageOf(action);
      if (stage?.is === 'end') endedLater.add(stage.name);
    }
    const state = stateOfLog(log);
    return {
      name: log.name.replace(/\d+/g, ''),
      state: state === 'unfinished' && begun.length > 0 && open.length === 0 ? 'done' : state,
      open,
    };
  });
  return fromLast.toReversed();
}

/** A failure is over where a later log has the same name, numbers apart: `run-1` failed, and `run-2` is its second try, which counts by itself. */
function stateOf(standings: readonly Standing[]): StageState {
  if (standings.length === 0) return 'missing';
  const left = standings.filter(
    ({ state, name }, index) => state !== 'failed' || !standings.slice(index + 1).some((later) => later.name === name),
  );
  return (['failed', 'unfinished'] as const).find((state) => left.some((standing) => standing.state === state)) ?? 'done';
}

function stateOfLog(log: RunLog): StageState {
  const steps = log.events.map((event) => ({ event, stage: stageOf(event.action) }));
  const last = log.events.at(-1);
  const ended = steps.findLast(({ stage }) => stage !== null);
  if (ended?.stage?.is === 'end' && isFailed(ended.event)) return 'failed';
  if (openStarts(log).length > 0) return 'unfinished';
  if (steps.some(({ stage }) => stage?.is === 'end' && stage.name === '')) return 'done';
  if (last === undefined) return 'unfinished';
  return stageOf(last.action)?.is === 'end' ? 'done' : isFailed(last) ? 'failed' : 'unfinished';
}

function runsBackwards({ events }: RunLog): boolean {
  return events.some(({ timestamp }, index) => (secondsBetween(events[index - 1]?.timestamp ?? null, timestamp) ?? 0) < 0);
}

function pausesIn(events: readonly PlacedEvent[]): Pause[] {
  return events.flatMap((after, index) => {
    const before = events[index - 1];
    const seconds = before === undefined ? null : secondsBetween(before.event.timestamp, after.event.timestamp);
    return before === undefined || seconds === null || seconds <= longestPause ? [] : [{ before, after, seconds }];
  });
}

function spanOf(times: readonly DateText[]): ExperimentStage['span'] {
  let [from] = times;
  if (from === undefined) return null;
  let to = from;
  for (const time of times) {
    const [sinceFrom, sinceTo] = [secondsBetween(from, time), secondsBetween(to, time)];
    if (sinceFrom === null || sinceTo === null) return null;
    if (sinceFrom < 0) from = time;
    if (sinceTo > 0) to = time;
  }
  return { from, to, seconds: secondsBetween(from, to) ?? 0 };
}
