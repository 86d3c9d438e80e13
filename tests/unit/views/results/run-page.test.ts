import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { runPage, runsWithPage, type RunPage } from '#views/results/run-page.ts';
import { makeContent, makeEntry, makeReference, makeTable } from '../../graph/make-content.ts';
import { baselines, href, judgedGraph, tableGraph, winner, wordsOf } from './judged/judged-workspace.ts';

const header = 'commit\tval_bpb\tstatus\tdescription';
const rows = [
  'bea057b\t0.997900\tkeep\tbaseline',
  '187e419\t0.982603\tdiscard\twarmup',
  '0640555\t0.000000\tcrash\tOOM',
  '88e6082\t0.984000\tKEEP:win\tdeeper',
];

const idea = makeEntry('idea', 'ideas/2026-01-01_depth.md', { title: 'Depth' });
const report = makeEntry('report', 'reports/2026-01-02_deeper.md', {
  title: 'Deeper',
  links: [makeReference('runs', '88e6082'), makeReference('idea', 'depth')],
});
const graph = buildGraph(makeContent({ entries: [idea, report], tables: [makeTable('results.tsv', header, ...rows)] }));

function page(ordinal: number, of: KnowledgeGraph = graph): RunPage {
  return runPage(`run/results/${ordinal}`, of, href);
}
const factsOf = (ordinal: number, of: KnowledgeGraph) => {
  const { judged, belongsTo } = page(ordinal, of);
  return Object.fromEntries([...(judged?.facts ?? []), ...belongsTo].map(({ name, value }) => [name, wordsOf(value)]));
};

describe('runPage', () => {
  it('shows every cell, the value and the standing', () => {
    expect(page(4)).toMatchObject({
      title: 'Run 4',
      lead: 'deeper',
      standing: 'the best val_bpb of the table',
      value: { name: 'val_bpb', text: '0.984000' },
      line: 5,
    });
    expect(page(4).cells.map(({ name, text }) => [name, text])).toEqual([
      ['commit', '88e6082'],
      ['val_bpb', '0.984000'],
      ['status', 'KEEP:win'],
      ['description', 'deeper'],
    ]);
  });

  it('says that a crash has no value', () => {
    expect(page(3)).toMatchObject({ standing: 'no value of val_bpb that counts', value: null });
  });

  it('leads to the runs before and after', () => {
    expect([page(1).previous, page(1).next?.href, page(4).previous?.text, page(4).next]).toEqual([
      null,
      '/results/results/2/',
      'Run 3',
      null,
    ]);
  });

  it('names the entries that cite it, the idea that they are about, and its commit', () => {
    expect(page(4).citedBy).toMatchObject([{ title: 'Deeper', href: '/reports/2026-01-02-deeper/', relations: ['runs'] }]);
    expect(page(4).belongsTo).toEqual([{ name: 'Commit', value: [{ text: '88e6082', href: 'https://github.com/o/r/commit/88e6082' }] }]);
    const [strip] = page(4).lineage.strips;
    expect(strip?.idea).toBe('idea/2026-01-01-depth');
    expect(strip?.stages.find(({ name }) => name === 'Runs')?.groups).toMatchObject([
      { items: [{ isHere: true, href: null }], evidence: 'the report “Deeper” cites it' },
    ]);
    expect(page(2).citedBy).toEqual([]);
  });

  it('shows the beginning of a description that is a page long', () => {
    const long = tableGraph([header, `a\t1\tkeep\t${'word '.repeat(800)}end`]);
    expect(page(1, long).lead).toMatch(/^word .*…$/);
    expect(page(1, long).lead.length).toBeLessThanOrEqual(321);
    expect(page(1, long).cells[3]?.text.length).toBe(4003);
  });
});

describe('what is said of a run', () => {
  const judged = judgedGraph([...baselines, ...winner, 'x\t0.9995\tdiscard\twarmdown', 'y\t0.981\tkeep\tshallow']);

  it('compares it with its incumbent in units and sigmas, and asks to repeat what was run once', () => {
    expect(factsOf(6, judged)['Compared']).toMatch(
      /^0\.020 better \(\d+\.\d σ\) than the mean of the 5 baselines, of which run 3 is the best before it\. That is more than noise alone makes likely \(t = \d+\.\d\d; noise alone exceeds 1\.86 in 1 of 20 runs\), and from one run still no more than a hint\.$/,
    );
    const once = judgedGraph(['a\t1.0\tkeep\tfirst', 'b\t0.9\tkeep\tsecond', 'c\t0.8\tkeep\tthird']);
    expect(factsOf(3, once)['Compared']).toBe('0.1 better than run 2, the best before it. Run 2 was run once: replicate it first.');
  });

  it('says how far the confirmation is, or what the one test showed', () => {
    expect(factsOf(13, judged)['Confirmation']).toBe('0 of 5 fresh replicates; the test is made once, when the last is there.');
    expect(factsOf(6, judged)['Confirmation']).toMatch(
      /^5 fresh replicates \(runs 7, 8, 9, 10 and 11\), on average 0\.019 better than the baselines \(runs 1, 2, 3, 4 and 5\)\. 95 % interval of the difference: .* Welch’s t = .* one-sided p < 0\.0001; level 0\.0304, as test 1 of this table: passed\. Hedges’ g = \d+\.\d\d\.$/,
    );
  });

  it('lists the runs of its configuration, and which of them count', () => {
    expect(page(7, judged).judged?.replicates?.rows.map(({ run, isThis, value, note }) => [run.text, isThis, value, note])).toEqual([
      ['run 6', false, '0.980', 'the first: was chosen, does not count'],
      ['run 7', true, '0.981', null],
      ['run 8', false, '0.979', null],
      ['run 9', false, '0.982', null],
      ['run 10', false, '0.98', null],
      ['run 11', false, '0.981', null],
    ]);
    expect(page(12, judged).judged?.replicates).toBeNull();
  });

  it('lists no more than twenty of many repetitions', () => {
    const many = judgedGraph(Array.from({ length: 60 }, (_, index) => `r${index}\t${1 + index / 1000}\tkeep\tthe same`));
    expect(page(9, many).judged?.replicates).toMatchObject({ more: 40, rows: { length: 20 } });
  });

  it('leads from its badge to the inputs of that very badge', () => {
    expect(page(6, judged).judged).toMatchObject({ verdict: { verdict: 'confirmed', href: '#judged' } });
    expect(page(8, judged).judged?.sections.map(({ anchor }) => anchor)).toEqual(['frontier', 'comparison', 'confirmation', 'noise']);
    expect(page(12, judged).judged?.sections.map(({ anchor }) => anchor)).toEqual(['comparison', 'noise']);
  });
});

