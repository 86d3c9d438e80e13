import { runMarks, type RunMark } from '#charts/run-marks.ts';
import { markShape } from '#views/results/run-status.ts';
import type { LegendItem } from './figure.ts';

/** The sorts of runs that a chart draws, each with its shape. */
export function markItems(runs: readonly { readonly mark: RunMark }[]): LegendItem[] {
  const present = new Set(runs.map(({ mark }) => mark));
  return runMarks
    .filter((mark) => present.has(mark))
    .map((mark) => ({
      sign: 'mark',
      className: `mark-${mark}`,
      label: mark === 'crashed' ? 'crashed, at the edge' : mark,
      ...markShape(mark),
    }));
}
