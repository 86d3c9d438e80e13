import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { allFindings } from '#graph/findings/findings.ts';
import type { Finding } from '#graph/findings/finding.ts';
import type { Entry } from '#schemas/entry.ts';
import { findingAnchor } from '#schemas/finding-text.ts';
import type { Statement } from '#schemas/statement.ts';
import { makeContent, makeEntry, makeHeading, makeLink, makeReference, makeTable } from '../make-content.ts';

const findingsOf = (stated: Parameters<typeof makeContent>[0]): Finding[] => allFindings(buildGraph(makeContent(stated)));

const statement = (sort: Statement['sort'], text: string, line: number, lastLine = line): Statement => ({
  sort,
  text,
  line,
  lastLine,
  source: null,
  addresses: [],
});

const report = (name: string, statements: readonly Statement[], stated: Partial<Entry> = {}): Entry =>
  makeEntry('report', `reports/${name}.md`, { ...stated, data: { ...stated.data, statements } });

const table = makeTable(
  'results.tsv',
  'commit\tval_bpb\tstatus',
  'a1b2c3d\t0.99\tbaseline',
  'b2c3d4e\t0.97\tkeep',
  'c3d4e5f\t1.20\tdiscard',
  'd4e5f60\t\tcrash',
);

describe('the findings of a workspace', () => {
  it('are conclusions, failure modes and marked statements, those of the newest entry first', () => {
    const found = findingsOf({
      entries: [
        makeEntry('log', 'logs/2026-01-01_a.md', {
          data: { conclusions: ['Loss fell by 0.02', 'Better'], metrics: { failure_mode: 'Diverges above 24 steps' } },
          places: { 'conclusions.0': { line: 5, column: 5, endColumn: 9 } },
        }),
        report('2026-01-02_b', [statement('observation', 'Loss is 0.97', 12), statement('claim', 'RoFormer says so', 13)]),
        makeEntry('journal', 'journals/2026-01-03_c.md', { data: { statements: [statement('inference', 'Distance matters', 4)] } }),
      ],
    });
    expect(found.map(({ id, sort, text, line, quality }) => [id, sort, text, line, quality])).toEqual([
      [`journal/2026-01-03-c#${findingAnchor('Distance matters')}`, 'inference', 'Distance matters', 4, null],
      [`report/2026-01-02-b#${findingAnchor('Loss is 0.97')}`, 'observation', 'Loss is 0.97', 12, 'quantified'],
      [`report/2026-01-02-b#${findingAnchor('RoFormer says so')}`, 'claim', 'RoFormer says so', 13, null],
      [`log/2026-01-01-a#${findingAnchor('Loss fell by 0.02')}`, 'conclusion', 'Loss fell by 0.02', 5, 'quantified'],
      [`log/2026-01-01-a#${findingAnchor('Better')}`, 'conclusion', 'Better', 1, 'vague'],
      [`log/2026-01-01-a#${findingAnchor('Diverges above 24 steps')}`, 'failure', 'Diverges above 24 steps', 1, 'quantified'],
    ]);
  });

  it('are one where an entry says the same twice, and none where it says that nothing failed', () => {
    const data = { conclusions: ['Loss fell.', 'Seeds agree', '**loss** fell'], metrics: { failure_mode: 'None.' } };
    expect(findingsOf({ entries: [makeEntry('log', 'logs/a.md', { data })] }).map(({ text }) => text)).toEqual([
      'Loss fell.',
      'Seeds agree',
    ]);
  });

  it('are not what a paper concludes', () => {
    expect(findingsOf({ entries: [makeEntry('paper', 'papers/a.md', { data: { conclusions: ['Loss fell by 0.02'] } })] })).toEqual([]);
  });
});

describe('the metric of a finding', () => {
  const metric = (text: string): string | null | undefined =>
    findingsOf({
      program: { metric: { name: 'bpb', direction: 'lower' } },
      tables: [makeTable('results.tsv', 'id\tval_bpb\tval_bpb_ema\tseconds\tstatus', 'a\t0.9\t0.8\t12\tkeep')],
      entries: [makeEntry('log', 'logs/a.md', { data: { conclusions: [text] } })],
    })[0]?.metric;

  it.each([
    ['val_bpb fell', 'val_bpb'],
    ['Val-BPB fell', 'val_bpb'],
    ['`val_bpb_ema` fell, val_bpb did not', 'val_bpb_ema'],
    // The main metric goes first.
    ['val_bpb_ema fell, and so did the bpb', 'bpb'],
    // Every duration would be about a column of this name.
    ['It took 12 seconds', null],
    ['The loss fell', null],
  ])('of %j is %j', (text, name) => {
    expect(metric(text)).toBe(name);
  });
});

