import type { DiagnosticCode } from './catalogue.ts';

/** Files of a small workspace: path to text. */
export type ExampleWorkspace = Readonly<Record<string, string>>;

/** A workspace that has a problem, and how it should have been written. */
export interface Example {
  readonly bad: ExampleWorkspace;
  /** Where the problem is reported in the bad one: path and line. */
  readonly at: `${string}:${number}`;
  readonly good: ExampleWorkspace;
}

/** A problem of the machine rather than of any text: what brings it about, in words. */
export interface Circumstance {
  readonly circumstance: string;
}

const program = lines('---', 'project: Smaller models', 'metric: { name: val_bpb, direction: lower }', 'strict: true', '---');

const idea = lines(
  '---',
  'title: Rotary embedding',
  'date: 2026-01-04',
  'hypothesis: Distance matters more than place',
  '---',
  '',
  '## Why',
  '',
  'Because.',
);

const body = lines('', '## Achievement', '', 'Done.', '', '## Rationale', '', 'Needed.');

function log(...frontmatter: readonly string[]): string {
  return lines('---', 'subject: Evaluation split', 'date: 2026-01-04', 'tags: [training]', ...frontmatter, '---') + body;
}

const table = lines('commit\tval_bpb\tstatus', '187e419\t0.9979\tbaseline', '0640555\t0.9697\tkeep');

function report(...frontmatter: readonly string[]): ExampleWorkspace {
  const text = lines('---', 'title: Rotary, tested', 'date: 2026-02-01', 'outcome: supported', ...frontmatter, '---', '', 'It won.');
  return { 'ideas/2026-01-04_rotary.md': idea, 'results.tsv': table, 'reports/2026-02-01_rotary.md': text };
}

