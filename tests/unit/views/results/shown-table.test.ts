import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { createHref } from '#views/href.ts';
import { computedNames } from '#views/results/computed-columns.ts';
import { shownTable } from '#views/results/shown-table.ts';
import { makeContent, makeTable } from '../../graph/make-content.ts';

function shown(lines: readonly string[], repository: string | null = null) {
  const graph = buildGraph(makeContent({ tables: [makeTable('results.tsv', ...lines)] }));
  const [results] = graph.results.values();
  if (results === undefined) throw new Error('the graph has no table');
  return shownTable(results, graph, createHref({ base: '/', site: null, repository, folder: '' }));
}

const runs = (count: number) => Array.from({ length: count }, (_, index) => `c${String(index)}\t${(1 + index / 1000).toFixed(3)}\tkeep\tx`);
const header = 'commit\tval_bpb\tstatus\tdescription';

describe('shownTable', () => {
  it('has the first hundred rows, and says how many there are', () => {
    const table = shown([header, ...runs(107)]);
    expect(table.rows.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(table.total).toBe(107);
  });

  it('makes room for the longest cell of the rows it leaves out, and for none where it has all', () => {
    const widest = (lines: readonly string[]) => shown([header, ...lines]).columns.map((column) => column.widest);
    expect(widest(runs(100))).toEqual([null, null, null, null]);
    expect(widest([...runs(100), 'c100\t123456.000\tdiscard\tlong words that wrap', 'c101\t2\tkeep\t'])).toEqual([
      'c100',
      '123456.000',
      'discard',
      null,
    ]);
  });

  it('keeps a very long cell from making its column as wide', () => {
    const [commit] = shown([header, ...runs(100), `${'x'.repeat(4000)}\t1\tkeep\t`]).columns;
    expect(commit?.widest).toBe('x'.repeat(32));
  });

  it('stands numbers in line by their decimals, where all are plain', () => {
    const pads = (cells: readonly string[]) =>
      shown(['commit\tloss\tstatus', ...cells.map((cell, index) => `c${String(index)}\t${cell}\tkeep`)]).rows.map(
        (row) => row.cells[1]?.pad,
      );
    expect(pads(['0.98', '12', '0.9812', 'n/a'])).toEqual(['00', '.0000', '', '']);
    expect(pads(['0.98', '1e-4', '12'])).toEqual(['', '', '']);
  });

  it('draws the course of a metric and says what it shows', () => {
    const [, metric, status] = shown([header, 'a\t3\tkeep\t', 'b\tn/a\tcrash\t', 'c\t1\tkeep\t', 'd\t2\tkeep\t']).columns;
    expect(metric?.course?.text).toBe('val_bpb over 3 runs: least 1, median 2, most 3');
    expect(metric?.course?.path).toMatch(/^M0 /);
    expect(status?.course).toBeNull();
  });

  it('shows verdicts where they say more than that noise is unknown, and offers them where not', () => {
    const noiseless = shown([header, 'a\t3\tkeep\tx', 'b\t2\tkeep\ty', 'c\t1\tkeep\tz']);
    expect(noiseless.columns.map(({ role }) => role)).not.toContain('verdict');
    expect(noiseless.otherColumns.map(({ role }) => role)).toContain('verdict');
    const judged = shown([header, 'a\t1.000\tbaseline\tx', 'b\t1.001\tbaseline\tx', 'c\t1.002\tbaseline\tx', 'd\t1.0005\tkeep\ty']);
    expect(judged.columns.map(({ name }) => name)).toEqual(['commit', 'val_bpb', 'verdict', 'status', 'description']);
    expect(judged.rows.at(-1)?.cells[2]?.verdict?.verdict).toBe('within noise');
  });

  it('groups by configurations and by columns in which rows agree, never by measurements or texts', () => {
    const table = shown(['name\tval_bpb\tdepth\tstatus\tdescription', 'a\t1\t8\tkeep\tx', 'b\t1\t8\tdiscard\tx', 'c\t1\t12\tkeep\tx']);
    expect(table.groupings).toEqual(['configuration', 'depth', 'status']);
  });

  it('tells its script how to address commits, where the repository has a web view', () => {
    expect(shown([header], 'https://github.com/o/r').addresses.commit).toBe('https://github.com/o/r/commit/{commit}');
    expect(shown([header]).addresses.commit).toBeNull();
  });

  it('stands with a header alone', () => {
    expect(shown([header])).toMatchObject({
      total: 0,
      rows: [],
      caption: '0 runs of results.tsv, in the order in which they were recorded',
    });
  });
});

describe('computedNames', () => {
  it('never takes a name that the file has', () => {
    const columns = ['verdict', 'verdict (computed)', 'ragged'].map(
      (name) => ({ name, role: 'parameter', roleSource: 'guessed' }) as const,
    );
    expect(computedNames({ columns })).toEqual({
      verdict: 'verdict (computed) (computed)',
      configuration: 'configuration',
      ragged: 'ragged (computed)',
    });
  });
});
