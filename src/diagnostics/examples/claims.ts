import type { Circumstance, Example } from './example.ts';
import type { claimsCodes } from '#diagnostics/codes/claims.ts';
import { lines, log } from './texts.ts';

/** Examples of `claimsCodes`. */
export const claimsExamples: Readonly<Record<keyof typeof claimsCodes, Example | Circumstance>> = {
  'wrong-arithmetic': {
    bad: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] CALCULATE_TIME', 'Calculation: steps = 8000/4 = 200') },
    at: 'experiments/sweep/run.log:2',
    good: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] CALCULATE_TIME', 'Calculation: steps = 8000/4 = 2000') },
  },
  'percent-for-points': {
    bad: { 'logs/20260104-093000-split.md': log('conclusions:', '  - "Action accuracy: 87% → 100% (+13%) after orthogonal init"') },
    at: 'logs/20260104-093000-split.md:6',
    good: { 'logs/20260104-093000-split.md': log('conclusions:', '  - "Action accuracy: 87% → 100% (+13 pp) after orthogonal init"') },
  },
};
