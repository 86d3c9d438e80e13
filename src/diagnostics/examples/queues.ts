import type { queuesCodes } from '#diagnostics/codes/queues.ts';
import type { Circumstance, Example } from './example.ts';

const good = { 'queue.json': '{ "tasks": { "0": { "id": 0, "command": "just eval rotary", "status": "Queued" } } }\n' };

/** Examples of `queuesCodes`. */
export const queuesExamples: Readonly<Record<keyof typeof queuesCodes, Example | Circumstance>> = {
  'not-a-queue': {
    bad: { 'queue.json': '{ "jobs": "none" }\n' },
    at: 'queue.json:1',
    good,
  },
  'unreadable-job': {
    bad: { 'queue.json': '{ "tasks": { "0": "just eval rotary" } }\n' },
    at: 'queue.json:1',
    good,
  },
  'unknown-job-state': {
    bad: { 'queue.json': '{ "tasks": { "0": { "id": 0, "command": "just eval rotary", "status": "Waiting" } } }\n' },
    at: 'queue.json:1',
    good,
  },
};
