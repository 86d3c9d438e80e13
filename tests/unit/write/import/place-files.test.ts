import { describe, expect, it } from 'vitest';
import { pathHash } from '#ingest/digest.ts';
import { parseFile } from '#ingest/parse-file.ts';
import { recogniseText } from '#ingest/recognition/recognise-text.ts';
import { canonicalPlace, type Wish } from '#write/import/canonical-place.ts';
import { placeFiles } from '#write/import/place-files.ts';
import { sourceFromText } from '#write/source-text.ts';

const event = '[2026-01-04 09:30:00] VERIFY_MODEL: x\n';

function wish(path: string, text = '# Title\n'): Wish {
  const parsed = parseFile(sourceFromText(path, text));
  return canonicalPlace('lab', path, parsed, recogniseText(path, text).as === 'sections');
}

/** Where files of these texts go in an empty workspace. */
function places(files: Readonly<Record<string, string>>, taken: readonly string[] = [], before: ReadonlyMap<string, string> = new Map()) {
  const wishes = Object.entries(files).map(([path, text]) => wish(path, text));
  return Object.fromEntries(placeFiles('lab', wishes, before, taken));
}

describe('the canonical place', () => {
  it.each([
    ['1_ideas/2026-01-04_rotary.md', '# Rotary\n', 'ideas/2026-01-04_rotary.md'],
    ['1_ideas/Rotary Embedding.md', '**Date:** 2026-01-04\n', 'ideas/2026-01-04_rotary-embedding.md'],
    ['1_ideas/rotary.md', 'Undated.\n', 'ideas/rotary.md'],
    ['1_ideas/20260104-rotary.md', '# Rotary\n', 'ideas/2026-01-04_rotary.md'],
    ['1_ideas/2026-01-04.md', '# Rotary embedding\n', 'ideas/2026-01-04_rotary-embedding.md'],
    ['9_reports/2026-01-05_rotary.md', '# Rotary\n', 'reports/2026-01-05_rotary.md'],
    ['engineering/20260104-093000-split.md', '# Split\n', 'logs/20260104-093000-split.md'],
    ['engineering/split.md', '---\nsubject: x\ndate: 2026-01-04T09:30\n---\n', 'logs/20260104-093000-split.md'],
    ['engineering/20260104-093000-split.json', '{"subject": "x", "achievement": "y"}\n', 'logs/20260104-093000-split.md'],
    ['progress/2026-01-04_week.md', '# Week\n', 'progress/2026-01-04_week.md'],
    ['RESEARCH_JOURNAL.md', '## 2026-01-04: a\n', 'journals/research-journal.md'],
    ['docs/PROGRESS_LOG.md', '## 2026-01-04: a\n', 'progress/progress-log.md'],
    ['results.tsv', 'commit\tval_bpb\na\t1\n', 'results.tsv'],
    ['sweeps/lr.tsv', 'commit\tval_bpb\na\t1\n', 'results/lr.tsv'],
    ['runs/cap_8L/logs/design-experiment.log', event, 'experiments/cap-8l/logs/design-experiment.log'],
    ['runs/cap_8L/experiment_summary.md', '# Caps\n', 'experiments/cap-8l/experiment_summary.md'],
    ['design-experiment.log', event, 'experiments/design-experiment/design-experiment.log'],
    ['program.md', '# Program\n', 'pages/lab/program.md'],
    ['docs/Bash &.md', '# Bash\n', 'pages/lab/docs/Bash &.md'],
    ['README.md', '# Lab\n', 'pages/lab/README.md'],
    ['0_docs/papers/su2021.md', '# RoFormer\n', 'papers/su2021.md'],
  ])('of %s is found by name, text and date', (path, text, expected) => {
    expect(places({ [path]: text })).toEqual({ [path]: expected });
  });

  it('of a name that a slug would lose has a hash of its path', () => {
    expect(places({ '1_ideas/C++.md': '# C\n' })['1_ideas/C++.md']).toBe(`ideas/c-${pathHash('lab/1_ideas/C++.md')}.md`);
    expect(places({ '1_ideas/!!.md': '# C\n' })['1_ideas/!!.md']).toBe(`ideas/${pathHash('lab/1_ideas/!!.md')}.md`);
  });
});

describe('placeFiles', () => {
  const table = 'commit\tval_bpb\na\t1\n';

  it('gives all that want one name hashes, in whatever order they come', () => {
    const files = { 'a/lr.tsv': table, 'b/lr.tsv': table };
    const expected = { 'a/lr.tsv': `results/lr-${pathHash('lab/a/lr.tsv')}.tsv`, 'b/lr.tsv': `results/lr-${pathHash('lab/b/lr.tsv')}.tsv` };
    expect(places(files)).toEqual(expected);
    expect(places(Object.fromEntries(Object.entries(files).reverse()))).toEqual(expected);
  });

  it('takes no name that differs from another only in case or separators', () => {
    expect(places({ 'results.tsv': table }, ['Results.tsv'])).toEqual({ 'results.tsv': `results-${pathHash('lab/results.tsv')}.tsv` });
    expect(places({ '1_ideas/2026-01-04_a.md': 'x' }, ['ideas/2026-01-04-a.md'])).toEqual({
      '1_ideas/2026-01-04_a.md': `ideas/2026-01-04_a-${pathHash('lab/1_ideas/2026-01-04_a.md')}.md`,
    });
  });

  it('keeps the files of an experiment together', () => {
    const files = { 'a/x/scaffold.log': event, 'a/x/logs/run.log': event, 'a/x/experiment_summary.md': '# X\n', 'b/x/scaffold.log': event };
    const [first, second] = [`experiments/x-${pathHash('lab/a/x')}`, `experiments/x-${pathHash('lab/b/x')}`];
    expect(places(files)).toEqual({
      'a/x/scaffold.log': `${first}/scaffold.log`,
      'a/x/logs/run.log': `${first}/logs/run.log`,
      'a/x/experiment_summary.md': `${first}/experiment_summary.md`,
      'b/x/scaffold.log': `${second}/scaffold.log`,
    });
    expect(places({ 'a/x/scaffold.log': event }, ['experiments/x/other.log'])).toEqual({ 'a/x/scaffold.log': `${first}/scaffold.log` });
  });

  it('leaves what was imported before where it is, and puts a new log of its experiment beside it', () => {
    const before = new Map([['a/x/scaffold.log', 'experiments/renamed/scaffold.log']]);
    expect(places({ 'a/x/scaffold.log': event, 'a/x/logs/run.log': event }, ['experiments/renamed/scaffold.log'], before)).toEqual({
      'a/x/scaffold.log': 'experiments/renamed/scaffold.log',
      'a/x/logs/run.log': 'experiments/renamed/logs/run.log',
    });
  });

  it('keeps a progress log one that is read as such', () => {
    const log = '## 2026-01-04: a\n';
    for (const place of Object.values(places({ 'a/PROGRESS_LOG.md': log, 'b/PROGRESS_LOG.md': log })))
      expect(recogniseText(place, log)).toEqual({ as: 'sections', kind: 'progress' });
  });
});
