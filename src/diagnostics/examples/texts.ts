import type { ExampleWorkspace } from './example.ts';

/** A strict program with a metric. */
export const program = lines('---', 'project: Smaller models', 'metric: { name: val_bpb, direction: lower }', 'strict: true', '---');

/** A complete idea. */
export const idea = lines(
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

/** The sections that a log must have. */
const body = lines('', '## Achievement', '', 'Done.', '', '## Rationale', '', 'Needed.');

/** A complete log, with further lines of frontmatter. */
export function log(...frontmatter: readonly string[]): string {
  return lines('---', 'subject: Evaluation split', 'date: 2026-01-04', 'tags: [research]', ...frontmatter, '---') + body;
}

/** A log as the script of engineering logs renders it, with one row of metrics. */
export function renderedLog(row: string): string {
  const head = lines(
    '# Evaluation split',
    '',
    '**Date:** 2026-01-04',
    '**Timestamp:** 2026-01-04 09:30:00',
    '**Tags:** research',
    '',
    '---',
  );
  return head + body + lines('', '## Metrics', '', '| Metric | Value |', '|--------|-------|', row);
}

/** A table of two runs. */
export const table = lines('commit\tval_bpb\tstatus', '187e419\t0.9979\tbaseline', '0640555\t0.9697\tkeep');

/** A workspace with an idea, a table and a report on them, the report with further lines of frontmatter. */
export function report(...frontmatter: readonly string[]): ExampleWorkspace {
  const text = lines('---', 'title: Rotary, tested', 'date: 2026-02-01', 'outcome: supported', ...frontmatter, '---', '', 'It won.');
  return { 'ideas/2026-01-04_rotary.md': idea, 'results.tsv': table, 'reports/2026-02-01_rotary.md': text };
}

/** Texts as the lines of a file. */
export function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
