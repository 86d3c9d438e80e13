import type { Circumstance, Example } from './example.ts';
import type { runLogsCodes } from '#diagnostics/codes/run-logs.ts';
import { lines, program } from './texts.ts';

/** Examples of `runLogsCodes`. */
export const runLogsExamples: Readonly<Record<keyof typeof runLogsCodes, Example | Circumstance>> = {
  'not-a-run-log': {
    bad: { 'experiments/sweep/run-torchtune.log': 'step 1 loss 3.2\nstep 2 loss 2.9\n' },
    at: 'experiments/sweep/run-torchtune.log:1',
    good: { 'experiments/sweep/run-torchtune.log': '[2026-01-04 09:30:00] TRAIN: two steps\nResult: loss 2.9\n' },
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
  'event-without-time': {
    bad: { 'experiments/sweep/train.jsonl': `${event('09:30:00', 'TRAIN')}\n{"action": "EVALUATE"}\n` },
    at: 'experiments/sweep/train.jsonl:2',
    good: { 'experiments/sweep/train.jsonl': `${event('09:30:00', 'TRAIN')}\n${event('09:40:00', 'EVALUATE')}\n` },
  },
  'broken-json': {
    bad: { 'experiments/sweep/train.jsonl': `${event('09:30:00', 'TRAIN')}\n{"timestamp": "2026-01-04T09:40:00Z", "acti\n` },
    at: 'experiments/sweep/train.jsonl:2',
    good: { 'experiments/sweep/train.jsonl': `${event('09:30:00', 'TRAIN')}\n${event('09:40:00', 'EVALUATE')}\n` },
  },
  'invalid-summary': {
    bad: { 'experiments/sweep/experiment_summary.yaml': lines('experiment:', '  name: Ranks', '  question: which: rank') },
    at: 'experiments/sweep/experiment_summary.yaml:3',
    good: { 'experiments/sweep/experiment_summary.yaml': lines('experiment:', '  name: Ranks', '  question: "which: rank"') },
  },
  'unknown-action': {
    bad: { 'program.md': program, 'experiments/sweep/design-experiment.log': '[2026-01-04 09:30:00] VERIFY_MODLE: Llama\nResult: there\n' },
    at: 'experiments/sweep/design-experiment.log:1',
    good: {
      'program.md': program,
      'experiments/sweep/design-experiment.log': '[2026-01-04 09:30:00] VERIFY_MODEL: Llama\nResult: there\n',
    },
  },
  'logged-status-check': {
    bad: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] WAIT: for the jobs', 'Command: squeue -u me', 'Result: 4 running') },
    at: 'experiments/sweep/run.log:2',
    good: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] STATE_CHANGE: job 12', 'Result: running') },
  },
  'unfinished-stage': {
    bad: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] TRAIN_START', '[2026-01-04 09:31:00] SAVE: weights') },
    at: 'experiments/sweep/run.log:1',
    good: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] TRAIN_START', '[2026-01-04 09:31:00] TRAIN_COMPLETE') },
  },
  'time-runs-backwards': {
    bad: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] TRAIN: begin', '[2026-01-04 09:29:00] TRAIN: end') },
    at: 'experiments/sweep/run.log:2',
    good: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] TRAIN: begin', '[2026-01-04 09:30:00] TRAIN: end') },
  },
  'contradicted-duration': {
    bad: { 'experiments/sweep/run.log': stage('Duration: 5 minutes') },
    at: 'experiments/sweep/run.log:3',
    good: { 'experiments/sweep/run.log': stage('Duration: 1m 20s') },
  },
  'reported-failures': {
    bad: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] TRAIN: ranks', 'Result: 2 runs failed') },
    at: 'experiments/sweep/run.log:2',
    good: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] TRAIN: ranks', 'Result: 0 runs failed') },
  },
  'wrong-count': {
    bad: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] TRAIN: ranks', 'Result: 8 runs, 6 successful, 0 failures') },
    at: 'experiments/sweep/run.log:2',
    good: { 'experiments/sweep/run.log': lines('[2026-01-04 09:30:00] TRAIN: ranks', 'Result: 8 runs, 8 successful, 0 failures') },
  },
  'incomplete-design': {
    bad: { 'experiments/sweep/design-experiment.log': lines('[2026-01-04 09:30:00] VERIFY_MODEL', '[2026-01-04 09:31:00] COMPLETE') },
    at: 'experiments/sweep/design-experiment.log:2',
    good: {
      'experiments/sweep/design-experiment.log': lines(
        '[2026-01-04 09:30:00] VERIFY_MODEL',
        '[2026-01-04 09:30:00] VERIFY_DATASET',
        '[2026-01-04 09:30:00] CALCULATE_TIME',
        '[2026-01-04 09:30:00] CHECK_DISK',
        '[2026-01-04 09:31:00] COMPLETE',
      ),
    },
  },
  'misplaced-log': {
    bad: { 'experiments/sweep/design-experiment.log': summaryIn('/scratch/ranks') },
    at: 'experiments/sweep/design-experiment.log:2',
    good: { 'experiments/ranks/design-experiment.log': summaryIn('/scratch/ranks') },
  },
};

/** A stage of 80 seconds. */
function stage(duration: string): string {
  return lines('[2026-01-04 09:30:00] TRAIN_START', '[2026-01-04 09:31:20] TRAIN_COMPLETE', duration);
}

function summaryIn(folder: string): string {
  return lines('[2026-01-04 09:30:00] CREATE_SUMMARY: the plan', `Command: Created ${folder}/experiment_summary.md`);
}

/** An event as a line of JSON. */
function event(time: string, action: string): string {
  return JSON.stringify({ timestamp: `2026-01-04T${time}Z`, action, result: 'success' });
}
