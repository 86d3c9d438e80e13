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
};
