import { experimentStages, logsInOrder, type ExperimentStage } from '#graph/run-logs/experiment-stages.ts';
import { statedTimes, type StatedTime } from '#graph/run-logs/stated-times.ts';
import type { RunLog } from '#schemas/run-log.ts';
import { durationText } from '#views/duration-text.ts';
import { counted } from '#views/entries/entry-row.ts';
import { shortened } from '#views/shortened.ts';
import { placeOf } from './stages-overview.ts';
import { stageTitle } from './stage-words.ts';

/** A time that a log states, beside the time by the clock. */
export interface StatedTimeRow {
  /** `CALCULATE_TIME: Training time estimate`. */
  readonly what: string;
  readonly href: string;
  /** As the log writes it. */
  readonly stated: string;
  /** As it was read: `16 min`; null where it is not written as a time. */
  readonly read: string | null;
  /** `unknown` where the timestamps do not say. */
  readonly actual: string;
  /** What the actual time is of, or why it is unknown. */
  readonly basis: string;
  /** `2.4 times as long`; empty where that is unknown. */
  readonly comparison: string;
}

export interface StatedTimeRows {
  readonly rows: readonly StatedTimeRow[];
  readonly more: string | null;
}

const mostRows = 50;
const longestText = 120;

/** What the logs of an experiment estimate or state, beside what the timestamps say; null where they state no time. */
export function statedTimeRows(runLogs: readonly RunLog[]): StatedTimeRows | null {
  const order = new Map(logsInOrder(runLogs).map((log, index) => [log, index]));
  const times = statedTimes(experimentStages(runLogs));
  if (times.length === 0) return null;
  const more = times.length - mostRows;
  return {
    rows: times.slice(0, mostRows).map((time) => ({ ...rowOf(time), href: placeOf(time, order) })),
    more: more <= 0 ? null : `${counted(more, 'more is', 'more are')} in the logs below.`,
  };
}

function rowOf({ event, stated, seconds, actual, against, ...time }: StatedTime): Omit<StatedTimeRow, 'href'> {
  const what = event.description === '' ? event.action : `${event.action}: ${shortened(event.description, longestText)}`;
  return {
    what,
    stated: shortened(stated.split('\n', 1)[0] ?? '', longestText),
    read: seconds === null ? null : durationText(seconds),
    actual: actual === null ? 'unknown' : durationText(actual),
    basis: against.is === 'stage' ? stageBasis(against.stage) : eventBasis(against.start, actual),
    comparison: seconds === null || actual === null ? '' : comparisonOf(actual, seconds, time.is),
  };
}

function stageBasis({ name, state, span }: ExperimentStage): string {
  const title = stageTitle(name);
  if (state === 'missing') return `no log of the stage ${title}`;
  if (span === null) return `${title} has no times that can be compared`;
  return `${title}, first event to last${state === 'unfinished' ? '; not finished' : ''}`;
}

function eventBasis(start: string | null, actual: number | null): string {
  if (start === null) return 'its start is not logged';
  return actual === null ? `no time to be had since ${start}` : `since ${start === '' ? 'the first event' : start}`;
}

/** Times are compared to a second: both ends are cut to whole ones. */
function comparisonOf(actual: number, stated: number, is: StatedTime['is']): string {
  if (Math.abs(actual - stated) <= 1) return 'as stated';
  if (stated === 0) return 'longer';
  const times = actual / stated;
  const text = times >= 10 ? Math.round(times).toLocaleString('en-US') : times.toFixed(times >= 0.095 ? 1 : 2);
  return `${text} times the ${is === 'estimate' ? 'estimate' : 'stated time'}`;
}
