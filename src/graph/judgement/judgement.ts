import type { RunId } from '#schemas/entry.ts';

/**
 * What is said of a run (`statistics.md`, "Words"). Null stands beside them for a run of which nothing is claimed: without a value, a baseline,
 * or so far from its incumbent that neither word fits (`Comparison.standing` says which).
 */
export const verdicts = ['confirmed', 'suggestive', 'within noise', 'noise unknown', 'not comparable'] as const;
export type Verdict = (typeof verdicts)[number];

/** The noise between runs of one configuration. */
export interface Noise {
  /** Pooled standard deviation of a single run, in units of the metric. */
  readonly sigma: number;
  /** Degrees of freedom it rests on. */
  readonly degrees: number;
  /** The 95 % interval of sigma. */
  readonly low: number;
  readonly high: number;
  /** What it was pooled over: the baselines, then the fresh replicates of each configuration that has two or more. */
  readonly groups: readonly NoiseGroup[];
}

export interface NoiseGroup {
  readonly of: 'baselines' | 'replicates';
  readonly runs: readonly RunId[];
  readonly mean: number;
  /** Standard deviation within the group. */
  readonly sigma: number;
}

/** Runs of the same configuration in one stratum (`statistics.md`, "Configuration and replicates"), in file order. */
export interface Configuration {
  /** Its first run: what a configuration is called by. */
  readonly first: RunId;
  readonly runs: readonly RunId[];
  /** What its runs tell, without those of a seed that was run before: of the same seed only the first counts. */
  readonly replicates: readonly RunId[];
  /** The replicates after the first one, which was selected and does not count. */
  readonly fresh: readonly RunId[];
  /** Mean of the fresh replicates, else the value of the first run. */
  readonly mean: number;
  /** The 95 % t interval of that mean; null with fewer than two values. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** How many values the mean is of. */
  readonly n: number;
}

/** A run, or the best of a stratum, against what it is compared with. Differences are oriented: positive is better. */
export interface Comparison {
  /** The parent that the table names, or the best kept run before it. */
  readonly incumbent: RunId;
  readonly by: 'parent' | 'best before';
  /** What the incumbent's value is taken from: its fresh replicates, the baselines it belongs to, or its one run, which was itself selected. */
  readonly against: 'replicates' | 'baselines' | 'one run';
  /** How many values that is. */
  readonly n: number;
  readonly mean: number;
  /** In units of the metric. */
  readonly difference: number;
  /** In sigmas; null while noise is unknown. */
  readonly effect: number | null;
  /** `difference / (sigma · √(1 + 1/n))`; null while noise is unknown. */
  readonly t: number | null;
  /** The one-sided 5 % point of Student's t at the noise's degrees of freedom. */
  readonly critical: number | null;
  /** `ahead` and `behind` lie beyond the critical value; from one run neither is more than a hint. */
  readonly standing: 'ahead' | 'within noise' | 'behind' | 'noise unknown';
}

/** The one test of a configuration's fresh replicates (`statistics.md`, "Confirmed"). */
export interface Confirmation {
  /** Fresh replicates there are, and how many the test waits for. */
  readonly have: number;
  readonly need: number;
  /** Null until the test can be made. */
  readonly test: ConfirmationTest | null;
}

export interface ConfirmationTest {
  /** This was the j-th configuration tested in its stratum. */
  readonly position: number;
  /** `6α/(π²j²)`. */
  readonly level: number;
  readonly against: 'incumbent' | 'baselines';
  readonly runs: readonly RunId[];
  readonly otherRuns: readonly RunId[];
  /** Oriented: positive is better. */
  readonly difference: number;
  /** Two-sided 95 % interval of the difference. */
  readonly low: number;
  readonly high: number;
  readonly t: number;
  readonly degrees: number;
  /** One-sided. */
  readonly p: number;
  readonly hedgesG: number;
  /** One-sided p of the Mann–Whitney test, which assumes no distribution; null where so few values could not reach the level whatever they are. */
  readonly mannWhitney: number | null;
  /** By Welch's test alone. */
  readonly passed: boolean;
}

