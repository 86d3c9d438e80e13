import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { findingAnchor } from '#schemas/finding-text.ts';
import type { Statement } from '#schemas/statement.ts';
import { createHref } from '#views/href.ts';
import { findingsJson } from '#views/findings/findings-json.ts';
import { findingsPage, findingsSlice, findingsSlices } from '#views/findings/findings-page.ts';
import { doubtedStatements } from '#views/findings/shown-caveat.ts';
import { phraseText } from '#views/results/judged/phrase.ts';
import { siteFrame } from '#views/site-frame.ts';
import { makeContent, makeEntry, makeLink, makeReference, makeTable } from '../../graph/make-content.ts';

const href = createHref({ base: '/', site: null, repository: 'https://github.com/lab/rotary', folder: '' });
const graphOf = (...entries: readonly Entry[]) => buildGraph(makeContent({ entries, asOf: '2026-03-01' }));
const all = { group: null, page: null };

const statement = (sort: Statement['sort'], text: string, stated: Partial<Statement> = {}): Statement => ({
  sort,
  text,
  line: 3,
  lastLine: 3,
  source: null,
  addresses: [],
  ...stated,
});
const report = (path: string, ...statements: readonly Statement[]): Entry =>
  makeEntry('report', `reports/${path}.md`, { data: { statements } });

/** A log of each day of a year, from the first on, with one conclusion. */
const logs = (count: number): Entry[] =>
  Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10);
    return makeEntry('log', `logs/${date}_log.md`, { data: { conclusions: [`Finding ${index + 1}`] } });
  });

describe('the page of findings', () => {
  it('has what is measured first, then failures, and inferences and claims of others apart', () => {
    const graph = graphOf(
      report('2026-01-02_b', statement('claim', 'They say'), statement('inference', 'We think'), statement('observation', 'We saw 1')),
      makeEntry('log', 'logs/2026-01-01_a.md', { data: { conclusions: ['We conclude 2'], metrics: { failure_mode: 'It fails' } } }),
    );
    const page = findingsPage(all, graph, href);
    expect(page.groups.map(({ title, rows }) => [title, rows.map(({ text }) => text)])).toEqual([
      ['Observations and conclusions', ['We saw 1', 'We conclude 2']],
      ['Failures', ['It fails']],
      ['Inferences', ['We think']],
      ['Claims of others', ['They say']],
    ]);
    expect(page.filters.map(({ label, href: address, count, current }) => [label, address, count, current])).toEqual([
      ['All', '/findings/', 5, 'page'],
      ['Observations and conclusions', '/findings/measured/', 2, undefined],
      ['Failures', '/findings/failures/', 1, undefined],
      ['Inferences', '/findings/inferences/', 1, undefined],
      ['Claims of others', '/findings/claims/', 1, undefined],
    ]);
    expect(findingsPage({ group: 'claims', page: null }, graph, href)).toMatchObject({
      count: '1 finding',
      title: 'Findings: Claims of others',
    });
  });

  it('is in the navigation where there is any finding, and not there at all where there is none', () => {
    const labels = (graph: ReturnType<typeof graphOf>): readonly string[] =>
      siteFrame(graph, href, '/', 0).navigation.map(({ label }) => label);
    expect(labels(graphOf(report('a', statement('observation', 'We saw 1'))))).toContain('Findings');
    const empty = graphOf(makeEntry('log', 'logs/a.md'));
    expect(labels(empty)).not.toContain('Findings');
    expect(findingsSlices(empty)).toEqual([]);
  });

  it('says of each row what it rests on, how old it is and where it stands', () => {
    const entry = { ...report('2026-01-02_b', statement('observation', '`val_bpb` fell to 0.972')), title: 'Rotary', tags: ['model'] };
    const graph = buildGraph(
      makeContent({
        asOf: '2026-03-01',
        tables: [makeTable('results.tsv', 'commit\tval_bpb\tstatus', 'a1b2c3d\t0.972\tkeep')],
        entries: [{ ...entry, links: [makeLink('markdown', 'run/results/1', { line: 3 })] }],
      }),
    );
    const [row] = findingsPage(all, graph, href).groups[0]?.rows ?? [];
    expect(row).toMatchObject({
      href: `/reports/2026-01-02-b/#${findingAnchor('val_bpb fell to 0.972')}`,
      quality: 'quantified',
      metric: 'val_bpb',
      age: '58 days',
      date: { text: '2 Jan 2026' },
      tags: [{ tag: 'model' }],
      entry: { title: 'Rotary', href: '/reports/2026-01-02-b/', kindName: 'Report' },
      evidenceName: 'Evidence',
      evidence: [[{ text: 'run 1: val_bpb 0.972', href: '/results/results/1/' }]],
      source: null,
      caveats: [],
    });
  });

  it('says that the evidence is that of the whole entry where the finding names none, and counts what is too much to name', () => {
    const commits = ['0000001', '0000002', '0000003', '0000004', '0000005', '0000006'].map(
      (digits) => `${digits.slice(0, 6)}a${digits.slice(6)}`,
    );
    const graph = graphOf(makeEntry('log', 'logs/a.md', { data: { conclusions: ['Loss fell'], commits } }));
    const [row] = findingsPage(all, graph, href).groups[0]?.rows ?? [];
    expect(row?.evidenceName).toBe('The log rests on');
    expect(row?.evidence.map(phraseText)).toEqual([...commits.slice(0, 4).map((commit) => `commit ${commit}`), 'and 2 more commits']);
  });

  it('names the source of a claim, with the trust signals of a paper that is here, or says that none is stated', () => {
    const paper = makeEntry('paper', 'papers/roformer.md', {
      title: 'RoFormer',
      data: { arxiv: '2104.09864', trust: { adoption: 'most models', author: 'known' } },
    });
    const claims = {
      ...report(
        '2026-01-02_b',
        statement('claim', 'One', { source: 'Su et al.' }),
        statement('claim', 'Two', { line: 5, lastLine: 5, addresses: ['https://example.org/a'] }),
        statement('claim', 'Three', { line: 7, lastLine: 7 }),
      ),
      links: [makeLink('wiki', 'roformer', { line: 3 })],
    };
    const rows = findingsPage(all, graphOf(paper, claims), href).groups[0]?.rows ?? [];
    expect(rows.map(({ source }) => source && phraseText(source))).toEqual([
      'Su et al., RoFormer (adoption: most models; author: known)',
      'https://example.org/a',
      'not stated',
    ]);
    expect(rows[0]?.evidence).toEqual([]);
  });

  it('shows the newest, and has a page for every other, whose address stays when findings are added', () => {
    const graph = graphOf(...logs(450));
    const slices = findingsSlices(graph);
    expect(slices.map(findingsSlice)).toEqual([undefined, 'measured', 'measured/1', 'measured/2', 'measured/3']);
    const texts = (page: number | null): (string | undefined)[] =>
      findingsPage({ group: 'measured', page }, graph, href).groups[0]?.rows.map(({ text }) => text) ?? [];
    expect([texts(null).length, texts(null)[0], texts(null).at(-1)]).toEqual([200, 'Finding 450', 'Finding 251']);
    expect([texts(1)[0], texts(1).at(-1)]).toEqual(['Finding 200', 'Finding 1']);
    expect([texts(3)[0], texts(3).at(-1)]).toEqual(['Finding 450', 'Finding 401']);
    expect(new Set([1, 2, 3].flatMap(texts)).size).toBe(450);
    const first = findingsPage(all, graph, href);
    expect(first.groups[0]).toMatchObject({ count: 450, more: '/findings/measured/' });
    expect(first.groups[0]?.rows.length).toBe(100);
    expect(findingsPage({ group: 'measured', page: 1 }, graph, href).archive.map(({ label, current }) => [label, current])).toEqual([
      ['February 2026 to March 2026', undefined],
      ['July 2025 to February 2026', undefined],
      ['January 2025 to July 2025', 'page'],
    ]);
  });

  it('cuts what is as long as a page', () => {
    const graph = graphOf(report('a', statement('observation', 'word '.repeat(500).trim())));
    expect(findingsPage(all, graph, href).groups[0]?.rows[0]?.text.length).toBeLessThanOrEqual(601);
  });
});

