import { expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { createHref } from '#views/href.ts';
import { stateJson } from '#views/state-json.ts';
import { makeContent, makeEntry, makeReference, makeTable } from '../graph/make-content.ts';

const href = createHref({ base: '/', site: null, repository: null, folder: '' });

it('says where the research stands: metric, best, noise, tables', () => {
  const tables = [
    makeTable('other.tsv', 'step\tloss', '0\t4', '100\t3', '200\t2'),
    makeTable('results.tsv', 'commit\tval_bpb\tstatus', 'bea057b\t0.9979\tkeep', '88e6082\t0.984000\tkeep'),
  ];
  const graph = buildGraph(makeContent({ tables, program: { metric: { name: 'val_bpb', direction: 'lower', unit: 'bits' } } }));
  const best = { id: 'run/results/2', value: '0.984000', number: 0.984, verdict: 'noise unknown', url: '/results/results/2/' };
  const metric = { name: 'val_bpb', direction: 'lower', direction_source: 'declared', unit: 'bits' };
  expect(stateJson(graph, href)).toEqual({
    schema: 1,
    as_of: '2026-01-01',
    metric: { ...metric, table: 'results' },
    best,
    noise: null,
    tables: [
      {
        id: 'other',
        path: 'other.tsv',
        rows_are: 'curve',
        rows: 3,
        metric: { name: 'loss', direction: null, direction_source: 'unknown', unit: null },
        best: null,
        noise: null,
        url: '/results/other/',
        data: '/api/runs/other.json',
      },
      {
        id: 'results',
        path: 'results.tsv',
        rows_are: 'runs',
        rows: 2,
        metric,
        best,
        noise: null,
        url: '/results/results/',
        data: '/api/runs/results.json',
      },
    ],
    open_ideas: [],
    next_steps: [],
  });
});

it('lists open ideas and the steps that are not ticked off, newest first', () => {
  const entries = [
    makeEntry('idea', 'ideas/2026-01-01_rotary.md', { title: 'Rotary' }),
    makeEntry('idea', 'ideas/2026-01-02_depth.md', { title: 'Depth' }),
    makeEntry('report', 'reports/2026-01-03_rotary.md', {
      data: { outcome: 'refuted' },
      links: [makeReference('idea', 'ideas/2026-01-01_rotary.md')],
    }),
    makeEntry('log', 'logs/2026-01-04_split.md', { data: { next_steps: ['[x] Fix the split', 'Run the baseline again'] } }),
  ];
  const { open_ideas: ideas, next_steps: steps, metric, best } = stateJson(buildGraph(makeContent({ entries })), href);
  expect(ideas).toEqual([{ id: 'idea/2026-01-02-depth', title: 'Depth', date: '2026-01-02', url: '/ideas/2026-01-02-depth/' }]);
  expect(steps).toEqual([{ text: 'Run the baseline again', entry: 'log/2026-01-04-split', url: '/logs/2026-01-04-split/' }]);
  expect([metric, best]).toEqual([null, null]);
});
