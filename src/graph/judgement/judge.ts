import { metricGate } from '#statistics/metric-gate.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Direction } from '#schemas/program.ts';
import type { Results } from '#graph/knowledge-graph.ts';
import { compare } from './comparison.ts';
import { confirmationsOf } from './confirmations.ts';
import { incumbentsOf } from './incumbents.ts';
import type { Judgement, RunJudgement, StratumJudgement, Verdict } from './judgement.ts';
import { configurationOf, noiseOf } from './noise.ts';
import { debtOf, frontierOf, keepsOf, settlingOf, tiedGroups } from './standing.ts';
import { orient, stratumRuns, type RunGroup, type SeedDisagreement } from './stratum-runs.ts';

export interface JudgeOptions {
  /** The smallest difference of the main metric that matters, in its units; null where nobody says. */
  readonly minEffect: number | null;
  /** How many replicates the idea behind a run asks for; null where none does. */
  readonly seedsOf: (run: RunId) => number | null;
}

/**
 * Judges the runs of a table by its main metric (`statistics.md`): pure, linear in the rows but for sorting, and the same whatever the time.
 * Each stratum is judged by itself. Verdicts are told of the current one, which the table's best is of; scored runs of any other are `not comparable`.
 */
export function judge(results: Results, { minEffect, seedsOf }: JudgeOptions): Judgement {
  const unjudged = reasonNotToJudge(results);
  const { direction } = results.metric;
  if (unjudged !== null || direction === null) {
    return { unjudged: unjudged ?? 'no direction', strata: [], current: null, byRun: new Map(), disagreements: [] };
  }
  const judged = Array.from(
    Map.groupBy(results.runs, ({ stratum }) => stratum),
    ([id, runs]) => judgeStratum(stratumRuns(id, runs, results, direction), results, direction, { minEffect, seedsOf }),
  );
  const current = judged.find(({ stratum }) => stratum.id === results.stratum) ?? null;
  return {
    unjudged: judged.every(({ stratum }) => stratum.scored === 0) ? 'nothing scored' : null,
    strata: judged.map(({ stratum }) => stratum),
    current: current?.stratum ?? null,
    byRun: new Map(
      judged.flatMap(({ stratum, byRun }) => {
        const isCurrent = stratum === current?.stratum;
        return Array.from(byRun, ([id, one]) => [id, isCurrent ? one : { ...one, verdict: 'not comparable' }] as const);
      }),
    ),
    disagreements: judged.flatMap(({ disagreements }) => disagreements),
  };
}

function reasonNotToJudge({ nature, metric, runs }: Results): Judgement['unjudged'] {
  if (nature.rows !== 'runs' || runs.length === 0) return 'no runs';
  if (metric.name === null) return 'no metric';
  return metric.direction === null ? 'no direction' : null;
}

interface Judged {
  readonly stratum: StratumJudgement;
  /** Of the scored runs. */
  readonly byRun: ReadonlyMap<RunId, RunJudgement>;
  readonly disagreements: readonly SeedDisagreement[];
}

function judgeStratum(
  stratum: ReturnType<typeof stratumRuns>,
  results: Results,
  direction: Direction,
  { minEffect, seedsOf }: JudgeOptions,
): Judged {
  const { noise, missing } = noiseOf(stratum, direction);
  const incumbents = incumbentsOf(stratum, results);
  const confirmations = confirmationsOf(stratum, incumbents, noise !== null, seedsOf);
  const comparisons = new Map(
    stratum.configurations.flatMap(({ first, runs }) => {
      const incumbent = incumbents.get(first.run.id);
      if (incumbent === undefined) return [];
      // Replicates of a configuration are compared with what its first run was compared with.
      return runs.map((one) => [one.run.id, compare(one, incumbent, stratum, noise, direction)] as const);
    }),
  );
  const best = stratum.scored.findLast(({ run }) => run.bestSoFar) ?? null;
  const bestGroup = best === null ? undefined : stratum.groupOf.get(best.run.id);
  const frontier = noise === null ? null : frontierOf(stratum, noise, direction);
  const tied = noise === null || bestGroup === undefined ? [] : tiedGroups(stratum, bestGroup, noise, results);
  const isTied = new Set(tied);
  const beatsLuck = best !== null && frontier !== null && best.score > orient(frontier.value, direction);

  const verdictOf = (id: RunId, group: RunGroup): Verdict | null => {
    if (group.isBaseline) return null;
    if (noise === null) return 'noise unknown';
    if (confirmations.get(group)?.test?.passed === true) return 'confirmed';
    if (id === best?.run.id) return beatsLuck ? 'suggestive' : 'within noise';
    return comparisons.get(id)?.standing === 'within noise' ? 'within noise' : null;
  };
  const byRun = new Map<RunId, RunJudgement>();
  for (const group of [stratum.baselines.group, ...stratum.configurations]) {
    if (group === null) continue;
    const configuration = configurationOf(group, direction);
    for (const { run } of group.runs) {
      byRun.set(run.id, {
        verdict: verdictOf(run.id, group),
        configuration,
        comparison: comparisons.get(run.id) ?? null,
        confirmation: confirmations.get(group) ?? null,
        tiedWithBest: isTied.has(group),
      });
    }
  }
  const tests = [...confirmations.values()].filter(({ test }) => test !== null).length;
  return {
    stratum: {
      id: stratum.id,
      runs: stratum.runs.length,
      scored: stratum.scored.length,
      baselines: { runs: (stratum.baselines.group?.runs ?? []).map(({ run }) => run.id), source: stratum.baselines.source },
      noise,
      noiseMissing: missing,
      gate:
        noise === null || minEffect === null
          ? null
          : { effect: minEffect, ...metricGate(noise, minEffect, stratum.baselines.group?.fresh.length ?? 0) },
      best: best?.run.id ?? null,
      bestVerdict: best === null || bestGroup === undefined ? null : verdictOf(best.run.id, bestGroup),
      frontier,
      keeps: keepsOf(stratum),
      tied: tied.map(({ first }) => first.run.id),
      settling:
        best === null || bestGroup === undefined
          ? null
          : settlingOf(comparisons.get(best.run.id) ?? null, confirmations.get(bestGroup) ?? null, tests),
      debt: debtOf(stratum, results, (id) => comparisons.get(id)?.effect ?? null),
      replicated: stratum.configurations.filter(({ runs }) => runs.length > 1).map((group) => configurationOf(group, direction)),
    },
    byRun,
    disagreements: stratum.disagreements,
  };
}
