import type { Circumstance, Example } from './example.ts';
import type { runLogsCodes } from '#diagnostics/codes/run-logs.ts';
import { program } from './texts.ts';

/** Examples of `runLogsCodes`. */
export const runLogsExamples: Readonly<Record<keyof typeof runLogsCodes, Example | Circumstance>> = {
  'not-a-run-log': {
    bad: { 'experiments/sweep/train.log': 'step 1 loss 3.2\nstep 2 loss 2.9\n' },
    at: 'experiments/sweep/train.log:1',
    good: { 'experiments/sweep/train.log': '[2026-01-04 09:30:00] TRAIN: two steps\nResult: loss 2.9\n' },
  },
  'stray-line': {
    bad: { 'experiments/sweep/train.log': 'Monday\n[2026-01-04 09:30:00] TRAIN: two steps\n' },
    at: 'experiments/sweep/train.log:1',
    good: { 'experiments/sweep/train.log': '[2026-01-04 09:30:00] TRAIN: two steps\nMonday\n' },
  },
  'impossible-timestamp': {
    bad: { 'experiments/sweep/train.log': '[2026-01-04 09:30:00] TRAIN: begin\n[2026-01-04 25:30:00] TRAIN: end\n' },
    at: 'experiments/sweep/train.log:2',
    good: { 'experiments/sweep/train.log': '[2026-01-04 09:30:00] TRAIN: begin\n[2026-01-04 10:30:00] TRAIN: end\n' },
  },
  'unknown-action': {
    bad: { 'program.md': program, 'experiments/sweep/design-experiment.log': '[2026-01-04 09:30:00] VERIFY_MODLE: Llama\nResult: there\n' },
    at: 'experiments/sweep/design-experiment.log:1',
    good: {
      'program.md': program,
      'experiments/sweep/design-experiment.log': '[2026-01-04 09:30:00] VERIFY_MODEL: Llama\nResult: there\n',
    },
  },
};
