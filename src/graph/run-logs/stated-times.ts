import type { RunLogEvent } from '#schemas/run-log.ts';
import { durationInText } from './duration-in-text.ts';
import type { ExperimentStage, PlacedEvent } from './experiment-stages.ts';
import { stageOf } from './log-stages.ts';
import { secondsBetween } from './seconds-between.ts';
import { secondsPer, statedDuration } from './stated-duration.ts';
import type { StageName } from './stage-of-log.ts';

/** A time that a log states, beside what the timestamps say. */
export interface StatedTime extends PlacedEvent {
  /** `estimate`: before it was done. `duration`: behind it. */
  readonly is: 'estimate' | 'duration';
  /** As written. */
  readonly stated: string;
  /** What was stated, in seconds; null where it is not written as a time. */
  readonly seconds: number | null;
  /** By the timestamps, in seconds; null where they do not say. */
  readonly actual: number | null;
  /** What the actual time is of: a stage from its first event to its last, or from the event that began what this one ends. */
  readonly against: { readonly is: 'stage'; readonly stage: ExperimentStage } | { readonly is: 'event'; readonly start: string | null };
}

/**
 * The times that run logs state, in the order of the stages: estimates (`CALCULATE_TIME`, `Estimated …`) beside the stage that they are of, and
 * the durations of what an event ends beside the time since it began. Durations of single actions in milliseconds are no statement about a stage.
 */
export function statedTimes(stages: readonly ExperimentStage[]): StatedTime[] {
  return stages.flatMap((stage) =>
    stage.logs.flatMap((log) => {
      const starts = new Map<string, RunLogEvent>();
      return log.events.flatMap((event, position): StatedTime[] => {
        const step = stageOf(event.action);
        if (step?.is === 'start') starts.set(step.name, event);
        const placed = { log, event, position };
        const estimate = estimateIn(event);
        if (estimate !== null) {
          const of = stageEstimated(event, stage, stages);
          return [{ ...placed, is: 'estimate', ...estimate, actual: of.span?.seconds ?? null, against: { is: 'stage', stage: of } }];
        }
        const duration = step?.is === 'end' ? statedDuration(event) : null;
        if (step === null || duration === null || duration.field.key.toLowerCase() === 'duration_ms') return [];
        const start = starts.get(step.name) ?? (step.name === '' ? log.events[0] : undefined);
        const measured = start === undefined ? null : secondsBetween(start.timestamp, event.timestamp);
        return [
          {
            ...placed,
            is: 'duration',
            stated: statedText(duration.field.key, duration.field.value),
            seconds: duration.seconds,
            actual: measured === null || measured < 0 ? null : measured,
            against: { is: 'event', start: start?.action ?? null },
          },
        ];
      });
    }),
  );
}

const estimateKeys = /^(?:time[ _])?estimated?(?:[ _]total)?(?:[ _](?:time|duration|runtime))?$/i;
const unitKeys = /^(?:estimated?(?:_total)?|total(?:_estimated)?)(?:_time)?_(seconds|minutes|hours)$/i;

/** A field of its own says it in any event; in one that calculates a time so does its result. */
function estimateIn({ action, fields }: RunLogEvent): { readonly stated: string; readonly seconds: number | null } | null {
  const isCalculation = /(?:^|_)(?:TIME|DURATION|RUNTIME)(?:_|$)/.test(action) && /(?:^|_)(?:CALCULATE|ESTIMATE)/.test(action);
  for (const { key, value } of fields) {
    const unit = unitKeys.exec(key)?.[1];
    if (unit !== undefined && (isCalculation || /^estimate/i.test(key)) && /^\d{1,12}(?:\.\d{1,9})?$/.test(value))
      return { stated: statedText(key, value), seconds: Number(value) * (secondsPer(unit) ?? 1) };
    if (estimateKeys.test(key)) return { stated: value, seconds: durationInText(value) };
  }
  if (!isCalculation) return null;
  const result = fields.find(({ key }) => /^(?:result|estimate)$/i.test(key));
  return result === undefined ? null : { stated: result.value, seconds: durationInText(result.value) };
}

/** The key says the unit where the value does not: `total_seconds: 240` is `240 seconds`. */
function statedText(key: string, value: string): string {
  const unit = /_(ms|s|sec|seconds|min|minutes|hours)$/i.exec(key)?.[1];
  return unit === undefined || !/^[\d.]+$/.test(value) ? value : `${value} ${unit}`;
}

/** A design estimates what runs later: the evaluation where it says so, else the run. Any other stage estimates itself. */
function stageEstimated(event: RunLogEvent, own: ExperimentStage, stages: readonly ExperimentStage[]): ExperimentStage {
  if (own.name !== 'design' && own.name !== 'scaffold') return own;
  const isOfEvaluation = /\beval/i.test(`${event.action.replaceAll('_', ' ')} ${event.description}`);
  const name: StageName = isOfEvaluation ? 'evaluate' : 'run';
  return stages.find((stage) => stage.name === name) ?? own;
}
