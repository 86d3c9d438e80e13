import { code, didYouMean } from './code.ts';

/** What is wrong with run logs. */
export const runLogsCodes = {
  'not-a-run-log': code<Record<never, never>>({
    class: 'broken',
    about: 'A run log has events that begin with a timestamp in brackets.',
    message: () => 'This is not a run log: no line begins an event',
    hint: () => 'Begin an event with a line such as: [2026-01-04 09:30:00] VERIFY_MODEL: what was checked',
  }),
  'stray-line': code<Record<never, never>>({
    class: 'broken',
    about: 'Each line of a run log belongs to an event.',
    message: () => 'This text stands before the first event',
    hint: () => 'Begin an event with a line such as: [2026-01-04 09:30:00] VERIFY_MODEL: what was checked',
  }),
  'impossible-timestamp': code<{ found: string }>({
    class: 'broken',
    about: 'An event has a timestamp that the calendar has.',
    message: ({ found }) => `"${found}" is not a time that exists`,
    hint: () => 'Write [YYYY-MM-DD HH:MM:SS].',
  }),
  'unknown-action': code<{ action: string; log: string; suggestion: string | null }>({
    class: 'advice',
    about: 'The canonical run logs use the action types that their documents list.',
    message: ({ action, log }) => `Unexpected action "${action}" in ${log}.log`,
    hint: ({ suggestion }) => didYouMean(suggestion, 'Use one of the listed action types, or another log of the experiment.'),
  }),
} as const;
