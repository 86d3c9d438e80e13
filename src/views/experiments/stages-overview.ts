import { stageStrip, type StripStage } from '#charts/stage-strip.ts';
import { experimentStages, logsInOrder, type ExperimentStage, type Pause, type PlacedEvent } from '#graph/run-logs/experiment-stages.ts';
import { secondsBetween } from '#graph/run-logs/seconds-between.ts';
import type { RunLog } from '#schemas/run-log.ts';
import { longDate } from '#views/date-text.ts';
import { durationText } from '#views/duration-text.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { State } from '#views/entries/entry-state.ts';
import { chartWidths } from '#views/results/charts/figure.ts';
import { shortened } from '#views/shortened.ts';
import { eventHref, logAnchor } from './event-anchors.ts';
import { stageStates, stageTitle } from './stage-words.ts';

/** A text that leads to an event of the timeline. */
export interface EventLink {
  readonly text: string;
  readonly href: string;
}

/** A list that is cut, with words for the rest. */
export interface Bounded<T> {
  readonly shown: readonly T[];
  /** `and 12 more`; null where all are shown. */
  readonly more: string | null;
}

/** One stage of an experiment. */
export interface StageRow {
  readonly title: string;
  readonly state: State;
  /** What is to be known of its state and its times: what was begun and not ended, that a log stops, that times run backwards. */
  readonly remarks: readonly string[];
  readonly logs: readonly EventLink[];
  /** `22 October 2025, 14:23 to 14:26`; `unknown` where the logs have no times. Null where there is no log. */
  readonly when: string | null;
  readonly duration: string | null;
  readonly events: string | null;
  readonly failures: Bounded<EventLink>;
  readonly pauses: Bounded<EventLink>;
}

export interface StagesOverview {
  readonly stages: readonly StageRow[];
  /** When each stage was at work, for wide and narrow pages; null where times are missing, or all are one moment. */
  readonly strip: { readonly wide: string; readonly narrow: string } | null;
}

const mostLinks = 6;
const longestText = 90;

/** The stages of an experiment by its run logs; null where none of the logs belongs to one. */
export function stagesOverview(runLogs: readonly RunLog[]): StagesOverview | null {
  const stages = experimentStages(runLogs);
  if (stages.length === 0) return null;
  const order = new Map(logsInOrder(runLogs).map((log, index) => [log, index]));
  return { stages: stages.map((stage) => stageRow(stage, order)), strip: stripOf(stages) };
}

type LogOrder = ReadonlyMap<RunLog, number>;

function stageRow(stage: ExperimentStage, order: LogOrder): StageRow {
  const { name, state, logs, span, events, failures, pauses } = stage;
  const isThere = state !== 'missing';
  return {
    title: stageTitle(name),
    state: stageStates[state],
    remarks: remarksOf(stage),
    logs: logs.map((log) => ({ text: log.name, href: `#${logAnchor(order.get(log) ?? 0)}` })),
    when: !isThere ? null : span === null ? 'unknown' : spanText(span.from, span.to),
    duration: !isThere ? null : span === null ? 'unknown' : durationText(span.seconds),
    events: isThere ? counted(events, 'event', 'events') : null,
    failures: bounded(failures, (failure) => ({
      text: `${failure.event.action === '' ? '' : `${failure.event.action}: `}${shortened(failure.text, longestText)}`,
      href: placeOf(failure, order),
    })),
    pauses: bounded(pauses, (pause) => ({ text: pauseText(pause), href: placeOf(pause.before, order) })),
  };
}

function remarksOf({ state, open, backwards }: ExperimentStage): string[] {
  const unfinished =
    open.length === 0 ? 'no end is logged' : `${open.slice(0, 3).join(', ')}${open.length > 3 ? ' and others' : ''} not ended`;
  return [
    ...(state === 'unfinished' ? [unfinished] : []),
    ...(backwards.length === 0 ? [] : [`times run backwards in ${backwards.map(({ name }) => name).join(', ')}`]),
  ];
}

