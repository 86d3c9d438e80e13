import { code } from './code.ts';

/** What is wrong with journals and progress logs. */
export const journalsCodes = {
  'undated-journal': code<{ entries: number }>({
    class: 'broken',
    about: 'A journal has entries under dated headings.',
    message: ({ entries }) =>
      `No heading of this journal dates an entry, so ${entries === 1 ? 'it is read as one' : `its ${entries} entries have no date`}`,
    hint: () => 'Begin each entry with a heading such as: ## 2026-01-04: What was tried',
  }),
  'unclear-date': code<{ found: string; reason: string }>({
    class: 'broken',
    about: 'The date of an entry says which day it is.',
    message: ({ found, reason }) => `"${found}" is not read as a date, because ${reason}`,
    hint: () => 'Write the date as YYYY-MM-DD.',
  }),
  'heading-in-code': code<{ fence: number; isUnclosed: boolean }>({
    class: 'broken',
    about: 'No heading that begins an entry of a journal stands in code.',
    message: ({ fence, isUnclosed }) =>
      `This heading stands in code and begins no entry: the fence of line ${fence} ${isUnclosed ? 'is never closed' : 'holds other fences'}`,
    hint: () => 'Close the code above it. Code that itself shows ``` needs a longer fence around it, such as ````.',
  }),
  'heading-without-space': code<{ hashes: string; text: string }>({
    class: 'broken',
    about: 'A space stands between the hashes of a heading and its date.',
    message: ({ hashes }) =>
      `This line begins no entry and belongs to the text above it: "${hashes}" needs a space behind it to make a heading`,
    hint: ({ hashes, text }) => `Write: ${hashes} ${text}`,
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
