import type { Circumstance, Example } from './example.ts';
import type { tablesCodes } from '#diagnostics/codes/tables.ts';
import { lines, program, table } from './texts.ts';

/** Examples of `tablesCodes`. */
export const tablesExamples: Readonly<Record<keyof typeof tablesCodes, Example | Circumstance>> = {
  'unknown-column': {
    bad: { 'program.md': program.replace('val_bpb', 'val_bbp'), 'results.tsv': table },
    at: 'program.md:3',
    good: { 'program.md': program, 'results.tsv': table },
  },
  'not-a-table': {
    bad: { 'results.tsv': 'Traceback (most recent call last):\n  File "train.py", line 3\n' },
    at: 'results.tsv:1',
    good: { 'results.tsv': table },
  },
  'ragged-row': {
    bad: { 'results.tsv': `${table}aaaaaaa\t0.97\n` },
    at: 'results.tsv:4',
    good: { 'results.tsv': `${table}aaaaaaa\t0.97\tdiscard\n` },
  },
  'missing-header': { bad: { 'results.tsv': table.slice(table.indexOf('\n') + 1) }, at: 'results.tsv:1', good: { 'results.tsv': table } },
  'repeated-column': {
    bad: { 'results.tsv': 'commit\tloss\tloss\n' },
    at: 'results.tsv:1',
    good: { 'results.tsv': 'commit\ttrain_loss\tloss\n' },
  },
  'unnamed-column': { bad: { 'results.tsv': 'commit\tloss\t\n' }, at: 'results.tsv:1', good: { 'results.tsv': 'commit\tloss\n' } },
  'odd-metric-cell': { bad: { 'results.tsv': `${table}aaaaaaa\tlow\tdiscard\n` }, at: 'results.tsv:4', good: { 'results.tsv': table } },
  'unranked-table': {
    bad: { 'results.tsv': 'commit\twidget\tstatus\na\t0.51\tkeep\nb\t0.52\tkeep\nc\t0.53\tdiscard\n' },
    at: 'results.tsv:1',
    good: { 'results.tsv': 'commit\tloss\tstatus\na\t0.51\tkeep\nb\t0.52\tkeep\nc\t0.53\tdiscard\n' },
  },
  'unknown-status': { bad: { 'results.tsv': `${table}aaaaaaa\t0.97\tkeeep\n` }, at: 'results.tsv:4', good: { 'results.tsv': table } },
  'seed-disagrees': {
    bad: { 'results.tsv': seeded(['1', '0.9697'], ['1', '0.9712']) },
    at: 'results.tsv:4',
    good: { 'results.tsv': seeded(['1', '0.9697'], ['2', '0.9712']) },
  },
  'line-outside-rows': { bad: { 'results.tsv': `${table}--- second night ---\n` }, at: 'results.tsv:4', good: { 'results.tsv': table } },
};

/** A table of a baseline and two runs of one configuration, each with its seed and value. */
function seeded(...runs: readonly (readonly [seed: string, value: string])[]): string {
  return lines('val_bpb\tseed\tdescription', '0.9979\t1\tbaseline', ...runs.map(([seed, value]) => `${value}\t${seed}\trotary`));
}
