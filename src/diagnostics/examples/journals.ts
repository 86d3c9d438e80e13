import type { Circumstance, Example } from './example.ts';
import type { journalsCodes } from '#diagnostics/codes/journals.ts';
import {} from './texts.ts';

/** Examples of `journalsCodes`. */
export const journalsExamples: Readonly<Record<keyof typeof journalsCodes, Example | Circumstance>> = {
  'undated-journal': {
    bad: { 'journals/2026.md': '# Journal\n\n## What was tried\n\nRotary.\n' },
    at: 'journals/2026.md:1',
    good: { 'journals/2026.md': '# Journal\n\n## 2026-01-04: What was tried\n\nRotary.\n' },
  },
  'unclear-date': {
    bad: { 'journals/2026.md': '# Journal\n\n## 2026-04-06: Rotary\n\nBetter.\n\n## 04/05/2026: Baseline\n\nThree runs.\n' },
    at: 'journals/2026.md:7',
    good: { 'journals/2026.md': '# Journal\n\n## 2026-04-06: Rotary\n\nBetter.\n\n## 2026-04-05: Baseline\n\nThree runs.\n' },
  },
  'heading-in-code': {
    bad: { 'journals/2026.md': '# Journal\n\n```\nuv run train.py\n\n## 2026-01-04: Rotary\n\nBetter.\n' },
    at: 'journals/2026.md:6',
    good: { 'journals/2026.md': '# Journal\n\n```\nuv run train.py\n```\n\n## 2026-01-04: Rotary\n\nBetter.\n' },
  },
  'heading-without-space': {
    bad: { 'journals/2026.md': '# Journal\n\n## 2026-01-04: Rotary\n\nBetter.\n\n##2026-01-05: Baseline\n\nThree runs.\n' },
    at: 'journals/2026.md:7',
    good: { 'journals/2026.md': '# Journal\n\n## 2026-01-04: Rotary\n\nBetter.\n\n## 2026-01-05: Baseline\n\nThree runs.\n' },
  },
  'overdue-update': {
    bad: {
      'PROGRESS_LOG.md': '# Progress\n\n## 2026-01-04: Baseline\n\n**Next Planned Update**: 2026-01-11\n',
      'journals/2026.md': '# Journal\n\n## 2026-02-01: Rotary\n\nBetter.\n',
    },
    at: 'PROGRESS_LOG.md:5',
    good: {
      'PROGRESS_LOG.md':
        '# Progress\n\n## 2026-01-11: Rotary\n\nBetter.\n\n## 2026-01-04: Baseline\n\n**Next Planned Update**: 2026-01-11\n',
      'journals/2026.md': '# Journal\n\n## 2026-02-01: Rotary\n\nBetter.\n',
    },
  },
  'inference-without-observation': {
    bad: { 'reports/2026-01-04_rotary.md': '# Rotary\n\n## Interpretation\n\nDistance matters more than place.\n' },
    at: 'reports/2026-01-04_rotary.md:5',
    good: {
      'reports/2026-01-04_rotary.md':
        '# Rotary\n\n## Observations\n\nval_bpb 0.972, baseline 0.985.\n\n## Interpretation\n\nDistance matters more than place.\n',
    },
  },
};
