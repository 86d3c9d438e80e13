import { isFilled, markSymbols, type RunMark } from '#charts/run-marks.ts';
import type { Run, RunStatus } from '#graph/knowledge-graph.ts';
import { isMissing } from '#graph/results/numbers.ts';

/** A run's status as pages show it: a shape, the word of the table, and where that is not plain, a word of ours. */
export interface ShownStatus {
  readonly status: RunStatus;
  /** The word in the table, as written. */
  readonly raw: string;
  /** `kept`, where the word in the table does not say so itself. */
  readonly meaning: string | null;
  /** Path of a 12 by 12 shape. */
  readonly shape: string;
  /** Whether the shape is filled or an outline. */
  readonly filled: boolean;
}

/** Our words for the statuses. */
export const statusWords: Readonly<Record<RunStatus, string>> = {
  baseline: 'baseline',
  keep: 'kept',
  discard: 'discarded',
  crash: 'crashed',
  running: 'running',
  planned: 'planned',
  other: 'other',
};

/** Spellings that need no explanation. */
const sameWord: Readonly<Partial<Record<string, RunStatus>>> = {
  keep: 'keep',
  kept: 'keep',
  discard: 'discard',
  discarded: 'discard',
  crash: 'crash',
  crashed: 'crash',
  baseline: 'baseline',
  running: 'running',
  planned: 'planned',
};

/** Shapes by their name in Plot, so that table, legend and chart agree. */
const shapes: Readonly<Record<(typeof markSymbols)[RunMark], string>> = {
  circle: 'M6 1.8a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 1 1 0-8.4z',
  diamond: 'M6 0.6L11 6L6 11.4L1 6z',
  times: 'M2 2L10 10M10 2L2 10',
  square: 'M2.2 2.2h7.6v7.6h-7.6z',
};

/** The status of one run, or null where its table states none. */
export function shownStatus(run: Run): ShownStatus | null {
  const raw = run.rawStatus.trim();
  if (run.status === 'other' && isMissing(raw)) return null;
  const plain = run.status === 'other' || sameWord[raw.toLowerCase()] === run.status;
  return { status: run.status, raw, meaning: plain ? null : statusWords[run.status], ...markShape(markOf(run.status)) };
}

/** How a status is drawn in charts. */
export function markOf(status: RunStatus): RunMark {
  switch (status) {
    case 'baseline':
      return 'baseline';
    case 'keep':
      return 'kept';
    case 'discard':
      return 'discarded';
    case 'crash':
      return 'crashed';
    case 'running':
    case 'planned':
    case 'other':
      return 'other';
  }
}

/** The shape of a mark for legends and badges. */
export function markShape(mark: RunMark): { readonly shape: string; readonly filled: boolean } {
  return { shape: shapes[markSymbols[mark]], filled: isFilled(mark) };
}
