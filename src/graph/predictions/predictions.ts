import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { lineagesOf, type Lineage } from '#graph/lineage/lineage.ts';
import type { Entry } from '#schemas/entry.ts';
import type { Appearance } from '#schemas/history.ts';
import type { Job } from '#schemas/queue.ts';
import type { CheckedPrediction } from '#statistics/calibration.ts';
import { textOf, waitingEffect } from './expectation.ts';
import { readExpectedEffect, type ExpectedEffect, type ExpectedMetric } from './expected-effect.ts';
import { observedEffect, type ObservedEffect } from './observed-effect.ts';
import { runsOfIdea, runsOfJobs, type RunsOfJobs } from './predicted-runs.ts';
import { doubtOfIdea } from './provenance.ts';

/** An expectation as it was first stated, and what became of it. */
export interface PredictionRecord {
  /** The idea whose frontmatter states it; of a job, the idea that it belongs to. */
  readonly idea: Entry | null;
  /** The job whose label states it; null for that of an idea. */
  readonly job: Job | null;
  /** As first committed; as it stands in the file where git does not have it. */
  readonly written: string;
  /** The commit in which it first stood; null for jobs, and where git does not have it. */
  readonly since: Appearance | null;
  /** What the file says today, where that is something else: it does not count. */
  readonly today: string | null;
  /** Null where it cannot be read as a change of a metric. */
  readonly effect: ExpectedEffect | null;
  /** Null while there is nothing to be seen. */
  readonly observed: ObservedEffect | null;
  /** `open` while there is no result; `not checkable` is no reproach: nobody can tell. */
  readonly state: 'checked' | 'open' | 'not checkable';
  /** Why it is open or not checkable; empty where it was checked. */
  readonly reason: string;
  readonly inDirection: boolean | null;
  readonly inRange: boolean | null;
}

const known = new WeakMap<KnowledgeGraph, readonly PredictionRecord[]>();

/**
 * Every expectation of ideas and of jobs against what their runs showed (`statistics.md`, "Expected and observed"), ideas newest first, then jobs in the
 * order of their queues. The prediction counts as first committed, not as edited later.
 */
export function predictionsOf(graph: KnowledgeGraph): readonly PredictionRecord[] {
  const found = known.get(graph) ?? findPredictions(graph);
  known.set(graph, found);
  return found;
}

function findPredictions(graph: KnowledgeGraph): PredictionRecord[] {
  const { all } = lineagesOf(graph);
  const ofJob = new Map(all.flatMap((lineage) => lineage.jobs.map(({ to }) => [to.id, lineage] as const)));
  const runs = runsOfJobs(graph);
  return [
    ...all.flatMap((lineage) => predictionOfIdea(lineage, graph)),
    ...graph.content.queues.flatMap(({ jobs }) => jobs.flatMap((job) => predictionOfJob(job, ofJob.get(job.id) ?? null, runs, graph))),
  ];
}

/** What a calibration is of: those that were checked; a job that expects of its idea's runs what the idea expects is no second pair. */
export function checkedPairs(records: readonly PredictionRecord[]): PredictionRecord[] {
  const seen = new Set<string>();
  return records.filter(({ state, observed }) => {
    const pair = observed?.runs.join(' ') ?? '';
    if (state !== 'checked' || seen.has(pair)) return false;
    seen.add(pair);
    return true;
  });
}

function predictionOfIdea(lineage: Lineage, graph: KnowledgeGraph): PredictionRecord[] {
  const { idea, reports } = lineage;
  const first = graph.content.history?.predictions?.[idea.path] ?? null;
  const today = textOf(idea, 'expected');
  const written = first?.expected ?? today;
  if (written === null) return [];
  const stated = { idea, job: null, written, since: first, today: first === null || today === first.expected ? null : (today ?? '') };
  const runs = runsOfIdea(lineage, graph);
  const seen = observedEffect(runs, first === null ? textOf(idea, 'metric') : first.metric, graph);
  const hasResult = typeof seen !== 'string' || reports.length > 0;
  if (!hasResult) {
    const isGivenUp = textOf(idea, 'abandoned') !== null;
    const waiting = unchecked(
      stated,
      isGivenUp ? 'not checkable' : 'open',
      isGivenUp ? 'the idea was given up without a test' : 'no result yet',
    );
    return [{ ...waiting, effect: waitingEffect(written, first === null ? textOf(idea, 'metric') : first.metric, graph) }];
  }
  const doubt = doubtOfIdea(lineage, first, typeof seen === 'string' ? [] : seen.runs, graph);
  return [doubt === null ? compared(stated, seen, false) : { ...compared(stated, seen, false), ...denied(doubt) }];
}

function predictionOfJob(job: Job, lineage: Lineage | null, runs: RunsOfJobs, graph: KnowledgeGraph): PredictionRecord[] {
  if (job.expectation === null) return [];
  const stated = { idea: lineage?.idea ?? null, job, written: job.expectation, since: null, today: null };
  if (job.ended === null) return [unchecked(stated, 'open', 'the job has not ended')];
  const own = runs.of(job, lineage);
  if (own === null) return [unchecked(stated, 'not checkable', 'rows were recorded while other jobs ran, too')];
  if (own.length === 0) return [unchecked(stated, 'not checkable', 'no row says that it is of this job')];
  return [compared(stated, observedEffect(own, null, graph), true)];
}

type Stated = Pick<PredictionRecord, 'idea' | 'job' | 'written' | 'since' | 'today'>;

function unchecked(stated: Stated, state: 'open' | 'not checkable', reason: string): PredictionRecord {
  return { ...stated, effect: null, observed: null, state, reason, inDirection: null, inRange: null };
}

function denied(reason: string): Pick<PredictionRecord, 'state' | 'reason' | 'inDirection' | 'inRange'> {
  return { state: 'not checkable', reason, inDirection: null, inRange: null };
}

function compared(stated: Stated, seen: ObservedEffect | string, isPhrase: boolean): PredictionRecord {
  if (typeof seen === 'string') return unchecked(stated, 'not checkable', seen);
  const metric: ExpectedMetric = { name: seen.metric, direction: seen.direction, unit: seen.unit };
  const effect = readExpectedEffect(stated.written, metric, isPhrase);
  if ('reason' in effect) return { ...unchecked(stated, 'not checkable', effect.reason), observed: seen };
  const change = changeFor(effect, seen);
  if (change === null) return { ...unchecked(stated, 'not checkable', 'what it is compared with is zero'), effect, observed: seen };
  const verdict = verdictOn(effect, change);
  if (verdict.inDirection === null && verdict.inRange === null)
    return { ...unchecked(stated, 'not checkable', 'it expects no change that could be seen'), effect, observed: seen };
  return { ...stated, effect, observed: seen, state: 'checked', reason: '', ...verdict };
}

/** What was observed in the terms of what was expected: a difference, or a share in percent; null where there is no such share. */
export function changeFor(effect: ExpectedEffect, { difference, relative }: ObservedEffect): number | null {
  return effect.says === 'amount' && effect.isRelative ? relative : difference;
}

function verdictOn(effect: ExpectedEffect, change: number): CheckedPrediction {
  if (effect.says === 'direction') return { inDirection: Math.sign(change) === effect.sign, inRange: null };
  const { low, high } = effect;
  const sign = low >= 0 && high > 0 ? 1 : high <= 0 && low < 0 ? -1 : null;
  return {
    inDirection: sign === null ? null : Math.sign(change) === sign,
    inRange: low === high ? null : change >= low && change <= high,
  };
}
