import { describe, expect, it } from 'vitest';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { judgedTable } from '#views/results/judged/judged-table.ts';
import { baselines, href, judgedGraph, onlyTable, tableGraph, winner, wordsOf } from './judged-workspace.ts';

function judged(graph: KnowledgeGraph) {
  const table = judgedTable(onlyTable(graph), graph, href);
  if (table === null) throw new Error('the table is not judged');
  return {
    ...table,
    reason: wordsOf(table.best?.reason ?? []),
    noise: wordsOf(table.noise ?? []),
    facts: Object.fromEntries(table.facts.map(({ name, value }) => [name, wordsOf(value)])),
  };
}

describe('a table with noise', () => {
  it('calls a best confirmed whose fresh replicates are better, and says by how much', () => {
    const { best, reason, facts } = judged(judgedGraph([...baselines, ...winner]));
    expect(best).toMatchObject({ label: 'Best val_bpb', value: '0.979', href: '/results/results/8/', verdict: { verdict: 'confirmed' } });
    expect(best?.verdict?.href).toBe('/results/results/method/#best');
    expect(reason).toMatch(/^5 fresh repetitions of it are better than the baselines by 0\.019 on average \(p < 0\.0001\)\.$/);
    expect(facts['Confirmation']).toContain('level 0.0304, as test 1 of this table: passed');
  });

  it('calls a best suggestive that luck alone does not reach, and says what is missing', () => {
    const { best, reason } = judged(judgedGraph([...baselines, 'w\t0.980\tkeep\trotary']));
    expect(best?.verdict?.verdict).toBe('suggestive');
    expect(reason).toMatch(
      /^It goes beyond 0\.99\d, which luck alone reaches in 1 of 20 tables of 1 run\. Fresh repetitions would tell: there are 0 of 5\.$/,
    );
  });

  it('calls a best within noise that luck alone reaches', () => {
    const { best, reason } = judged(judgedGraph([...baselines, 'w\t0.997\tkeep\trotary']));
    expect(best?.verdict?.verdict).toBe('within noise');
    expect(reason).toMatch(/^It does not go beyond 0\.99\d, which luck alone reaches/);
  });

  it('says so where the best is a baseline', () => {
    const { best, reason } = judged(judgedGraph([...baselines, 'w\t1.100\tkeep\trotary']));
    expect(best).toMatchObject({ value: '0.998', verdict: null });
    expect(reason).toBe('It is a baseline: nothing that was tried is better.');
  });

  it('states the noise with its interval and what it rests on', () => {
    expect(judged(judgedGraph([...baselines, ...winner])).noise).toMatch(
      /^σ 0\.001\d, between 0\.000\d+ and 0\.00\d+, from 5 baselines and 5 replicates; 8 degrees of freedom$/,
    );
  });

  it('names what to replicate first, and nothing that was repeated', () => {
    const { debt } = judged(judgedGraph([...baselines, ...winner, 'x\t0.995\tkeep\twarmdown']));
    expect(debt.rows.map(({ run, description }) => [run.text, description])).toEqual([['run 12', 'warmdown']]);
  });
});

describe('a table without noise', () => {
  it.each([
    [[baselines[0] ?? ''], 'unknown: there is 1 baseline (run 1); two more would tell'],
    [baselines.slice(0, 2), 'unknown: there are 2 baselines (runs 1 and 2); one more would tell'],
    [
      ['a\t1.0\tkeep\tfirst'],
      'unknown: three baselines would tell; the table names none, so its first row with a value is taken for one (run 1)',
    ],
  ])('says what is missing', (rows, expected) => {
    expect(judged(judgedGraph([...rows, 'w\t0.9\tkeep\trotary'])).noise).toBe(expected);
  });

  it('does not take equal values for a measure of noise', () => {
    const equal = ['b1\t1.0\tbaseline\t', 'b2\t1.0\tbaseline\t', 'b3\t1.0\tbaseline\t'];
    expect(judged(judgedGraph([...equal, 'w\t0.9\tkeep\t'])).noise).toContain('have the very same value');
  });

  it('leads from its badge to what can be done', () => {
    const { best, reason } = judged(judgedGraph(['a\t1.0\tkeep\tfirst', 'w\t0.9\tkeep\trotary']));
    expect(best?.verdict).toMatchObject({ verdict: 'noise unknown', href: '/results/results/method/#noise' });
    expect(reason).toBe('Nobody can tell it from luck while the noise is unknown.');
  });
});

describe('a table that cannot be judged', () => {
  it.each([
    ['has only a header', ['id\tval_bpb\tstatus'], 'There is no run yet.'],
    [
      'has no metric',
      ['name\tnote', 'a\tsome words', 'b\tother words'],
      'No column is known to be a metric, so nothing is ranked; program.md can name one.',
    ],
    ['has only crashes', ['id\tval_bpb\tstatus', 'a\t0.0\tcrash', 'b\t0.0\tcrash'], 'Every run crashed.'],
    ['has no values', ['id\tval_bpb\tstatus', 'a\t1.0\tcrash', 'b\tn/a\tkeep'], 'No run has a value of val_bpb that counts.'],
  ])('%s: says so', (_, lines, expected) => {
    const { unjudged, best, facts } = judged(tableGraph(lines));
    expect([unjudged, best, facts]).toEqual([expected, null, {}]);
  });

  it('has a metric of which nothing tells the direction: says so', () => {
    const program = { tables: [{ path: 'results.tsv', roles: { quux: 'metric' as const } }] };
    const { unjudged, best } = judged(tableGraph(['id\tquux\tstatus', 'a\t1.5\tkeep', 'b\t2.5\tkeep'], program));
    expect(unjudged).toBe('Nothing says whether a higher or a lower quux is better, so nothing is ranked; program.md can say it.');
    expect(best).toBeNull();
  });

  it('is no table of runs: nothing is said', () => {
    const graph = tableGraph(['step\tloss', '0\t4', '100\t3', '200\t2']);
    expect(judgedTable(onlyTable(graph), graph, href)).toBeNull();
  });
});

it('says where the evaluation changed, and that rows before are not comparable', () => {
  const lines = ['commit\tval_bpb\tstatus', 'aaaaaaa\t0.5\tkeep', 'bbbbbbb\t0.9\tbaseline', 'ccccccc\t0.8\tkeep'];
  const graph = tableGraph(lines, {}, { aaaaaaa: 'old', bbbbbbb: 'new', ccccccc: 'new' });
  expect(judged(graph).warnings.map(wordsOf)).toEqual([
    'The evaluation changed at run 2. Best, noise and verdict are of the 2 runs that were evaluated as the last one was; the other run is not comparable.',
  ]);
  expect(judged(graph).best?.value).toBe('0.8');
});

it('says where one configuration and seed give two values', () => {
  const lines = ['id\tval_bpb\tseed\tstatus\tdescription', 'a\t1.0\t7\tkeep\tdeep', 'b\t1.1\t7\tkeep\tdeep'];
  expect(judged(tableGraph(lines)).warnings.map(wordsOf)).toEqual([
    'Not deterministic: run 1 and run 2 (seed 7) have the same configuration and seed, and different values.',
  ]);
});