describe('the evidence of a finding', () => {
  it('is what its own lines name', () => {
    const found = findingsOf({
      tables: [table],
      entries: [
        makeEntry('idea', 'ideas/2025-01-01_rotary.md'),
        report('2026-01-02_b', [statement('observation', 'One', 5, 6), statement('observation', 'Two', 7)], {
          links: [
            makeLink('markdown', 'run/results/2', { line: 6 }),
            makeLink('wiki', 'rotary', { line: 6 }),
            makeLink('markdown', 'run/results/1', { line: 7 }),
            makeReference('runs', 'run/results/3'),
          ],
          mentions: [
            { kind: 'commit', text: '0123abc', line: 5, column: 1, sentence: '' },
            { kind: 'paper', text: 'arXiv:2104.09864', line: 6, column: 1, sentence: '' },
            { kind: 'commit', text: 'fedcba9', line: 9, column: 1, sentence: '' },
          ],
        }),
      ],
    });
    expect(found.map(({ evidence }) => evidence)).toEqual([
      {
        runs: ['run/results/2'],
        commits: ['0123abc'],
        papers: ['arXiv:2104.09864'],
        entries: ['idea/2025-01-01-rotary'],
        namedBy: 'finding',
      },
      { runs: ['run/results/1'], commits: [], papers: [], entries: [], namedBy: 'finding' },
    ]);
  });

  it('is else what its entry rests on; a commit that is one run stands for it', () => {
    const found = findingsOf({
      tables: [table],
      entries: [
        makeEntry('log', 'logs/2026-01-03_a.md', { data: { conclusions: ['Loss fell'], commits: ['b2c3d4e', 'fedcba9 - the fix'] } }),
        report('2026-01-02_b', [statement('observation', 'One', 5), statement('claim', 'Two', 6)], {
          links: [makeReference('runs', 'run/results/2')],
        }),
      ],
    });
    expect(found.map(({ text, evidence: { runs, commits, namedBy } }) => [text, runs, commits, namedBy])).toEqual([
      ['Loss fell', ['run/results/2'], ['fedcba9 - the fix'], 'entry'],
      ['One', ['run/results/2'], [], 'entry'],
      // What others claim does not rest on our runs.
      ['Two', [], [], null],
    ]);
  });

  it('is read off the words of a conclusion, which holds no links', () => {
    const data = { conclusions: ['Loss fell in run/results/2 and run/results/9, as of c3d4e5f'] };
    const [found] = findingsOf({ tables: [table], entries: [makeEntry('log', 'logs/a.md', { data })] });
    expect(found?.evidence).toMatchObject({ runs: ['run/results/2', 'run/results/3'], namedBy: 'finding' });
  });
});

