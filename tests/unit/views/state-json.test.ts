import { expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { openAnchor } from '#schemas/open-items.ts';
import { createHref } from '#views/href.ts';
import { stateJson } from '#views/state-json.ts';
import { makeContent, makeEntry, makeLink, makeReference, makeTable } from '../graph/make-content.ts';
import { makeOpen } from '../graph/open/make-open.ts';

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
    tasks: [],
    questions: [],
    blockers: [],
    criteria: [],
    overdue: [],
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
  const anchor = openAnchor('Run the baseline again');
  expect(steps).toEqual([
    {
      id: `log/2026-01-04-split#${anchor}`,
      text: 'Run the baseline again',
      entry: 'log/2026-01-04-split',
      url: `/logs/2026-01-04-split/#${anchor}`,
      age_days: null,
      taken_up_by: null,
      superseded_by: null,
    },
  ]);
  expect([metric, best]).toEqual([null, null]);
});

it('lists questions, blockers, criteria, tasks and overdue updates, with what took them up', () => {
  const entries = [
    makeOpen(
      'progress',
      'progress/2026-01-04_sprint.md',
      '## Questions',
      '- Does rotary help?',
      '## Blockers',
      '- No disk',
      '## Notes',
      '- [ ] Buy one',
    ),
    makeOpen('progress', 'progress/2026-01-10_sprint.md', '## Success criteria', '- [ ] One confirmed win', '- [x] Noise known'),
    makeEntry('report', 'reports/2026-01-08_rotary.md', {
      title: 'Rotary does help',
      links: [makeLink('markdown', '../progress/2026-01-04_sprint.md')],
    }),
  ].map((entry) => (entry.id === 'progress/2026-01-10-sprint' ? { ...entry, data: { ...entry.data, next_update: '2026-01-17' } } : entry));
  const state = stateJson(buildGraph(makeContent({ entries, asOf: '2026-01-20' })), href);
  const textsOf = (items: typeof state.tasks) => items.map(({ text, age_days: age, taken_up_by: by }) => [text, age, by]);
  expect({ questions: textsOf(state.questions), blockers: textsOf(state.blockers), tasks: textsOf(state.tasks) }).toEqual({
    questions: [['Does rotary help?', 16, 'report/2026-01-08-rotary']],
    blockers: [['No disk', 16, null]],
    tasks: [['Buy one', 16, null]],
  });
  expect(textsOf(state.criteria)).toEqual([['One confirmed win', 10, null]]);
  expect(state.overdue).toEqual([{ entry: 'progress/2026-01-10-sprint', due: '2026-01-17', url: '/progress/2026-01-10-sprint/' }]);
});