function pauseText({ before, after, seconds }: Pause): string {
  return `${durationText(seconds)} between ${nameOf(before)} and ${nameOf(after)}`;
}

function nameOf({ event, position }: PlacedEvent): string {
  return event.action === '' ? `event ${position + 1}` : event.action;
}

export function placeOf({ log, position }: PlacedEvent, order: LogOrder): string {
  return eventHref(order.get(log) ?? 0, position, log.events.length);
}

function bounded<T, U>(items: readonly T[], shownAs: (item: T) => U): Bounded<U> {
  const more = items.length - mostLinks;
  return { shown: items.slice(0, mostLinks).map(shownAs), more: more <= 0 ? null : `and ${more.toLocaleString('en-US')} more` };
}

/** The day is said once where both are on it. */
function spanText(from: string, to: string): string {
  const [begin, end] = [longDate(from).text, longDate(to).text];
  if (begin === end) return begin;
  return from.slice(0, 10) === to.slice(0, 10) ? `${begin} to ${to.slice(11, 16)}` : `${begin} to ${end}`;
}

function stripOf(stages: readonly ExperimentStage[]): StagesOverview['strip'] {
  const spans = stages.flatMap(({ span }) => span ?? []);
  const first = spans.reduce((least, { from }) => ((secondsBetween(least, from) ?? 0) < 0 ? from : least), spans[0]?.from ?? '');
  const last = spans.reduce((most, { to }) => ((secondsBetween(most, to) ?? 0) > 0 ? to : most), spans[0]?.to ?? '');
  const seconds = secondsBetween(first, last);
  const there = stages.filter(({ state }) => state !== 'missing');
  const placed = there.map((stage) => stripStage(stage, first));
  // One stage alone is as long as the strip, and a time without zone has no place among times with one.
  if (seconds === null || seconds === 0 || there.length < 2 || placed.some((stage) => stage === null)) return null;
  const data = {
    stages: placed.flatMap((stage) => stage ?? []),
    seconds,
    begin: longDate(first).text,
    end: longDate(last).text,
    label: `When each stage was at work, from ${longDate(first).text} to ${longDate(last).text}. The list below says the same in numbers.`,
  };
  return { wide: stageStrip(data, chartWidths.half * 1.4), narrow: stageStrip(data, chartWidths.narrow) };
}

/** Null where a time has no place on the scale. */
function stripStage(stage: ExperimentStage, first: string): StripStage | null {
  const at = ({ event }: PlacedEvent): number => secondsBetween(first, event.timestamp) ?? NaN;
  const pauses = stage.pauses.map(({ before, after }) => ({ from: at(before), to: at(after) }));
  const stretches = stage.logs.flatMap((log) => {
    const times = log.events
      .flatMap(({ timestamp }) => (timestamp === null ? [] : [secondsBetween(first, timestamp) ?? NaN]))
      .sort((a, b) => a - b);
    return stretchesOf(
      times,
      pauses.filter((_, index) => stage.pauses[index]?.before.log === log),
    );
  });
  return stage.span === null || [...pauses, ...stretches].some(({ from, to }) => Number.isNaN(from + to))
    ? null
    : { name: stageTitle(stage.name), stretches, pauses };
}

/** What lies between the pauses. Of a log whose times run backwards a pause may lie within another one; it is then drawn over. */
function stretchesOf(
  times: readonly number[],
  pauses: readonly { readonly from: number; readonly to: number }[],
): { from: number; to: number }[] {
  const [begin, end] = [times[0], times.at(-1)];
  if (begin === undefined || end === undefined) return [];
  const sorted = pauses.toSorted((a, b) => a.from - b.from);
  const starts = [begin, ...sorted.map(({ to }) => to)];
  const ends = [...sorted.map(({ from }) => from), end];
  return starts.flatMap((from, index) => {
    const to = ends[index] ?? end;
    return to < from ? [] : [{ from, to }];
  });
}
