import * as Plot from '@observablehq/plot';
import type { PlacedRun } from './placed-runs.ts';

/** More changes than this are said and not drawn: runs of several evaluations in turns would be a fence. */
const mostRules = 6;

/** The places along the axis between runs that were evaluated by different files. */
export function evaluationChanges(runs: readonly PlacedRun[]): number[] {
  const changes: number[] = [];
  let before: PlacedRun | null = null;
  for (const placed of runs) {
    if (before !== null && before.run.stratum !== placed.run.stratum) changes.push((before.x + placed.x) / 2);
    before = placed;
  }
  return changes;
}

/** Upright rules where the evaluation changed, the last with a word: what stands at one side is not compared with what stands at the other. */
export function evaluationRules(changes: readonly number[], isNarrow: boolean): Plot.Markish[] {
  if (changes.length === 0 || changes.length > mostRules) return [];
  return [
    Plot.ruleX(changes, { className: 'evaluation-change', stroke: 'currentColor', strokeDasharray: '1 2' }),
    Plot.text(changes.slice(-1), {
      x: (change: number) => change,
      text: () => (isNarrow ? 'new evaluation' : 'evaluation changed'),
      frameAnchor: 'top',
      textAnchor: 'start',
      dx: 5,
      dy: 4,
      className: 'evaluation-label',
    }),
  ];
}