describe('the caveats above a text', () => {
  it('are said once, of all its statements or of those that are meant', () => {
    const old = {
      ...report('2026-01-01_old', statement('observation', 'One'), statement('observation', 'Loss is 0.97', { line: 5, lastLine: 5 })),
      links: [makeLink('markdown', 'run/results/1', { line: 5 })],
    };
    const graph = buildGraph(
      makeContent({
        tables: [makeTable('results.tsv', 'commit\tval_bpb\tstatus', 'a1b2c3d\t\tcrash')],
        entries: [old, makeEntry('report', 'reports/2026-02-01_new.md', { links: [makeReference('contradicts', '2026-01-01_old')] })],
      }),
    );
    expect(
      doubtedStatements(old, graph, href).map(({ caveat, statements }) => [phraseText(caveat.reason), statements.map(({ text }) => text)]),
    ).toEqual([
      ['Contradicted by 2026-02-01_new (1 Feb 2026)', []],
      ['Rests on run 1, which crashed', ['Loss is 0.97']],
    ]);
  });
});

it('api/findings.json holds every finding with its evidence and caveats', () => {
  const graph = graphOf(
    makeEntry('log', 'logs/2026-01-01_a.md', { data: { conclusions: ['Loss fell'] }, tags: ['model'] }),
    makeEntry('log', 'logs/2026-02-01_b.md', { links: [makeReference('supersedes', '2026-01-01_a')] }),
  );
  expect(findingsJson(graph, href)).toEqual({
    schema: 1,
    findings: [
      {
        id: `log/2026-01-01-a#${findingAnchor('Loss fell')}`,
        sort: 'conclusion',
        text: 'Loss fell',
        url: `/logs/2026-01-01-a/#${findingAnchor('Loss fell')}`,
        entry: 'log/2026-01-01-a',
        date: '2026-01-01',
        tags: ['model'],
        metric: null,
        quality: null,
        source: null,
        evidence: { runs: [], commits: [], papers: [], entries: [], named_by: null },
        caveats: [{ why: 'superseded', by: 'log/2026-02-01-b', sentence: null, runs: [] }],
      },
    ],
  });
});
