import { code } from './code.ts';

/** What is wrong with journals and progress logs. */
export const journalsCodes = {
  'undated-journal': code<{ entries: number }>({
    class: 'broken',
    about: 'A journal has entries under dated headings.',
    message: ({ entries }) =>
      `This journal has no heading with a date, so ${entries === 1 ? 'it is read as one entry' : `its ${entries} entries have none`}`,
    hint: () => 'Begin each entry with a heading such as: ## 2026-01-04: What was tried',
  }),
  'unclear-date': code<{ found: string; reason: string }>({
    class: 'broken',
    about: 'The date of an entry says which day it is.',
    message: ({ found, reason }) => `"${found}" is not read as a date, because ${reason}`,
    hint: () => 'Write the date as YYYY-MM-DD.',
  }),
  'overdue-update': code<{ due: string; asOf: string }>({
    class: 'advice',
    about: 'The next planned update of a progress log has not passed.',
    message: ({ due, asOf }) => `The next update was planned for ${due} and is overdue on ${asOf}`,
    hint: () => 'Add the entry that was planned, or move the date. What counts as today is the date of the last commit; --as-of sets it.',
  }),
  'inference-without-observation': code<Record<never, never>>({
    class: 'advice',
    about: 'What a report infers rests on something that it observed.',
    message: () => 'This report infers something, but marks nothing as observed',
    hint: () => 'Put what was measured under "## Observations", or begin it with "Observation:".',
  }),
} as const;
