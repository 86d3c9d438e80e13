import { code } from './code.ts';

/** What is wrong with journals and progress logs. */
export const journalsCodes = {
  'undated-journal': code<Record<never, never>>({
    class: 'broken',
    about: 'A journal has entries under dated headings.',
    message: () => 'This journal has no heading with a date, so it is read as one entry',
    hint: () => 'Begin each entry with a heading such as: ## 2026-01-04: What was tried',
  }),
} as const;