describe('the caveats of a finding', () => {
  const [first, second] = [statement('observation', 'Loss is 0.97', 5), statement('observation', 'Two seeds', 9)];
  const caveats = (links: Entry['links'], stated: Partial<Entry> = {}): unknown =>
    findingsOf({
      entries: [
        report('2026-01-01_old', [first, second], {
          headings: [makeHeading('Loss', 'loss'), { ...makeHeading('Seeds', 'seeds'), line: 8 }],
          ...stated,
        }),
        makeEntry('report', 'reports/2026-02-01_new.md', { links }),
      ],
    }).map((finding) => finding.caveats);
  const superseded = { why: 'superseded', by: 'report/2026-02-01-new', sentence: null };

  it('say that its entry is superseded, and by which', () => {
    expect(caveats([makeReference('supersedes', '2026-01-01_old')])).toEqual([[superseded], [superseded]]);
  });

  it('say so of the one finding that is meant', () => {
    const fragment = findingAnchor('Two seeds');
    expect(caveats([{ ...makeReference('contradicts', '2026-01-01_old'), fragment }])).toEqual([
      [],
      [{ ...superseded, why: 'contradicted' }],
    ]);
  });

  it('say so of what stands below the heading that is meant', () => {
    expect(caveats([{ ...makeReference('supersedes', '2026-01-01_old'), fragment: 'loss' }])).toEqual([[superseded], []]);
  });

  it('give the reason in the words of the other entry', () => {
    const body = makeLink('markdown', '2026-01-01_old.md', { sentence: 'The old one forgot the warmup.' });
    expect(caveats([makeReference('supersedes', '2026-01-01_old'), body])).toEqual([
      [{ ...superseded, sentence: 'The old one forgot the warmup.' }],
      [{ ...superseded, sentence: 'The old one forgot the warmup.' }],
    ]);
  });

  it('say that the report calls its own outcome invalid', () => {
    const invalid = { why: 'invalid', by: 'report/2026-01-01-old' };
    expect(
      findingsOf({ entries: [report('2026-01-01_old', [first], { data: { outcome: 'invalid' } })] }).map((finding) => finding.caveats),
    ).toEqual([[invalid]]);
  });

  it('say which of the runs that it rests on do not count', () => {
    const links = ['2', '3', '4'].map((ordinal) => makeLink('markdown', `run/results/${ordinal}`, { line: 5 }));
    const [found] = findingsOf({ tables: [table], entries: [report('2026-01-01_a', [first], { links })] });
    expect(found?.caveats).toEqual([
      // That run 3 was discarded is a decision.
      { why: 'crashed', runs: ['run/results/4'], of: 3 },
    ]);
  });

  it('do not say that a run crashed of a finding that only its entry rests on it, that holds no number or is a failure', () => {
    const found = findingsOf({
      tables: [table],
      entries: [
        report('2026-01-01_a', [first, statement('observation', 'The wide one crashed', 6)], {
          links: [makeReference('runs', 'run/results/4'), makeLink('markdown', 'run/results/4', { line: 6 })],
        }),
        makeEntry('log', 'logs/2026-01-02_b.md', {
          data: {
            metrics: { failure_mode: 'Diverges above 24 steps in run/results/4' },
            conclusions: ['Loss fell by 0.02 in run/results/4'],
          },
        }),
      ],
    });
    const crashed = { why: 'crashed', runs: ['run/results/4'], of: 1 };
    expect(found.map(({ text, evidence, caveats: all }) => [text, evidence.runs, all])).toEqual([
      ['Loss fell by 0.02 in run/results/4', ['run/results/4'], [crashed]],
      ['Diverges above 24 steps in run/results/4', ['run/results/4'], []],
      ['Loss is 0.97', ['run/results/4'], []],
      ['The wide one crashed', ['run/results/4'], []],
    ]);
  });

  it('say that a run was evaluated by other files than the latest', () => {
    const rows = ['a1b2c3d\t0.99\tkeep', 'b2c3d4e\t0.97\tkeep', 'c3d4e5f\t0.95\tkeep'];
    const [found] = findingsOf({
      tables: [makeTable('results.tsv', 'commit\tval_bpb\tstatus', ...rows)],
      evaluations: { a1b2c3d: 'old', b2c3d4e: 'old', c3d4e5f: 'new' },
      entries: [report('2026-01-01_a', [first], { links: [makeLink('markdown', 'run/results/2', { line: 5 })] })],
    });
    expect(found?.caveats).toEqual([{ why: 'not comparable', runs: ['run/results/2'], of: 1 }]);
  });
});

it('a link to a finding resolves, and one to a finding that is not there is a problem', () => {
  const target = report('2026-01-01_old', [statement('observation', 'Two seeds', 9)]);
  const anchor = findingAnchor('Two seeds');
  const graph = buildGraph(
    makeContent({
      entries: [
        target,
        makeEntry('log', 'logs/a.md', {
          links: [
            makeLink('markdown', '../reports/2026-01-01_old.md', { fragment: anchor }),
            makeLink('wiki', '2026-01-01_old', { fragment: 'f-00000000' }),
          ],
        }),
      ],
    }),
  );
  expect(graph.links.get('log/a')?.map(({ destination }) => destination)).toEqual([
    { to: 'entry', id: target.id, fragment: anchor },
    { to: 'entry', id: target.id, fragment: null },
  ]);
  expect(graph.problems.map(({ code }) => code)).toEqual(['dead-anchor']);
});
