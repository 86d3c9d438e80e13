import { confirmationLevel } from '#statistics/confirmation-level.ts';
import { canReach, mannWhitney } from '#statistics/mann-whitney.ts';
import { welch } from '#statistics/welch.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Incumbent } from './incumbents.ts';
import type { Confirmation, ConfirmationTest } from './judgement.ts';
import type { RunGroup, ScoredRun, StratumRuns } from './stratum-runs.ts';

/** So many fresh replicates a test waits for, unless the idea says otherwise. */
const usualReplicates = 5;
const fewestReplicates = 2;

/** A test that can be made, and the row at which it could be made first. */
interface Due {
  readonly group: RunGroup;
  readonly ordinal: number;
  readonly against: ConfirmationTest['against'];
  readonly runs: readonly ScoredRun[];
  readonly others: readonly ScoredRun[];
}

/**
 * Tests the fresh replicates of each configuration once (`statistics.md`, "Confirmed"): when the fifth is there, or as many as its idea asks for, against
 * those that its incumbent has by then; where the incumbent has fewer than two, the configuration that is best so far by then is tested against
 * the baselines, any other when the incumbent has two. The j-th configuration tested in file order is tested at level `6α/(π²j²)`. What comes later
 * in the file changes no test.
 *
 * @param isNoiseKnown without it nothing is tested
 * @param seedsOf how many replicates the idea behind a run asks for; null where none does
 */
export function confirmationsOf(
  stratum: StratumRuns,
  incumbents: ReadonlyMap<RunId, Incumbent>,
  isNoiseKnown: boolean,
  seedsOf: (run: RunId) => number | null,
): ReadonlyMap<RunGroup, Confirmation> {
  const bestRuns = stratum.scored.filter(({ run }) => run.bestSoFar);
  const isBestAt = (group: RunGroup, ordinal: number): boolean => {
    const best = lastUpTo(bestRuns, ordinal);
    return best !== null && stratum.groupOf.get(best.run.id) === group;
  };
  const confirmations = new Map<RunGroup, Confirmation>();
  const due: (Due & { readonly need: number })[] = [];
  for (const group of stratum.configurations) {
    const need = needOf(group, seedsOf);
    confirmations.set(group, untested(group.fresh.length, need));
    const test = isNoiseKnown && group.fresh.length >= need ? dueTest(group, need, stratum, incumbents, isBestAt) : null;
    if (test !== null) due.push({ ...test, need });
  }
  due.sort((a, b) => a.ordinal - b.ordinal || a.group.first.run.ordinal - b.group.first.run.ordinal);
  for (const [index, test] of due.entries())
    confirmations.set(test.group, { have: test.group.fresh.length, need: test.need, test: makeTest(test, index + 1) });
  return confirmations;
}

const neverRepeated: Confirmation = { have: 0, need: usualReplicates, test: null };

function untested(have: number, need: number): Confirmation {
  return have === 0 && need === usualReplicates ? neverRepeated : { have, need, test: null };
}

function needOf({ runs }: RunGroup, seedsOf: (run: RunId) => number | null): number {
  for (const { run } of runs) {
    const stated = seedsOf(run.id);
    if (stated !== null) return Math.max(fewestReplicates, Math.round(stated));
  }
  return usualReplicates;
}

/** @param isBestAt whether the best so far at a row is of this configuration */
function dueTest(
  group: RunGroup,
  need: number,
  stratum: StratumRuns,
  incumbents: ReadonlyMap<RunId, Incumbent>,
  isBestAt: (group: RunGroup, ordinal: number) => boolean,
): Due | null {
  const runs = group.fresh.slice(0, need);
  const last = runs.at(-1);
  if (last === undefined) return null;
  const incumbent = incumbents.get(group.first.run.id);
  const ordinal = last.run.ordinal;
  const before = (some: RunGroup | null | undefined, row: number): readonly ScoredRun[] =>
    (some?.fresh ?? []).filter(({ run }) => run.ordinal <= row);
  const other = incumbent === undefined ? undefined : stratum.groupOf.get(incumbent.scored.run.id);
  const others = before(other, ordinal);
  if (others.length >= fewestReplicates)
    return { group, ordinal, against: other?.isBaseline === true ? 'baselines' : 'incumbent', runs, others };
  const baselines = before(stratum.baselines.group, ordinal);
  if (baselines.length >= fewestReplicates && isBestAt(group, ordinal))
    return { group, ordinal, against: 'baselines', runs, others: baselines };
  const later = other?.fresh[fewestReplicates - 1]?.run.ordinal;
  if (later === undefined) return null;
  return { group, ordinal: later, against: other?.isBaseline === true ? 'baselines' : 'incumbent', runs, others: before(other, later) };
}

/** The last of some runs in file order that stands at a row or above it. */
function lastUpTo(runs: readonly ScoredRun[], ordinal: number): ScoredRun | null {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.run.ordinal ?? 0) <= ordinal) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1] ?? null;
}

function makeTest({ against, runs, others }: Due, position: number): ConfirmationTest | null {
  const scores = runs.map(({ score }) => score);
  const otherScores = others.map(({ score }) => score);
  const found = welch(scores, otherScores);
  // Values that do not differ at all are no measure of noise.
  if (found === null || !Number.isFinite(found.t)) return null;
  const { difference, low, high, t, degrees, p, hedgesG } = found;
  const level = confirmationLevel(position);
  const ids = (some: readonly ScoredRun[]): readonly RunId[] => some.map(({ run }) => run.id);
  return {
    position,
    level,
    against,
    runs: ids(runs),
    otherRuns: ids(others),
    difference,
    low,
    high,
    t,
    degrees,
    p,
    hedgesG,
    mannWhitney: canReach(scores.length, otherScores.length, level) ? mannWhitney(scores, otherScores) : null,
    passed: p <= level,
  };
}
