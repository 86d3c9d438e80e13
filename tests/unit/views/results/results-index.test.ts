import { expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { tableSummaries } from '#views/results/results-index.ts';
import { makeContent, makeTable } from '../../graph/make-content.ts';
import { href } from './judged/judged-workspace.ts';

const runs = ['commit\tval_bpb\tstatus\tdescription', 'bea057b\t0.9979\tkeep\tbaseline', '88e6082\t0.9840\tkeep\tdeeper'];

it('says for each table how many runs it has, what is best, and how far that can be trusted', () => {
  expect(tableSummaries(buildGraph(makeContent({ tables: [makeTable('results.tsv', ...runs)] })), href)).toMatchObject([
    {
      title: 'results.tsv',
      href: '/results/results/',
      runs: '2 runs: 2 kept',
      nature: null,
      judged: { best: { value: '0.9840', verdict: { verdict: 'noise unknown' } } },
    },
  ]);
});

it('says what the rows are where they are no runs', () => {
  const tables = [makeTable('a.tsv', 'step\tloss', '0\t4', '100\t3', '200\t2'), makeTable('b.tsv', 'metric\tvalue', 'loss\t1', 'acc\t2')];
  expect(tableSummaries(buildGraph(makeContent({ tables })), href).map(({ nature, judged }) => [nature, judged])).toEqual([
    ['A curve along step, not a list of runs: none of its rows is called best.', null],
    ['One measurement a row, of 2 metrics: values of different metrics are not compared.', null],
  ]);
});

it('begins with the table that program.md is about', () => {
  const tables = [makeTable('a.tsv', 'id\tacc\tstatus', 'x\t1\tkeep', 'y\t2\tkeep', 'z\t3\tkeep'), makeTable('b.tsv', ...runs)];
  const graph = buildGraph(makeContent({ tables, program: { metric: { name: 'val_bpb', direction: 'lower' } } }));
  expect(tableSummaries(graph, href).map(({ title, isMain }) => [title, isMain])).toEqual([
    ['b.tsv', true],
    ['a.tsv', false],
  ]);
});

it('names the word that was read as a status, where all runs of it have the same', () => {
  const runsOf = (...rows: string[]) => {
    const graph = buildGraph(makeContent({ tables: [makeTable('results.tsv', 'commit\tloss\tstatus', ...rows)] }));
    return tableSummaries(graph, href)[0]?.runs;
  };
  expect(runsOf('a\t1\tok', 'b\t2\tok', 'c\t3\tOOM')).toBe('3 runs: 2 kept (“ok”), 1 crashed (“OOM”)');
  expect(runsOf('a\t1\tok', 'b\t2\taccepted')).toBe('2 runs: 2 kept');
});
