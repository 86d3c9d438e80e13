import type { Circumstance, Example } from './example.ts';
import type { logsCodes } from '#diagnostics/codes/logs.ts';
import { log } from './texts.ts';

/** Examples of `logsCodes`. */
export const logsExamples: Readonly<Record<keyof typeof logsCodes, Example | Circumstance>> = {
  'vague-conclusion': {
    bad: { 'logs/20260104-093000-split.md': log('conclusions:', '  - 0/50 runs failed vs 12/50 baseline', '  - Training was more stable') },
    at: 'logs/20260104-093000-split.md:7',
    good: { 'logs/20260104-093000-split.md': log('conclusions:', '  - 0/50 runs failed vs 12/50 baseline') },
  },
  'no-quantified-conclusion': {
    bad: { 'logs/20260104-093000-split.md': log('conclusions:', '  - Accuracy is limited by category granularity') },
    at: 'logs/20260104-093000-split.md:6',
    good: { 'logs/20260104-093000-split.md': log('conclusions:', '  - Accuracy is limited to 98% by category granularity') },
  },
};
