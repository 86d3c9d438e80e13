import { describe, expect, it } from 'vitest';
import type { InferableKey } from '#adoption/inferred-key.ts';
import { graphOf, inferFrom } from './infer-from.ts';
import { planProgram } from '#adoption/plan-program.ts';

const readme = ['# Tiny models', '', '![badge](b.png)', '', 'We ask how far a tiny language model gets. More follows.'];
const table = ['commit\tval_bpb\tmemory_gb\tstatus', '187e419\t0.99\t44\tkeep'];

function inferred(key: InferableKey, files: Parameters<typeof inferFrom>[0], remote: string | null = null) {
  const { value, certainty, note } = inferFrom(files, remote).keys.find((each) => each.key === key) ?? {};
  return { value, certainty, note };
}

describe('the title', () => {
  it('is the heading that the program or the README begins with, at its line', () => {
    expect(inferred('title', { 'README.md': readme })).toEqual({
      value: 'Tiny models',
      certainty: 'stated',
      note: 'inferred from README.md:1',
    });
    expect(inferred('title', { 'program.md': ['Prose.', '', '# Smaller', ''], 'README.md': readme }).note).toBe(
      'inferred from program.md:3',
    );
  });

  it('is not a heading that only says what the file is, nor one further down', () => {
    expect(inferred('title', { 'program.md': ['# Research Program'], 'README.md': readme }).value).toBe('Tiny models');
    expect(inferred('title', { 'README.md': ['## Install', '', '# Usage'] })).toMatchObject({
      value: 'lab',
      note: 'the name of the folder',
    });
  });

  it('is else what the repository is called', () => {
    expect(inferred('title', {}, 'git@github.com:me/speedrun.git').value).toBe('speedrun');
  });
});

describe('the project', () => {
  it('is the first sentence of the README that describes something, as a guess', () => {
    expect(inferred('project', { 'README.md': readme })).toEqual({
      value: 'We ask how far a tiny language model gets.',
      certainty: 'guessed',
      note: 'inferred from README.md:5',
    });
  });

  it('is what the program states, unless that is still a template', () => {
    const stated = ['# Program', '', 'Project: Smaller models that compress better', ''];
    expect(inferred('project', { 'program.md': stated, 'README.md': readme })).toEqual({
      value: 'Smaller models that compress better',
      certainty: 'stated',
      note: 'inferred from program.md:3',
    });
    const template = ['# Program', '', 'Project: {FILL_IN: one sentence describing the research problem}', ''];
    expect(inferred('project', { 'program.md': template }).certainty).toBe('open');
  });

  it('is no instruction to a reader, and where nothing describes anything it says that it is open', () => {
    expect(inferred('project', { 'program.md': ['# Lab', '', 'Never change the evaluation split of this lab.'] })).toEqual({
      value: 'Not described yet',
      certainty: 'open',
      note: 'fill in: what the research is about, in a sentence',
    });
  });

  it('is no line that says one thing under a name, unless that is the title', () => {
    const program = (line: string): object => inferred('project', { 'program.md': ['# Lab', '', line, 'no end'] });
    expect(program('Metric: val_bpb (lower is better)')).toMatchObject({ certainty: 'open' });
    expect(program('Last run: the one of Tuesday night')).toMatchObject({ certainty: 'open' });
    expect(program('Lab: how small a model can get,')).toMatchObject({ value: 'Lab: how small a model can get, no end' });
    expect(program('We ask one thing: how small a model gets,')).toMatchObject({ certainty: 'open' });
  });

  it('is one line, with what a terminal could take for a command made visible', () => {
    const text = ['# X', '', 'A study of two', 'lines \u202e with "quotes" # and: marks.'];
    expect(inferred('project', { 'README.md': text }).value).toBe('A study of two lines � with "quotes" # and: marks.');
  });
});

