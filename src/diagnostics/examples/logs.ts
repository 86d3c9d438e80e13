import type { Circumstance, Example } from './example.ts';
import type { logsCodes } from '#diagnostics/codes/logs.ts';
import { lines, log, renderedLog } from './texts.ts';

/** Examples of `logsCodes`. */
export const logsExamples: Readonly<Record<keyof typeof logsCodes, Example | Circumstance>> = {
  'missing-metrics': {
    bad: { 'logs/20260104-093000-split.md': log('commits: [187e419]').replace('research', 'training') },
    at: 'logs/20260104-093000-split.md:4',
    good: { 'logs/20260104-093000-split.md': log('commits: [187e419]') },
  },
  'broken-log-row': {
    bad: { 'engineering/20260104-093000-split.md': renderedLog('| Accuracy | 98% | 97% |') },
    at: 'engineering/20260104-093000-split.md:21',
    good: { 'engineering/20260104-093000-split.md': renderedLog('| Accuracy | 98%, before 97% |') },
  },
  'invalid-log-json': {
    bad: { 'engineering/split.json': lines('{', '  "subject": "Split",', '  "achievement": "Done"', '  "rationale": "Needed"', '}') },
    at: 'engineering/split.json:4',
    good: { 'engineering/split.json': lines('{', '  "subject": "Split",', '  "achievement": "Done",', '  "rationale": "Needed"', '}') },
  },
  'untitled-log': {
    bad: { 'engineering/20260104-093000-split.md': renderedLog('| Accuracy | 98% |').replace('Evaluation split', 'Untitled') },
    at: 'engineering/20260104-093000-split.md:1',
    good: { 'engineering/20260104-093000-split.md': renderedLog('| Accuracy | 98% |') },
  },
  'double-encoded': {
    bad: { 'engineering/20260104-093000-split.md': renderedLog('| Accuracy | 97% â†’ 98% |') },
    at: 'engineering/20260104-093000-split.md:21',
    good: { 'engineering/20260104-093000-split.md': renderedLog('| Accuracy | 97% → 98% |') },
  },
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
