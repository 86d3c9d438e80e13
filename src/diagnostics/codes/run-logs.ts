import { code, didYouMean, list, quoted } from './code.ts';

/** What is wrong with run logs. */
export const runLogsCodes = {
  'not-a-run-log': code<Record<never, never>>({
    class: 'broken',
    about: 'A run log has events that begin with a timestamp in brackets.',
    message: () => 'This is not a run log: no line begins an event with an action',
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
  'event-without-time': code<Record<never, never>>({
    class: 'broken',
    about: 'An event of a run log says when it was.',
    message: () => 'This event has no timestamp',
    hint: () => 'Add "timestamp": "2026-01-04T09:30:00Z" to the object.',
  }),
  'broken-json': code<{ expected: string; found: string | null }>({
    class: 'broken',
    about: 'Each JSON object of a run log is whole.',
    message: ({ expected, found }) =>
      found === null
        ? `This object is cut off: expected ${expected}`
        : `Unexpected ${JSON.stringify(found)} in a JSON object, expected ${expected}`,
    hint: ({ expected, found }) =>
      `${found === null ? 'Write the rest of the object, up to its last "}"' : `Write ${expected} here`}, or take it out. Until then it is shown as it is; the others are read.`,
  }),
  'invalid-summary': code<{ reason: string }>({
    class: 'broken',
    about: 'The summary of an experiment is YAML.',
    message: ({ reason }) => `The summary is not valid YAML: ${reason}`,
    hint: () => 'Text with ": " or a leading @, *, &, [ or { goes into quotes. Until then the file is shown as text.',
  }),
  'unknown-action': code<{ action: string; log: string; suggestion: string | null }>({
    class: 'advice',
    about: 'The canonical run logs use the action types that their documents list.',
    message: ({ action, log }) => `Unexpected action "${action}" in ${log}.log`,
    hint: ({ suggestion }) => didYouMean(suggestion, 'Use one of the listed action types, or another log of the experiment.'),
  }),
  'logged-status-check': code<{ command: string }>({
    class: 'advice',
    about: 'Run logs record actions, not looks at the job queue.',
    message: ({ command }) => `Unexpected status check "${command}" in a run log`,
    hint: () => 'Log what changed (a job that began, ended or failed) instead of each look.',
  }),
  'unfinished-stage': code<{ action: string; end: string }>({
    class: 'advice',
    about: 'A stage that a run log starts is also ended there.',
    message: ({ action, end }) => `${action} has no ${end} after it`,
    hint: () => 'Log how the stage ended, also if it failed.',
  }),
  'time-runs-backwards': code<{ time: string; before: string }>({
    class: 'advice',
    about: 'The events of a run log stand in the order in which they happened.',
    message: ({ time, before }) => `${time} is earlier than ${before}, the time of the event above`,
    hint: () => 'Append events at the end; check the date, and the clock where several machines write.',
  }),
  'contradicted-duration': code<{ stated: string; measured: number; since: string }>({
    class: 'advice',
    about: 'A stated duration agrees with the timestamps.',
    message: ({ stated, measured, since }) => `The stated duration is ${stated}, but ${measured} s have passed since ${since}`,
    hint: () => 'Correct the duration, or mark an estimate with "~".',
  }),
  'reported-failures': code<{ count: string }>({
    class: 'advice',
    about: 'A run log reports no failures.',
    message: ({ count }) => `This event reports ${count} failed`,
    hint: () => 'Look at what failed, and log how it was dealt with, before the next stage.',
  }),
  'wrong-count': code<{ statement: string; counted: number; found: number }>({
    class: 'advice',
    about: 'The counts of a run log add up.',
    message: ({ statement, counted, found }) => `${quoted(statement)} does not add up: expected ${counted}, found ${found}`,
    hint: () => 'Correct the count, or name what is missing.',
  }),
  'incomplete-design': code<{ missing: readonly string[] }>({
    class: 'advice',
    about: 'A design is complete after model, dataset, time and disk have been checked.',
    message: ({ missing }) => `The design is complete without ${list(missing)}`,
    hint: () => 'Check what is missing and log it, or say in the log why it does not apply.',
  }),
  'misplaced-log': code<{ log: string; folder: string; lies: string }>({
    class: 'advice',
    about: 'A run log lies in the folder of its experiment.',
    message: ({ log, folder, lies }) => `${log} is about the experiment "${folder}", but lies in "${lies}"`,
    hint: ({ folder }) => `Move the log into the folder "${folder}".`,
  }),
} as const;
