import { describe, expect, it } from 'vitest';
import { recogniseText } from '#ingest/recognition/recognise-text.ts';
import { recognise } from '#ingest/recognition/recognise.ts';

describe('recognise', () => {
  it.each([
    ['logs/20260102-001720-x.md', 'log'],
    ['engineering/x.md', 'log'],
    ['team/engineering/x.md', 'log'],
    ['docs/engineering/20260102-001720-x.md', 'log'],
    ['ideas/2026-01-01_x.md', 'idea'],
    ['1_ideas/x.md', 'idea'],
    ['lab/1_ideas/archive/x.md', 'idea'],
    ['research/ideas/x.markdown', 'idea'],
    ['docs/ideas/x.md', 'idea'],
    ['reports/x.md', 'report'],
    ['9_reports/x.md', 'report'],
    ['docs/reports/x.md', 'report'],
    ['ideas/2026-01-01_chat-template.md', 'idea'],
    ['progress/2026-01-01_x.md', 'progress'],
    ['papers/x.md', 'paper'],
    ['0_docs/papers/x.md', 'paper'],
    ['ideas/papers/x.md', 'paper'],
    ['experiments/a/experiment_summary.md', 'experiment'],
    ['runs/deep/a/experiment_summary.md', 'experiment'],
  ])('reads %s as one %s', (path, kind) => {
    expect(recognise(path)).toEqual({ as: 'entry', kind });
  });

  it.each([
    'ideas/README.md',
    'papers/readme.zh-CN.md',
    'journals/index.md',
    'journals/CHANGELOG.md',
    'CHANGELOG.md',
    'sub/program.md',
    'src/logs/notes.md',
    'src/reports/layout.md',
    'tests/fixtures/ideas/x.md',
    'docs/engineering/architecture.md',
    'experiments/a/logs/notes.md',
    'paper/introduction.md',
    'changelog_journaling.md',
  ])('leaves %s the page that it is', (path) => {
    expect(recognise(path)).toEqual({ as: 'entry', kind: 'page' });
  });

  it.each([
    ['journals/2026.md', 'journal'],
    ['lab/journals/2026.md', 'journal'],
    ['RESEARCH_JOURNAL.md', 'journal'],
    ['RESEARCH_JOURNAL_2026-03.md', 'journal'],
    ['research-journal.1.md', 'journal'],
    ['meta_journal.md', 'journal'],
    ['deep/journal.md', 'journal'],
    ['journal-archive.md', 'journal'],
    ['EXPERIMENT_LOG.md', 'journal'],
    ['RESEARCH_LOG.md', 'journal'],
    ['lab_notebook.md', 'journal'],
    ['notes/LabNotebook.md', 'journal'],
    ['PROGRESS_LOG.md', 'progress'],
    ['progress.md', 'progress'],
    ['docs/progress-log.md', 'progress'],
  ])('reads %s as the dated sections of a %s', (path, kind) => {
    expect(recognise(path)).toEqual({ as: 'sections', kind });
  });

  it.each([
    'ideas/_TEMPLATE.md',
    'engineering/TEMPLATE.md',
    'reports/template.md',
    'engineering/engineering-log-template.md',
    'idea.template.md',
    'ideas/_template-idea.md',
    'journal_template.md',
    'templates/idea.md',
    'docs/templates/results.tsv',
    'ideas/YYYY-MM-DD_slug.md',
    'ideas/{slug}.md',
  ])('knows the template %s', (path) => {
    expect(recognise(path)).toEqual({ as: 'unread', reason: 'A template is not an entry' });
  });

  it.each([
    ['program.md', 'program'],
    ['results.tsv', 'table'],
    ['deep/er/sweep.TSV', 'table'],
    ['experiments/a/logs/scaffold.log', 'run log'],
    ['experiments/a/scaffold.md.log', 'run log'],
    ['run-torchtune.log', 'run log'],
    ['design-experiment_2.log', 'run log'],
    ['train.log', 'perhaps'],
    ['run.log', 'perhaps'],
    ['deep/queue.json', 'job queue'],
    ['papers/x_analysis.argdown', 'argument map'],
    ['notes.txt', 'perhaps'],
    ['a/run.jsonl', 'perhaps'],
    ['a/data.json', 'perhaps'],
    ['human_journal.md', 'private'],
    ['lab/Human-Journal_2026.md', 'private'],
    ['human_journal_template.md', 'private'],
    ['figure.png', 'asset'],
    ['Makefile', 'asset'],
  ])('reads %s as %s', (path, as) => {
    expect(recognise(path).as).toBe(as);
  });
});