/** One bad and one good example of each code: for the guide, and for the test that runs them all. */
export const examples: Readonly<Record<DiagnosticCode, Example | Circumstance>> = {
  // machine
  'missing-workspace': { circumstance: 'The folder named by --workspace does not exist.' },
  'empty-workspace': { bad: { LICENSE: 'MIT\n' }, at: '.:1', good: { LICENSE: 'MIT\n', 'notes.md': '# Notes\n' } },
  'unwritable-output': { circumstance: 'The folder named by --out belongs to somebody else.' },
  'unusable-ignore': {
    bad: { 'program.md': program.replace('strict: true', 'ignore: { drafts: true }') },
    at: 'program.md:4',
    good: { 'program.md': program.replace('strict: true', 'ignore: [drafts/**]') },
  },
  // files
  'unreadable-file': { circumstance: 'A file of the workspace belongs to somebody else.' },
  'invalid-bytes': { bad: { 'notes.md': '# Notes\n\nA bell: \u0007\n' }, at: 'notes.md:3', good: { 'notes.md': '# Notes\n\nA bell.\n' } },
  'duplicate-id': {
    bad: { 'ideas/rotary.md': idea, 'research/ideas/Rotary.md': idea },
    at: 'research/ideas/Rotary.md:1',
    good: { 'ideas/rotary.md': idea, 'research/ideas/rotary-2.md': idea },
  },
  // frontmatter
  'unclosed-frontmatter': {
    bad: { 'ideas/rotary.md': idea.replace('---\n\n', '\n') },
    at: 'ideas/rotary.md:1',
    good: { 'ideas/rotary.md': idea },
  },
  'invalid-yaml': {
    bad: { 'ideas/rotary.md': idea.replace('Rotary embedding', '"Rotary embedding') },
    at: 'ideas/rotary.md:2',
    good: { 'ideas/rotary.md': idea },
  },
  'executable-frontmatter': {
    bad: { 'ideas/rotary.md': lines('---js', '{ title: process.exit(1) }', '---') },
    at: 'ideas/rotary.md:1',
    good: { 'ideas/rotary.md': idea },
  },
  'unknown-key': {
    bad: { 'ideas/rotary.md': idea.replace('hypothesis:', 'hypothesys:') },
    at: 'ideas/rotary.md:4',
    good: { 'ideas/rotary.md': idea },
  },
  'missing-key': {
    bad: { 'ideas/rotary.md': idea.replace(/hypothesis: .*\n/, '') },
    at: 'ideas/rotary.md:1',
    good: { 'ideas/rotary.md': idea },
  },
  'missing-section': {
    bad: { 'logs/20260104-093000-split.md': log().replace('## Rationale', '## Why') },
    at: 'logs/20260104-093000-split.md:1',
    good: { 'logs/20260104-093000-split.md': log() },
  },
  'wrong-type': {
    bad: { 'logs/20260104-093000-split.md': log('next_steps: rerun the baseline') },
    at: 'logs/20260104-093000-split.md:5',
    good: { 'logs/20260104-093000-split.md': log('next_steps: [rerun the baseline]') },
  },
  'impossible-date': {
    bad: { 'ideas/rotary.md': idea.replace('2026-01-04', '2026-02-30') },
    at: 'ideas/rotary.md:3',
    good: { 'ideas/rotary.md': idea },
  },
  // body and links
  'undated-journal': {
    bad: { 'journals/2026.md': '# Journal\n\n## What was tried\n\nRotary.\n' },
    at: 'journals/2026.md:1',
    good: { 'journals/2026.md': '# Journal\n\n## 2026-01-04: What was tried\n\nRotary.\n' },
  },
  'dead-link': {
    bad: { 'ideas/rotary.md': `${idea}\nSee [the other](other.md).\n` },
    at: 'ideas/rotary.md:11',
    good: { 'ideas/rotary.md': `${idea}\nSee [the other](other.md).\n`, 'ideas/other.md': idea },
  },
  'dead-anchor': {
    bad: { 'ideas/rotary.md': idea, 'ideas/other.md': `${idea}\nSee [why](rotary.md#wy).\n` },
    at: 'ideas/other.md:11',
    good: { 'ideas/rotary.md': idea, 'ideas/other.md': `${idea}\nSee [why](rotary.md#why).\n` },
  },
  'unknown-reference': { bad: report('idea: rotari'), at: 'reports/2026-02-01_rotary.md:5', good: report('idea: rotary') },
  'ambiguous-reference': {
    bad: { ...report('idea: rotary'), 'ideas/2026-03-01_rotary.md': idea },
    at: 'reports/2026-02-01_rotary.md:5',
    good: { ...report('idea: 2026-01-04_rotary'), 'ideas/2026-03-01_rotary.md': idea },
  },
  // tables
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
  'line-outside-rows': { bad: { 'results.tsv': `${table}--- second night ---\n` }, at: 'results.tsv:4', good: { 'results.tsv': table } },
  // run logs
  'not-a-run-log': {
    bad: { 'experiments/sweep/train.log': 'step 1 loss 3.2\nstep 2 loss 2.9\n' },
    at: 'experiments/sweep/train.log:1',
    good: { 'experiments/sweep/train.log': '[2026-01-04 09:30:00] TRAIN: two steps\nResult: loss 2.9\n' },
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
  'unknown-action': {
    bad: { 'program.md': program, 'experiments/sweep/design-experiment.log': '[2026-01-04 09:30:00] VERIFY_MODLE: Llama\nResult: there\n' },
    at: 'experiments/sweep/design-experiment.log:1',
    good: {
      'program.md': program,
      'experiments/sweep/design-experiment.log': '[2026-01-04 09:30:00] VERIFY_MODEL: Llama\nResult: there\n',
    },
  },
  // advice
  'unknown-tag': {
    bad: { 'logs/20260104-093000-split.md': log().replace('[training]', '[trainning]') },
    at: 'logs/20260104-093000-split.md:4',
    good: { 'logs/20260104-093000-split.md': log() },
  },
  'vague-conclusion': {
    bad: { 'logs/20260104-093000-split.md': log('conclusions:', '  - 0/50 runs failed vs 12/50 baseline', '  - Training was more stable') },
    at: 'logs/20260104-093000-split.md:7',
    good: { 'logs/20260104-093000-split.md': log('conclusions:', '  - 0/50 runs failed vs 12/50 baseline') },
  },
  'no-quantified-conclusion': {
    bad: { 'logs/20260104-093000-split.md': log('conclusions:', '  - Accuracy is limited by category granularity') },
    at: 'logs/20260104-093000-split.md:6',
    good: { 'logs/20260104-093000-split.md': log('conclusions:', '  - Accuracy is limited to 98% by category granularity') },
  },
};

function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
