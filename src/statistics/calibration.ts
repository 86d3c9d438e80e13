import { wilsonInterval } from './proportions.ts';

/** A share of predictions that came true, with the interval that so few of them leave. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  /** The 95 % Wilson interval; null for none of none. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface CheckedPrediction {
  /** Whether the metric went the way that was expected; null where none was. */
  readonly inDirection: boolean | null;
  /** Whether what was observed lies in the range that was given; null where none was. */
  readonly inRange: boolean | null;
}

/** Fewer pairs than these tell nothing of whoever made the predictions (`statistics.md`, "Expected and observed"). */
export const enoughPairs = 20;

export interface Calibration {
  readonly pairs: number;
  readonly isEnough: boolean;
  readonly direction: Share;
  readonly range: Share;
}

/** How often predictions were right (`statistics.md`, "Expected and observed"): in direction, and within the range where one was given. */
export function calibrate(checked: readonly CheckedPrediction[]): Calibration {
  return {
    pairs: checked.length,
    isEnough: checked.length >= enoughPairs,
    direction: shareOf(checked.map(({ inDirection }) => inDirection)),
    range: shareOf(checked.map(({ inRange }) => inRange)),
  };
}

function shareOf(answers: readonly (boolean | null)[]): Share {
  const known = answers.filter((answer) => answer !== null);
  const hits = known.filter(Boolean).length;
  return { hits, of: known.length, interval: wilsonInterval(hits, known.length) };
}