export interface RunJudgement {
  readonly verdict: Verdict | null;
  readonly configuration: Configuration | null;
  readonly comparison: Comparison | null;
  readonly confirmation: Confirmation | null;
  /** Whether its configuration cannot be told from the best of the stratum. */
  readonly tiedWithBest: boolean;
}

/** The 95 % best that luck alone gives after so many runs (`statistics.md`, "Best of many"). */
export interface NullFrontier {
  /** Runs of the stratum that are scored and no baselines. */
  readonly runs: number;
  readonly baselines: number;
  /** Mean of the baselines. */
  readonly mean: number;
  /** How many sigmas better than that mean luck alone gets in 19 of 20 tables. */
  readonly c: number;
  /** The value that the best must beat. */
  readonly value: number;
}

/** What it would take to know (`statistics.md`, "What would settle it"). */
export interface Settling {
  /** Replicates an arm for the best against its incumbent, with power 0.8 at the level of the next confirmation; null where more than 1,000. */
  readonly replicates: number | null;
  /** The effect in sigmas that this is for. */
  readonly effect: number;
  readonly level: number;
  /** The smallest effect in sigmas that today's number of fresh replicates would show; null with fewer than two. */
  readonly detectable: number | null;
}

export interface MetricGate {
  /** `program.md` `min_effect`, in units of the metric. */
  readonly effect: number;
  readonly state: 'passes' | 'fails' | 'not settled';
  /** How many more baselines would settle it, if sigma stays what it is; null where it is settled, or where more than 1,000. */
  readonly more: number | null;
}

export interface ReplicationDebt {
  readonly run: RunId;
  /** Against its incumbent, in sigmas; null while noise is unknown. */
  readonly effect: number | null;
}

/** Runs that were evaluated by the same files: nothing is compared between strata. */
export interface StratumJudgement {
  readonly id: string;
  readonly runs: number;
  readonly scored: number;
  readonly baselines: { readonly runs: readonly RunId[]; readonly source: 'status' | 'name' | 'first scored row' };
  /** Null: noise unknown. */
  readonly noise: Noise | null;
  /** Why noise is unknown. */
  readonly noiseMissing: 'too few replicates' | 'no spread' | null;
  readonly gate: MetricGate | null;
  readonly best: RunId | null;
  readonly bestVerdict: Verdict | null;
  /** Null while noise is unknown. */
  readonly frontier: NullFrontier | null;
  /** How many times the best so far changed after the baselines, and how often luck alone changes it: `H(N+b) − H(b)`. */
  readonly keeps: { readonly seen: number; readonly byLuck: number };
  /** The first runs of the configurations that share the first rank, best first; empty while noise is unknown. */
  readonly tied: readonly RunId[];
  readonly settling: Settling | null;
  /** Kept runs of configurations with one run, largest effect first: "replicate these first". */
  readonly debt: readonly ReplicationDebt[];
  /** Configurations with two or more runs, in file order. */
  readonly replicated: readonly Configuration[];
}

/** What is known of the results of one table by its main metric (`statistics.md`). */
export interface Judgement {
  /** Why nothing can be judged; null where something is. */
  readonly unjudged: 'no runs' | 'no metric' | 'no direction' | 'nothing scored' | null;
  /** In the order of their first runs. */
  readonly strata: readonly StratumJudgement[];
  /** That of the last scored run: what the table's best and noise are of. */
  readonly current: StratumJudgement | null;
  readonly byRun: ReadonlyMap<RunId, RunJudgement>;
  /** Runs of one configuration and seed that differ in value: what is called deterministic is not. */
  readonly disagreements: readonly { readonly first: RunId; readonly other: RunId; readonly seed: string }[];
}
