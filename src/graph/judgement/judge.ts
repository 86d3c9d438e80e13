import { metricGate } from '#statistics/metric-gate.ts';
import { oneSidedCritical } from '#statistics/one-run.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Direction } from '#schemas/program.ts';
import type { Results } from '#graph/knowledge-graph.ts';
import { compare } from './comparison.ts';
import { confirmationsOf } from './confirmations.ts';
import { incumbentsOf } from './incumbents.ts';
import type { Comparison, Confirmation, Judgement, RunJudgement, StratumJudgement, Verdict } from './judgement.ts';
import { configurationOf, noiseOf } from './noise.ts';
import { debtOf, frontierOf, keepsOf, settlingOf, tiedGroups } from './standing.ts';
import { orient, stratumRuns, type SeedDisagreement, type StratumRuns } from './stratum-runs.ts';

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
  const byRun = new Map<RunId, RunJudgement>();
  const disagreements: SeedDisagreement[] = [];
  const strata = Array.from(
    Map.groupBy(results.runs, ({ stratum }) => stratum),
    ([id, runs]) => {
      const stratum = stratumRuns(id, runs, results, direction);
      disagreements.push(...stratum.disagreements);
      return judgeStratum(stratum, { results, direction, minEffect, seedsOf }, byRun);
    },
  );
  return {
    unjudged: strata.every(({ scored }) => scored === 0) ? 'nothing scored' : null,
    strata,
    current: strata.find(({ id }) => id === results.stratum) ?? null,
    byRun,
    disagreements,
  };
}

function reasonNotToJudge({ nature, metric, runs }: Results): Judgement['unjudged'] {
  if (nature.rows !== 'runs' || runs.length === 0) return 'no runs';
  if (metric.name === null) return 'no metric';
  return metric.direction === null ? 'no direction' : null;
}

interface Context extends JudgeOptions {
  readonly results: Results;
  readonly direction: Direction;
}

/** @param byRun takes what is said of each scored run */
function judgeStratum(stratum: StratumRuns, context: Context, byRun: Map<RunId, RunJudgement>): StratumJudgement {
  const { results, direction, minEffect, seedsOf } = context;
  const { group: baselines, source } = stratum.baselines;
  const { noise, missing } = noiseOf(stratum, direction);
  const known = noise === null ? null : { sigma: noise.sigma, critical: oneSidedCritical(noise.degrees) };
  const incumbents = incumbentsOf(stratum, results);
  const confirmations = confirmationsOf(stratum, incumbents, noise !== null, seedsOf);
  const best = stratum.scored.findLast(({ run }) => run.bestSoFar) ?? null;
  const bestGroup = best === null ? undefined : stratum.groupOf.get(best.run.id);
  const frontier = noise === null ? null : frontierOf(stratum, noise, direction);
  const tied = noise === null || bestGroup === undefined ? [] : tiedGroups(stratum, bestGroup, noise, results);
  const isTied = new Set(tied);
  const beatsLuck = best !== null && frontier !== null && best.score > orient(frontier.value, direction);

  const verdictOf = (id: RunId, comparison: Comparison | null, confirmation: Confirmation | null): Verdict | null => {
    if (noise === null) return 'noise unknown';
    if (confirmation?.test?.passed === true) return 'confirmed';
    if (id === best?.run.id) return beatsLuck ? 'suggestive' : 'within noise';
    return comparison?.standing === 'within noise' ? 'within noise' : null;
  };
  let bestVerdict: Verdict | null = null;
  for (const group of [...(baselines === null ? [] : [baselines]), ...stratum.configurations]) {
    const configuration = configurationOf(group, direction);
    const confirmation = confirmations.get(group) ?? null;
    // Replicates of a configuration are compared with what its first run was compared with.
    const incumbent = group.isBaseline ? undefined : incumbents.get(group.first.run.id);
    for (const one of group.runs) {
      const { id } = one.run;
      const comparison = incumbent === undefined ? null : compare(one, incumbent, stratum, known, direction);
      const own = group.isBaseline ? null : verdictOf(id, comparison, confirmation);
      if (id === best?.run.id) bestVerdict = own;
      const verdict = stratum.id === results.stratum ? own : 'not comparable';
      byRun.set(id, { verdict, configuration, comparison, confirmation, tiedWithBest: isTied.has(group) });
    }
  }
  const comparisonOf = (id: RunId): Comparison | null => byRun.get(id)?.comparison ?? null;
  const tests = [...confirmations.values()].filter(({ test }) => test !== null).length;
  return {
    id: stratum.id,
    runs: stratum.runs.length,
    scored: stratum.scored.length,
    baselines: { runs: (baselines?.runs ?? []).map(({ run }) => run.id), source },
    noise,
    noiseMissing: missing,
    gate:
      noise === null || minEffect === null ? null : { effect: minEffect, ...metricGate(noise, minEffect, baselines?.fresh.length ?? 0) },
    best: best?.run.id ?? null,
    bestVerdict,
    frontier,
    keeps: keepsOf(stratum),
    tied: tied.map(({ first }) => first.run.id),
    settling:
      best === null || bestGroup === undefined ? null : settlingOf(comparisonOf(best.run.id), confirmations.get(bestGroup) ?? null, tests),
    debt: debtOf(stratum, results, (id) => comparisonOf(id)?.effect ?? null),
    replicated: stratum.configurations.filter(({ runs }) => runs.length > 1).map((group) => configurationOf(group, direction)),
  };
}
