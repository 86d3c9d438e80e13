import { markSymbols, type RunMark } from '#charts/best-so-far-chart.ts';
import type { Run, RunStatus } from '#graph/knowledge-graph.ts';

/** A run's status as pages show it: a shape, a word of ours, and the word of the table. */
export interface ShownStatus {
  readonly status: RunStatus;
  /** `kept`; the word as written where it stands for no known status. */
  readonly label: string;
  /** The word in the table, where it says more than the label does. */
  readonly raw: string | null;
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

const sameWord: Readonly<Record<string, RunStatus>> = {
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

/** The status of one run, or null where its table has no status for it. */
export function shownStatus(run: Run): ShownStatus | null {
  const raw = run.rawStatus.trim();
  if (raw === '') return null;
  const mark = markOf(run.status);
  const label = run.status === 'other' ? raw : statusWords[run.status];
  const saysMore = run.status !== 'other' && sameWord[raw.toLowerCase()] !== run.status;
  return { status: run.status, label, raw: saysMore ? raw : null, ...markShape(mark) };
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
  return { shape: shapes[markSymbols[mark]], filled: mark === 'kept' || mark === 'baseline' || mark === 'other' };
}
