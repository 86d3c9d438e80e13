import type { RunMark } from './run-marks.ts';
import type { LinkOfRun } from './run-marks-drawing.ts';

export interface ChartRun {
  readonly ordinal: number;
  /** Null where the run was not scored; then only a crash is drawn, at the edge. */
  readonly value: number | null;
  readonly mark: RunMark;
  /** Whether noise and frontier count it among the baselines, which may be guessed; then its mark is another. */
  readonly isBaseline: boolean;
  /** Whether it was measured, so that it could have been the best by luck. */
  readonly scored: boolean;
  /** Whether it may be called best: see `bestSoFarOf` of the graph. */
  readonly counts: boolean;
  /** Whether it cannot be told from the best. */
  readonly tied: boolean;
  /** Runs of different strata are not compared. */
  readonly stratum: string;
}

/** What is known of the noise, in units of the metric. It is of one stratum. */
export interface ChartNoise {
  readonly stratum: string;
  /** Mean of the baselines. */
  readonly mean: number;
  /** Half the width of the band around it. */
  readonly reach: number;
  /** What the band is called: `baselines ± 2σ`. */
  readonly label: string;
  /** Whether sigma itself is known only roughly: the band is drawn faintly. */
  readonly isRough: boolean;
  /** The best that luck alone gives after so many scored runs beside the baselines, at some numbers of runs in growing order. */
  readonly frontier: readonly FrontierPoint[];
  /** What its end is called: `null frontier 0.9952`. */
  readonly frontierLabel: string;
}

export interface FrontierPoint {
  readonly runs: number;
  readonly value: number;
}

export interface BestSoFarData {
  readonly metric: string;
  readonly unit: string | null;
  readonly direction: 'lower' | 'higher' | null;
  /** In the order of the file. */
  readonly runs: readonly ChartRun[];
  /** Null: unknown, no band and no frontier. */
  readonly noise: ChartNoise | null;
  /** The stratum whose best is the table's. */
  readonly stratum: string;
  /** The best value as written, beside its mark. */
  readonly bestLabel: string;
  readonly linkOf: LinkOfRun;
  /** What else is to be said of the picture, such as what the noise rests on: whole sentences, or empty. */
  readonly remark: string;
}
