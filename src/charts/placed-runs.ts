import type { ChartRun } from './best-so-far-data.ts';
import { clamp, type Range } from './chart-range.ts';
import type { RunAxis } from './run-axis.ts';
import type { PlacedMark } from './run-marks-drawing.ts';

/** A run along an axis. */
export interface PlacedRun extends PlacedMark {
  readonly run: ChartRun;
}

/** The runs that have a place along an axis, in its order. Crashes stand beyond the edge where values are worst. */
export function placedRuns(runs: readonly ChartRun[], axis: RunAxis, range: Range, direction: 'lower' | 'higher' | null): PlacedRun[] {
  const placed: PlacedRun[] = [];
  const [worst, worstY] = direction === 'higher' ? (['bottom', range.low] as const) : (['top', range.high] as const);
  let isOrdered = true;
  let last = -Infinity;
  for (const [index, run] of runs.entries()) {
    const x = axis.positions[index] ?? null;
    if (x === null) continue;
    isOrdered &&= x >= last;
    last = x;
    const isCrash = run.mark === 'crashed';
    const beyond = isCrash ? worst : run.value === null ? null : run.value > range.high ? 'top' : run.value < range.low ? 'bottom' : null;
    placed.push({ run, x, y: isCrash ? worstY : run.value === null ? null : clamp(run.value, range), beyond });
  }
  return isOrdered ? placed : placed.sort((a, b) => a.x - b.x);
}
