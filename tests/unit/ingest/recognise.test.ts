import { describe, expect, it } from 'vitest';
import { recognise } from '#ingest/recognise.ts';

describe('recognise', () => {
  it.each([
    ['logs/20260102-001720-x.md', 'log'],
    ['engineering/x.md', 'log'],
    ['ideas/2026-01-01_x.md', 'idea'],
    ['1_ideas/x.md', 'idea'],
    ['research/ideas/x.markdown', 'idea'],
    ['reports/x.md', 'report'],
    ['9_reports/x.md', 'report'],
    ['progress/2026-01-01_x.md', 'progress'],
    ['experiments/a/experiment_summary.md', 'experiment'],
    ['runs/deep/a/experiment_summary.md', 'experiment'],
    ['papers/x.md', 'page'],
    ['docs/ideas/x.md', 'page'],
    ['ideas/README.md', 'page'],
    ['sub/program.md', 'page'],
  ])('reads %s as one %s', (path, kind) => {
    expect(recognise(path)).toEqual({ as: 'entry', kind });
  });

  it.each([
    ['journals/2026.md', 'journal'],
    ['RESEARCH_JOURNAL.md', 'journal'],
    ['meta_journal.md', 'journal'],
    ['deep/journal.md', 'journal'],
    ['EXPERIMENT_LOG.md', 'journal'],
    ['RESEARCH_LOG.md', 'journal'],
    ['PROGRESS_LOG.md', 'progress'],
    ['progress.md', 'progress'],
  ])('reads %s as the dated sections of a %s', (path, kind) => {
    expect(recognise(path)).toEqual({ as: 'sections', kind });
  });

  it.each([
    ['program.md', 'program'],
    ['results.tsv', 'table'],
    ['experiments/a/logs/scaffold.log', 'run log'],
    ['ideas/_TEMPLATE.md', 'unread'],
    ['engineering/TEMPLATE.md', 'unread'],
    ['notes.txt', 'unread'],
    ['a/run.jsonl', 'unread'],
    ['human_journal.md', 'private'],
    ['figure.png', 'asset'],
    ['Makefile', 'asset'],
  ])('reads %s as %s', (path, as) => {
    expect(recognise(path).as).toBe(as);
  });
});