describe('differences', () => {
  const lines = [
    'id\tparent\tval_bpb\tlayers\tstatus\tdescription',
    'a\t\t1.0\t8\tkeep\trotary with a short base of keys',
    'b\ta\t0.9\t8\tkeep\trotary with a long base of keys',
    'c\ta\t0.7\t9\tkeep\tsomething else',
  ];
  const differences = page(2, tableGraph(lines)).differences;

  it('are from the parent and from the best', () => {
    expect(differences.map(({ other, role }) => [other.text, role])).toEqual([
      ['run 1', 'its parent'],
      ['run 3', 'the best of the table'],
    ]);
  });

  it('lead to the page that shows all of them side by side', () => {
    expect(page(2, tableGraph(lines)).compare).toBe('/results/results/compare/?rows=1,2,3');
    expect(page(1, tableGraph(lines.slice(0, 2))).compare).toBeNull();
  });

  it('name only columns that differ, and how much better a metric is', () => {
    expect(differences[0]?.columns.map(({ column, amount }) => [column, amount])).toEqual([
      ['val_bpb', '0.1 better'],
      ['description', null],
    ]);
    expect(differences[1]?.columns[0]).toMatchObject({ column: 'val_bpb', amount: '0.2 worse' });
  });

  it('show of long cells the part in which they differ', () => {
    const cells = ['b', 'c'].map((end) => `${'word '.repeat(800)}${end}`);
    const long = tableGraph(['id\tval_bpb\tstatus\tdescription', `x\t1.0\tkeep\t${cells[0] ?? ''}`, `y\t0.9\tkeep\t${cells[1] ?? ''}`]);
    const [shown] = page(2, long).differences[0]?.columns.slice(1) ?? [];
    expect(shown?.here.at(-1)).toEqual({ text: 'c', isOwn: true });
    expect(shown?.there.at(-1)).toEqual({ text: 'b', isOwn: true });
    expect(shown?.here.map(({ text }) => text).join(' ')).toMatch(/^… word .{40,70} c$/);
  });

  it('mark the words that the other side does not have', () => {
    expect(differences[0]?.columns[1]?.here).toEqual([
      { text: 'rotary with a', isOwn: false },
      { text: 'long', isOwn: true },
      { text: 'base of keys', isOwn: false },
    ]);
  });
});

describe('parents', () => {
  const lineage = (...parents: readonly string[]) => {
    const lines = parents.map((parent, index) => `r${index + 1}\t${parent}\t1.0\tkeep`);
    const table = tableGraph(['id\tparent\tval_bpb\tstatus', ...lines]);
    return (ordinal: number) => factsOf(ordinal, table);
  };

  it('are followed, and children are named', () => {
    const of = lineage('-', 'r1', 'r2', 'r2');
    expect(of(3)['Parents']).toBe('run 2 ← run 1');
    expect(of(2)['Children']).toBe('runs 3 and 4');
    expect(of(1)['Parents']).toBeUndefined();
  });

  it('are never followed in a circle, and the page says that they go in one', () => {
    const of = lineage('r3', 'r1', 'r2');
    expect(of(1)['Parents']).toBe('run 3 ← run 2 ← run 1: the parents go in a circle');
  });

  it('may be the name of no run, of several or of the run itself', () => {
    expect(lineage('r9')(1)['Parents']).toBe('“r9”, the name of no other run');
    expect(lineage('r1')(1)['Parents']).toBe('“r1”, the name of no other run');
    const twice = tableGraph(['id\tparent\tval_bpb\tstatus', 'a\t\t1.0\tkeep', 'a\t\t1.1\tkeep', 'b\ta\t1.2\tkeep']);
    expect(factsOf(3, twice)['Parents']).toBe('“a”, a name of 2 runs');
  });

  it('end after six', () => {
    const of = lineage('-', ...Array.from({ length: 20 }, (_, index) => `r${index + 1}`));
    expect(of(20)['Parents']).toBe('run 19 ← run 18 ← run 17 ← run 16 ← run 15 ← run 14 ← and so on');
  });
});

describe('runsWithPage', () => {
  it('is every run of a small table', () => {
    expect(runsWithPage(graph).map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4]);
  });

  it('is only the runs that matter in a table of more than 500', () => {
    const lines = Array.from(
      { length: 502 },
      (_, index) =>
        `c${index}\t${index === 300 ? 0.5 : 1}\t${index === 400 ? 'baseline' : 'keep'}\t${index > 500 ? 'variant 500' : `variant ${index}`}`,
    );
    expect(runsWithPage(tableGraph([header, ...lines])).map(({ ordinal }) => ordinal)).toEqual([1, 301, 401, 501, 502]);
  });
});
