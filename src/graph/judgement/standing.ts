import { confirmationLevel } from '#statistics/confirmation-level.ts';
import { expectedKeeps } from '#statistics/luck.ts';
import { nullFrontier } from '#statistics/null-frontier.ts';
import { oneSidedCritical } from '#statistics/one-run.ts';
import { detectableEffect, replicatesNeeded } from '#statistics/power.ts';
import { canBeBest } from '#graph/results/best-so-far.ts';
import type { Direction } from '#schemas/program.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Results } from '#graph/knowledge-graph.ts';
import type { Comparison, Confirmation, Noise, NullFrontier, ReplicationDebt, Settling, StratumJudgement } from './judgement.ts';
import { orient, type RunGroup, type ScoredRun, type StratumRuns } from './stratum-runs.ts';

/** The null frontier after all scored runs of a stratum (`statistics.md`, "Best of many"); null without baselines or other runs. */
export function frontierOf({ baselines, scored }: StratumRuns, noise: Noise, direction: Direction): NullFrontier | null {
  const { group } = baselines;
  const runs = scored.length - (group?.runs.length ?? 0);
  if (group === null || runs === 0) return null;
  const c = nullFrontier({ baselines: group.n, runs, degrees: noise.degrees });
  return { runs, baselines: group.n, mean: orient(group.mean, direction), c, value: orient(group.mean + c * noise.sigma, direction) };
}

/** How many runs after the baselines were the best so far, and how many luck alone makes so: `H(N+b) − H(b)`. */
export function keepsOf({ baselines, scored, groupOf }: StratumRuns): StratumJudgement['keeps'] {
  const seen = scored.filter(({ run }) => run.bestSoFar && groupOf.get(run.id)?.isBaseline !== true).length;
  const starting = baselines.group?.runs.length ?? 0;
  return { seen, byLuck: expectedKeeps(starting, scored.length - starting) };
}

/**
 * The configurations that share the first rank, best first: those whose mean lies behind that of the best by no more than the one-sided 5 % point of
 * Student's t allows. Only what could be the best is asked.
 */
export function tiedGroups({ baselines, configurations }: StratumRuns, best: RunGroup, noise: Noise, results: Results): RunGroup[] {
  const critical = oneSidedCritical(noise.degrees);
  const groups = [...(baselines.group === null ? [] : [baselines.group]), ...configurations];
  return groups
    .filter((group) => group === best || group.runs.some(({ run }) => canBeBest(run, results.counts)))
    .filter((group) => group === best || best.mean - group.mean <= critical * noise.sigma * Math.sqrt(1 / group.n + 1 / best.n))
    .toSorted((a, b) => b.mean - a.mean);
}

/**
 * What would settle whether the best is better than its incumbent.
 *
 * @param tests how many configurations were tested before
 */
export function settlingOf(comparison: Comparison | null, confirmation: Confirmation | null, tests: number): Settling | null {
  const effect = comparison?.effect ?? 0;
  if (effect <= 0 || confirmation?.test !== null) return null;
  const level = confirmationLevel(tests + 1);
  return {
    effect,
    level,
    replicates: replicatesNeeded({ effect, alpha: level }),
    detectable: confirmation.have < 2 ? null : detectableEffect({ n: confirmation.have, alpha: level }),
  };
}

/** Kept runs that nobody repeated, by how much they seem to be worth. Where a table tells no kept runs, those that were the best so far. */
export function debtOf({ configurations }: StratumRuns, results: Results, effectOf: (run: RunId) => number | null): ReplicationDebt[] {
  const isKept = ({ run }: ScoredRun): boolean => (results.counts.keep > 0 ? run.status === 'keep' : run.bestSoFar);
  return configurations
    .flatMap(({ runs }) => (runs.length === 1 ? runs.filter(isKept) : []))
    .map(({ run }) => ({ run: run.id, effect: effectOf(run.id) }))
    .toSorted((a, b) => (b.effect ?? -Infinity) - (a.effect ?? -Infinity));
}