describe('the metric', () => {
  it('is that of the results table, its direction guessed from its name', () => {
    expect(inferred('metric', { 'results.tsv': table })).toEqual({
      value: { name: 'val_bpb', direction: 'lower' },
      certainty: 'guessed',
      note: 'inferred from results.tsv:1; the direction is guessed from the name',
    });
  });

  it('has the direction that the table, or the text of an introduction, says', () => {
    const noted = ['# metric_direction: lower', 'commit\tscore\tstatus', '187e419\t0.99\tkeep'];
    expect(inferred('metric', { 'results.tsv': noted })).toMatchObject({
      value: { name: 'score', direction: 'lower' },
      certainty: 'stated',
    });
    const program = ['# Lab', '', 'Pick one for the whole run; lower `val_bpb` wins.'];
    expect(inferred('metric', { 'lab/program.md': program, 'lab/results.tsv': table })).toMatchObject({
      certainty: 'stated',
      note: 'inferred from lab/results.tsv:1; lab/program.md:3 says which way is better',
    });
  });

  it.each([
    ['Metric: val_bpb (lower is better)', { name: 'val_bpb', direction: 'lower' }],
    ['**Metric:** `F1`, we maximize it', { name: 'F1', direction: 'higher' }],
    ['- Primary metric: accuracy', { name: 'accuracy', direction: 'higher' }],
  ])('is what a line of the program says: %s', (line, value) => {
    expect(inferred('metric', { 'program.md': ['# Lab', '', line] }).value).toEqual(value);
  });

  it.each([
    ['Metric: {FILL_IN: what we optimize, e.g. val_bpb} (lower/higher is better)'],
    ['Metric: to be found'],
    ['Metric: frobnication_index'],
    ['Metric design requirements: variance across seeds is small'],
  ])('stays open where nothing tells, and then names no column: %s', (line) => {
    expect(inferred('metric', { 'program.md': ['# Lab', '', line] })).toMatchObject({
      value: { name: 'undecided', direction: 'lower' },
      certainty: 'open',
    });
  });

  it('stays open where a table has a metric and nothing says which way is better: a made-up direction would rank its runs', () => {
    const unclear = ['commit\tfoo_index\tstatus', '187e419\t0.99\tkeep', '187e420\t0.98\tkeep'];
    const { value, note } = inferred('metric', { 'results.tsv': unclear });
    expect(value).toEqual({ name: 'undecided', direction: 'lower' });
    expect(note).toMatch(/foo_index|do not tell/);
  });
});

describe('the repository', () => {
  it('is the web address of the remote, and left out where there is none', () => {
    expect(inferred('repository', {}, 'https://me:token@github.com/me/lab.git').value).toBe('https://github.com/me/lab');
    expect(inferFrom({}, '/srv/git/lab.git').keys.map(({ key }) => key)).toEqual(['title', 'project', 'metric']);
  });
});

describe('the file policy', () => {
  const taxonomy = [
    ...['# Program', '', '| Type | Files | Rule |', '|---|---|---|'],
    ...['| FROZEN | program.md, `eval.py` | Never edit |', '| **APPEND-ONLY** | *_journal.md |', '| REGULAR | everything else | |'],
  ];

  it('is that of a table like the seed’s, without program.md, which is still to be corrected', () => {
    expect(inferred('files', { 'program.md': taxonomy })).toEqual({
      value: { frozen: ['eval.py'], append_only: ['*_journal.md'] },
      certainty: 'stated',
      note: 'inferred from program.md:5, 6; add program.md to the frozen files once these lines are right',
    });
  });

  it('is not made of words that are no paths, which are named', () => {
    const { keys, unclear } = inferFrom({ 'program.md': ['# P', '', '| FROZEN | all of the evaluation |', '| GLOBAL | ../x.md |'] });
    expect(keys.map(({ key }) => key)).not.toContain('files');
    expect(unclear).toEqual(['program.md:3', 'program.md:4']);
  });
});

describe('what becomes of program.md', () => {
  const planOf = (files: Parameters<typeof graphOf>[0]) => planProgram(graphOf(files), inferFrom(files).keys);

  it('is made where there is none, and given frontmatter where it has none', () => {
    expect(planOf({ 'README.md': readme }).do).toBe('create');
    expect(planOf({ 'program.md': ['# Lab', '', '---', '', 'Text'] }).do).toBe('prepend');
  });

  it('is nothing where it has frontmatter, and what that lacks is named with a value', () => {
    const plan = planOf({ 'program.md': ['---', 'title: Lab', '---', ''], 'results.tsv': table, 'README.md': readme });
    expect(plan).toMatchObject({
      do: 'keep',
      damaged: false,
      missing: [{ key: 'project' }, { key: 'metric', value: { name: 'val_bpb' } }],
    });
  });

  it('is nothing where its frontmatter is damaged: what is missing cannot be told', () => {
    expect(planOf({ 'program.md': ['---', 'title: "Lab', 'project: x', '---', ''] })).toEqual({ do: 'keep', damaged: true, missing: [] });
  });

  it('is still open where an earlier adoption left it so', () => {
    const written = ['---', 'project: Not described yet', 'metric: { name: undecided, direction: lower }', '---', ''];
    expect(planOf({ 'program.md': written })).toMatchObject({ missing: [{ key: 'project' }, { key: 'metric' }] });
  });

  it('is not made beside a file that differs only in case, which some disks take for the same', () => {
    const plan = planOf({ 'Program.md': ['# Lab'] });
    expect(plan.do === 'refuse' ? plan.hint : plan.do).toContain('git mv Program.md program.md');
  });
});
