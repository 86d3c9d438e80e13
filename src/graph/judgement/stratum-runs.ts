import { meanOf } from '#statistics/moments.ts';
import type { Direction } from '#schemas/program.ts';
import type { RunId } from '#schemas/entry.ts';
import { baselinesOf, type Baselines } from '#graph/results/baselines.ts';
import { isScored, valueOf } from '#graph/results/best-so-far.ts';
import type { Column, Results, Run } from '#graph/knowledge-graph.ts';
import { configurationKeys } from '#graph/results/configuration-key.ts';
import { normalised } from '#graph/results/column-names.ts';
import { isMissing } from '#graph/results/numbers.ts';

/** A run that was measured, with its value turned so that greater is better. */
export interface ScoredRun {
  readonly run: Run;
  readonly score: number;
  /** Of what it was a run: runs with the same key are replicates. */
  readonly key: string;
}

/** Runs of one configuration before anything is computed of them. All in file order. */
export interface RunGroup {
  readonly first: ScoredRun;
  readonly runs: readonly ScoredRun[];
  /** Of several runs with the same stated seed only the first. */
  readonly replicates: readonly ScoredRun[];
  /** The replicates whose values were not selected: of baselines all, of any other configuration all but the first. */
  readonly fresh: readonly ScoredRun[];
  /** Mean score of the fresh replicates, and how many they are; without any, the first run alone. */
  readonly mean: number;
  readonly n: number;
  readonly isBaseline: boolean;
}

export interface SeedDisagreement {
  readonly first: RunId;
  readonly other: RunId;
  readonly seed: string;
}

/** The scored runs of one stratum, sorted into configurations. */
export interface StratumRuns {
  readonly id: string;
  /** With the runs that are not scored. */
  readonly runs: readonly Run[];
  readonly scored: readonly ScoredRun[];
  readonly baselines: { readonly group: RunGroup | null; readonly source: Baselines['source'] };
  /** The others, in the order of their first runs. */
  readonly configurations: readonly RunGroup[];
  readonly groupOf: ReadonlyMap<RunId, RunGroup>;
  readonly disagreements: readonly SeedDisagreement[];
}

/** Turns values so that greater is better, and back. */
export function orient(value: number, direction: Direction): number {
  return direction === 'lower' ? -value : value;
}

/** Sorts the runs of one stratum into baselines and configurations. Linear in the runs. */
export function stratumRuns(id: string, runs: readonly Run[], results: Results, direction: Direction): StratumRuns {
  const { metric, columns } = results;
  const keys = configurationKeys(runs, columns);
  const scored: ScoredRun[] = [];
  for (const [index, run] of runs.entries()) {
    const value = valueOf(run, metric);
    // A run that says nothing of its configuration is one of its own.
    if (value !== null && isScored(run, metric))
      scored.push({ run, score: orient(value, direction), key: keys[index] ?? `run\0${run.id}` });
  }
  const found = baselinesOf(results, runs);
  const starting = new Set(found.runs.map((run) => run.id));
  const baselineRuns = scored.filter(({ run }) => starting.has(run.id));
  const byKey = Map.groupBy(
    scored.filter(({ run }) => !starting.has(run.id)),
    ({ key }) => key,
  );

  const seeds = seedReader(columns);
  const disagreements: SeedDisagreement[] = [];
  const groupOf = new Map<RunId, RunGroup>();
  const register = (group: readonly ScoredRun[], isBaseline: boolean): RunGroup | null => {
    const [first] = group;
    if (first === undefined) return null;
    const made = group.length === 1 ? groupOfOne(first, group, isBaseline) : groupOfSeveral(first, group, isBaseline);
    for (const { run } of group) groupOf.set(run.id, made);
    return made;
  };
  const groupOfSeveral = (first: ScoredRun, group: readonly ScoredRun[], isBaseline: boolean): RunGroup => {
    const { replicates, differing } = withoutRepeatedSeeds(group, seeds);
    disagreements.push(...differing);
    const fresh = isBaseline ? replicates : replicates.slice(1);
    const told = (fresh.length > 0 ? fresh : [first]).map(({ score }) => score);
    return { first, runs: group, replicates, fresh, mean: meanOf(told), n: told.length, isBaseline };
  };
  const group = register(baselineRuns, true);
  const configurations: RunGroup[] = [];
  for (const runsOfOne of byKey.values()) {
    const made = register(runsOfOne, false);
    if (made !== null) configurations.push(made);
  }
  return { id, runs, scored, baselines: { group, source: found.source }, configurations, groupOf, disagreements };
}

const none: readonly ScoredRun[] = [];

/** As nearly all configurations of a long table are; it shares what it can, since there can be a hundred thousand. */
function groupOfOne(first: ScoredRun, group: readonly ScoredRun[], isBaseline: boolean): RunGroup {
  return { first, runs: group, replicates: group, fresh: isBaseline ? group : none, mean: first.score, n: 1, isBaseline };
}

/** The stated seed of a run as text, null where it states none. */
function seedReader(columns: readonly Column[]): (run: Run) => string | null {
  const column = columns.find(({ role, name }) => role === 'seed' || normalised(name) === 'seed')?.name;
  return (run) => {
    const seed = column === undefined ? '' : (run.cells[column] ?? '').trim();
    return isMissing(seed) ? null : seed;
  };
}

/**
 * Rows of one configuration with the same stated seed are one replicate: the first. They differ in value without a reason only where they are of the
 * same code, as far as the table tells.
 */
function withoutRepeatedSeeds(
  group: readonly ScoredRun[],
  seedOf: (run: Run) => string | null,
): { replicates: ScoredRun[]; differing: SeedDisagreement[] } {
  const firstOf = new Map<string, ScoredRun>();
  const differing: SeedDisagreement[] = [];
  const replicates = group.filter((one) => {
    const seed = seedOf(one.run);
    if (seed === null) return true;
    const place = `${seed}\0${one.key}`;
    const first = firstOf.get(place);
    if (first === undefined) {
      firstOf.set(place, one);
      return true;
    }
    if (first.score !== one.score && first.run.commit === one.run.commit) differing.push({ first: first.run.id, other: one.run.id, seed });
    return false;
  });
  return { replicates, differing };
}
