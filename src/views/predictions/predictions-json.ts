import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { changeFor, checkedPairs, predictionsOf, type PredictionRecord } from '#graph/predictions/predictions.ts';
import { calibrate, type Share } from '#statistics/calibration.ts';

interface PredictionJson {
  /** The idea, or the idea that the job belongs to. */
  readonly idea: string | null;
  readonly job: string | null;
  /** As first committed, and where that was. */
  readonly written: string;
  readonly commit: string | null;
  readonly date: string | null;
  /** What the file says today, where that is something else. */
  readonly today: string | null;
  /** Both ends of what was expected; null where it is no amount, or an end is open. */
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: 'metric' | 'percent' | null;
  readonly metric: string | null;
  /** The observed change in the same unit. */
  readonly observed: number | null;
  readonly runs: readonly string[];
  readonly against: string | null;
  readonly state: PredictionRecord['state'];
  readonly reason: string;
  readonly in_direction: boolean | null;
  readonly in_range: boolean | null;
}

interface ShareJson {
  readonly hits: number;
  readonly of: number;
  readonly interval: readonly [number, number] | null;
}

/** `api/predictions.json`: what was expected, and what was observed. */
export interface PredictionsJson {
  readonly schema: 1;
  readonly pairs: number;
  /** Whether there are pairs enough to say anything of whoever predicted. */
  readonly is_enough: boolean;
  readonly in_direction: ShareJson;
  readonly in_range: ShareJson;
  readonly predictions: readonly PredictionJson[];
}

export function predictionsJson(graph: KnowledgeGraph): PredictionsJson {
  const records = predictionsOf(graph);
  const { pairs, isEnough, direction, range } = calibrate(checkedPairs(records));
  return {
    schema: 1,
    pairs,
    is_enough: isEnough,
    in_direction: shareJson(direction),
    in_range: shareJson(range),
    predictions: records.map(predictionJson),
  };
}

function shareJson({ hits, of, interval }: Share): ShareJson {
  return { hits, of, interval: interval === null ? null : [interval.low, interval.high] };
}

function predictionJson(record: PredictionRecord): PredictionJson {
  const { idea, job, written, since, today, effect, observed, state, reason, inDirection, inRange } = record;
  const amount = effect?.says === 'amount' ? effect : null;
  const finite = (end: number | undefined): number | null => (end !== undefined && Number.isFinite(end) ? end : null);
  return {
    idea: idea?.id ?? null,
    job: job?.id ?? null,
    written,
    commit: since?.commit ?? null,
    date: since?.date ?? null,
    today,
    low: finite(amount?.low),
    high: finite(amount?.high),
    unit: amount === null ? null : amount.isRelative ? 'percent' : 'metric',
    metric: observed?.metric ?? null,
    observed: observed === null ? null : effect === null ? observed.difference : changeFor(effect, observed),
    runs: observed?.runs ?? [],
    against: observed?.against ?? null,
    state,
    reason,
    in_direction: inDirection,
    in_range: inRange,
  };
}