describe('recogniseText', () => {
  it.each([
    ['an idea, by its hypothesis', 'notes/x.md', '---\ntitle: X\nhypothesis: Distance matters\n---\n', { as: 'entry', kind: 'idea' }],
    ['a report', 'x.md', '---\noutcome: supported\nidea: rotary\n---\n', { as: 'entry', kind: 'report' }],
    ['a log', 'x.md', '---\nsubject: Split\nconclusions: [a]\n---\n', { as: 'entry', kind: 'log' }],
    ['a journal', 'notes.md', '# N\n\n## 2026-01-03\n\na\n\n## 2026-01-02\n\nb\n\n## 2026-01-01: c\n', { as: 'sections', kind: 'journal' }],
    ['an idea by most of its keys', 'x.md', '---\nhypothesis: H\ntitle: T\nbranch: b\n---\n', { as: 'entry', kind: 'idea' }],
    ['a journal with dots in its dates', 'n.md', '## 2026.01.03\n\n## 2026.01.02\n\n## 2026.01.01\n', { as: 'sections', kind: 'journal' }],
    ['results among data sets', 'datasets/results.tsv', 'commit\tval_bpb\n187e419\t0.99\n', { as: 'table' }],
    ['a run log of any name', 'train.log', 'loading\n[2026-01-04 09:30:00] TRAIN: two steps\nResult: done\n', { as: 'run log' }],
    ['a run log in text', 'x.txt', '[2026-01-04 09:30:00] VERIFY_MODEL: Llama\nResult: there\n', { as: 'run log' }],
    ['a run log below a title', 'x.md', '# Log\n\n[2026-01-04 09:30:00] VERIFY_MODEL: Llama\nResult: there\n', { as: 'run log' }],
    ['JSON Lines', 'x.jsonl', '{"timestamp":"2026-01-04T09:30:00Z","action":"START"}\n', { as: 'run log' }],
    ['JSON objects', 'x.jsonl.txt', '{\n "timestamp": "2026-01-04T09:30:00Z",\n "action": "START"\n}\n{\n}\n', { as: 'run log' }],
    ['a job queue', 'status.json', '{"tasks":{"0":{"id":0,"command":"just eval"}},"groups":{}}', { as: 'job queue' }],
    [
      'a rendered log',
      'notes/x.md',
      '# Split\n\n**Date:** 2026-01-04\n\n## Achievement\n\nA\n\n## Rationale\n\nB\n',
      { as: 'rendered log' },
    ],
  ])('knows %s by its text', (_, path, text, expected) => {
    expect(recogniseText(path, text)).toEqual(expected);
  });

  it.each([
    ['an e-mail in frontmatter', '---\nsubject: Hello\ndate: 2026-01-04\n---\n'],
    ['an outcome alone', '---\noutcome: born\n---\n'],
    ['a changelog under another name', '# R\n\n## 1.2.0 (2026-01-03)\n\n## 1.1.0 (2026-01-02)\n\n## 1.0.0 (2026-01-01)\n'],
    ['a changelog by day', '# R\n\n## 2026-01-03 v1.2.0\n\n## 2026-01-02: 1.1\n\n## 2026-01-01 — v1.0\n'],
    ['phases with the day they ended', '## Phase 1: a (2026-01-03) ✅\n\n## Phase 2: b (2026-01-02)\n\n## Phase 3: c (2026-01-01)\n'],
    ['a record with keys of its own', '---\nhypothesis: H\nexpId: 1\nbranch: b\ncommit: 187e419\n---\n'],
    ['two dated headings', '# N\n\n## 2026-01-03\n\n## 2026-01-02\n'],
    ['a few dated headings among many', '## 2026-01-03\n## 2026-01-02\n## 2026-01-01\n## a\n## b\n## c\n'],
    ['dated headings in code', '```\n## 2026-01-03\n## 2026-01-02\n## 2026-01-01\n```\n'],
    ['years in titles', '## Results of 2024 runs\n\n## Results of 2025 runs\n\n## Plans for 2026 runs\n'],
    ['a text about run logs', '# How to log\n\nWrite:\n\n```\n[2026-01-04 09:30:00] VERIFY_MODEL: Llama\n```\n'],
  ])('leaves %s a page', (_, text) => {
    expect(recogniseText('docs/x.md', text)).toEqual({ as: 'entry', kind: 'page' });
  });

  it.each([
    'README.md',
    'CLAUDE.md',
    'docs/AGENTS.md',
    'HISTORY.md',
    'TODO.md',
    'V2_CHANGELOG_2026.md',
    'docs/release-notes-ios.md',
    'roadmap.md',
  ])('never makes a journal of %s, whatever its headings', (path) => {
    expect(recogniseText(path, '## 2026-01-03\n## 2026-01-02\n## 2026-01-01\n')).toEqual({ as: 'entry', kind: 'page' });
  });

  it.each([
    ['what a program printed', 'slurm.out', '[2026-01-04 09:30:00] INFO: epoch 1\n[2026-01-04 09:31:00] INFO: epoch 2\n', 'unread'],
    ['sentences to train on', 'lab/datasets/x/dev.tsv', '## id\n1\tGood\tADJ\n', 'unread'],
    ['what a training printed', 'train.log', 'step 1 loss 3.2\n[2026-01-04 09:31:00] INFO: epoch 2\n', 'unread'],
    ['prose', 'notes.txt', 'Dear all,\n', 'unread'],
    ['training data', 'x.jsonl', '{"prompt": "a", "completion": "b"}\n', 'unread'],
    ['steps of an environment', 'x.jsonl', '{"timestamp": 3, "action": 2}\n', 'unread'],
    ['a configuration', 'package.json', '{ "name": "x" }\n', 'asset'],
  ])('does not read %s', (_, path, text, as) => {
    expect(recogniseText(path, text).as).toBe(as);
  });
});
