import { expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { knownName } from '#graph/run-logs/known-names.ts';
import { parseTable } from '#ingest/tables/parse-table.ts';
import { makeContent, makeEntry } from '../make-content.ts';

const { table } = parseTable({
  path: 'results.tsv',
  text: 'id\tcommit\tval_bpb\tdescription\nck-out-happy-narwhal\t187e419\t0.9\twords\nrank8_lr1e-5\t187e419\t0.8\ttwo words\n',
  digest: '',
  problems: [],
});
const graph = buildGraph(
  makeContent({
    entries: [makeEntry('experiment', 'experiments/cap_8L', { digest: '', title: 'cap_8L', lineageKey: 'cap_8L' })],
    tables: table === null ? [] : [table],
    assets: ['experiments/cap_8L/rank16_lr1e-5/loss.csv', 'scripts/train_1/x.py'],
  }),
);

it.each([
  ['ck-out-happy-narwhal', { is: 'run', id: 'run/results/1' }],
  ['rank8_lr1e-5', { is: 'run', id: 'run/results/2' }],
  ['cap_8L', { is: 'experiment', id: 'experiment/cap-8l' }],
  ['rank16_lr1e-5', { is: 'folder', path: 'experiments/cap_8L/rank16_lr1e-5' }],
])('knows %s', (name, known) => {
  expect(knownName(graph, name)).toMatchObject(known);
});

it.each(['187e419', 'words', 'two words', 'train_1', 'nobody_1', '12345', 'constructor', '__proto__'])('does not know %s', (name) => {
  expect(knownName(graph, name)).toBeNull();
});
