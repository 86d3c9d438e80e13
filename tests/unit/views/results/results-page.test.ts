import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { createHref } from '#views/href.ts';
import { tablePage } from '#views/results/results-page.ts';
import { makeContent, makeTable } from '../../graph/make-content.ts';

const href = createHref({ base: '/', site: null, repository: 'https://github.com/o/r', folder: '' });
const header = 'commit\tval_bpb\tstatus\tdescription';
const rows = [
  'bea057b\t0.997900\tkeep\tbaseline',
  '187e419\t0.982603\tdiscard\twarmup',
  '0640555\t0.000000\tcrash\tOOM',
  '88e6082\t0.984000\tKEEP:win\tdeeper',
];

function graphOf(...lines: string[]): KnowledgeGraph {
  return buildGraph(makeContent({ tables: [makeTable('results.tsv', header, ...lines)] }));
}
function only(graph: KnowledgeGraph): Results {
  const [results] = graph.results.values();
  if (results === undefined) throw new Error('the graph has no table');
  return results;
}
const pageOf = (...lines: string[]) => {
  const graph = graphOf(...lines);
  return tablePage(only(graph), graph, href);
};
const pageOfTable = (...lines: string[]) => {
  const graph = buildGraph(makeContent({ tables: [makeTable('results.tsv', ...lines)] }));
  return tablePage(only(graph), graph, href);
};
const factsOf = (...lines: string[]) => Object.fromEntries(pageOf(...lines).facts.map(({ name, value }) => [name, value]));

describe('tablePage', () => {
  it('shows cells as they are written', () => {
    expect(pageOf(...rows).rows.map((row) => row.cells.map((cell) => cell.text).join('\t'))).toEqual(rows);
  });

  it('says what was passed over, and how columns were read', () => {
    expect(factsOf(...rows)).toEqual({
      'Columns read as':
        'commit: commit* · metric: val_bpb* · status: status* · description: description* (* guessed from name and content; program.md can say it)',
      'Discarded though better': 'run 2: better than the best so far when recorded, but not kept, so not counted as best',
    });
  });

  it('shows a curve as one: no runs, no best, no chart of runs', () => {
    const steps = Array.from({ length: 5 }, (_, step) => `${step * 100}\t${4 - step}`);
    const page = pageOfTable('step\tloss', ...steps);
    expect(page).toMatchObject({
      figures: { best: null, others: [] },
      rowName: 'Row',
      caption: '5 steps of results.tsv, in the order in which they were recorded',
    });
    expect(page.facts.map(({ name }) => name)).toEqual(['Rows', 'Columns read as']);
    expect(page.facts[0]?.value).toBe('5 steps along step: a curve and not a list of runs, so none is counted or called best');
    expect(page.rows.flatMap((row) => row.cells).some((cell) => cell.mark !== null)).toBe(false);
  });

  it('shows the best of each metric of a long-form table, and none of them all', () => {
    const page = pageOfTable('run\tmetric\tvalue', 'a\tloss\t0.5', 'b\tloss\t0.4', 'a\tacc\t0.9', 'b\tacc\t0.8', 'a\tother\t1');
    expect(page.facts.map(({ name, value }) => [name, value]).slice(0, 3)).toEqual([
      ['Rows', 'one measurement a row, of 3 metrics (column metric); values of different metrics are not compared'],
      ['Best loss', '0.4 in row 2 (lower is better, guessed from the name)'],
      ['Best acc', '0.9 in row 3 (higher is better, guessed from the name)'],
    ]);
    expect(page.figures).toEqual({ best: null, others: [] });
  });

  it('marks the best and what was best before', () => {
    expect(pageOf(...rows).rows.map((row) => row.cells[1]?.mark)).toEqual(['best so far', null, null, 'best']);
  });

  it('always shows the word of the table, and ours where that is not plain', () => {
    expect(pageOf(...rows).rows.map((row) => [row.cells[2]?.status?.raw, row.cells[2]?.status?.meaning])).toEqual([
      ['keep', null],
      ['discard', null],
      ['crash', null],
      ['KEEP:win', 'kept'],
    ]);
  });

  it('links commits, and nothing that is no commit', () => {
    const { rows: shown } = pageOf('0640555\t1\tkeep\ta', 'HEAD\t1\tkeep\tb');
    expect(shown.map((row) => row.cells[0]?.href)).toEqual(['https://github.com/o/r/commit/0640555', null]);
  });

  it('aligns numbers, commits apart', () => {
    expect(pageOf(...rows).columns.map(({ numeric }) => numeric)).toEqual([false, true, false, false]);
  });

  it('says how a ragged row differs, in the last cell that holds anything', () => {
    expect(pageOf('a\t1\tkeep', 'b\t1\tkeep\tnote\tmore').rows.map(({ ragged }) => ragged)).toEqual([
      { text: 'fewer cells than columns', cell: 2 },
      { text: '5 cells in 4 columns; beyond the last: “more”', cell: 3 },
    ]);
  });

  it('states once what every run has in common, where there are enough to say so', () => {
    const withLayers = (count: number) => {
      const lines = Array.from({ length: count }, (_, index) => `c${index}\t${1 - index / 100}\tkeep\t4\t`);
      const tables = [makeTable('results.tsv', 'commit\tval_bpb\tstatus\tlayers\tdescription', ...lines)];
      const graph = buildGraph(makeContent({ tables }));
      const [results] = graph.results.values();
      if (results === undefined) throw new Error('the table is missing');
      return tablePage(results, graph, href);
    };
    expect(withLayers(5).columns.map(({ name }) => name)).toEqual(['commit', 'val_bpb', 'status', 'description']);
    expect(withLayers(5).facts.at(-1)).toEqual({ name: 'In every run', value: 'layers 4', href: null });
    expect(withLayers(4).columns).toHaveLength(5);
  });

  it('has no chart where nothing can be drawn', () => {
    expect(pageOf('a\tn/a\tkeep\t').figures).toEqual({ best: null, others: [] });
    expect(pageOf().figures).toEqual({ best: null, others: [] });
  });

  it('gives the two drawings of a chart ids of their own', () => {
    const drawings = (pageOf(...rows).figures.best?.panels ?? []).map(({ wide, narrow }) => `${wide}${narrow}`).join('');
    const ids = [...drawings.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(4);
    expect(new Set(ids).size).toBe(4);
  });
});
