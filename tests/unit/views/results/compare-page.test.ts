import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { createHref } from '#views/href.ts';
import { comparePage } from '#views/results/compare-page.ts';
import { makeContent, makeTable } from '../../graph/make-content.ts';

const href = createHref({ base: '/preview/', site: null, repository: null, folder: '' });

function pageOf(...lines: string[]) {
  const graph = buildGraph(makeContent({ tables: [makeTable('results.tsv', ...lines)] }));
  const results = graph.results.get('results');
  if (results === undefined) throw new Error('the graph has no table');
  return comparePage(results, graph, href);
}

describe('the page that compares runs', () => {
  const baselines = ['1.00', '1.02', '1.04'].map((value, seed) => `base\t${value}\tbaseline\t${seed}`);

  it('knows the noise of its table, and from which t on two runs differ by more', () => {
    const page = pageOf('id\tval_loss\tstatus\tseed', ...baselines);
    expect(page.noise?.sigma).toBeCloseTo(0.02, 12);
    // Student's t at two degrees of freedom, one-sided 5 %.
    expect(page.noise?.critical).toBeCloseTo(2.919_986, 5);
    expect(page.note).toContain('what is beyond the noise is a hint');
  });

  it('says so where noise is unknown', () => {
    expect(pageOf('id\tval_loss\tstatus', 'a\t1\tbaseline', 'b\t2\tkeep')).toMatchObject({
      noise: null,
      note: 'Single values, against those of the reference. How much of val_loss is luck is not known.',
      isJudged: true,
      metric: 'val_loss',
    });
  });

  it('of a curve compares rows, and speaks of no luck', () => {
    const steps = Array.from({ length: 5 }, (_, step) => `${step * 100}\t${4 - step}`);
    expect(pageOf('step\tloss', ...steps)).toMatchObject({
      title: 'Compare rows',
      note: 'Single values, against those of the reference.',
      isJudged: false,
    });
  });

  it('leads to the table, its downloads and its data', () => {
    const { addresses, downloads } = pageOf('id\tval_loss', 'a\t1', 'b\t2');
    expect(addresses).toMatchObject({ table: '/preview/results/results/', compare: '/preview/results/results/compare/', commit: null });
    expect(addresses.data).toMatch(/^\/preview\/results\/results\/data\/manifest\.[0-9a-f]+\.json$/);
    expect(downloads.map(({ href: address }) => address)).toEqual([
      '/preview/files/results.tsv',
      '/preview/api/runs/results.csv',
      '/preview/api/runs/results.json',
      '/preview/api/runs/results.parquet',
    ]);
    expect(href.compare('results', [3, 17])).toBe('/preview/results/results/compare/?rows=3,17');
  });
});
