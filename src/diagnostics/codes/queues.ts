import { code } from './code.ts';

/** What is wrong with job queues. */
export const queuesCodes = {
  'not-a-queue': code<{ reason: string }>({
    class: 'broken',
    about: 'A queue.json is what `pueue status --json` prints.',
    message: ({ reason }) => `This is not a job queue: ${reason}`,
    hint: () => 'Write it with: pueue status --json > queue.json',
  }),
  'unreadable-job': code<{ reason: string }>({
    class: 'broken',
    about: 'Each job of a queue says what it runs and how far it is.',
    message: ({ reason }) => `This job cannot be read: ${reason}`,
    hint: () => 'Write the file anew with: pueue status --json > queue.json',
  }),
  'unknown-job-state': code<{ found: string }>({
    class: 'advice',
    about: 'The state of a job is one that pueue has.',
    message: ({ found }) => `Unexpected job state "${found}"`,
    hint: () => 'The job is listed with its state as written. Known are Queued, Stashed, Locked, Paused, Running and Done.',
  }),
} as const;
