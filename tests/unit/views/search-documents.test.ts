import { expect, test } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { SearchDocument } from '#search/search-document.ts';
import { findingAnchor } from '#schemas/finding-text.ts';
import { searchDocuments } from '#views/search-documents.ts';
import { makeContent, makeEntry, makeReference, makeTable } from '../graph/make-content.ts';

async function documentsOf(stated: Parameters<typeof makeContent>[0]): Promise<SearchDocument[]> {
  const graph = buildGraph(makeContent(stated));
  return Array.fromAsync(searchDocuments(graph, async ({ title }) => ({ html: `<p>${title}</p>` })));
}

test('entries come first, newest first, then runs in the order of their table', async () => {
  const documents = await documentsOf({
    entries: [makeEntry('idea', 'ideas/2026-01-01_old.md'), makeEntry('log', 'logs/2026-02-01_new.md')],
    tables: [makeTable('results.tsv', 'commit\tval_bpb\tstatus\tdescription', 'a1b2c3d\t0.99\tkeep\tfirst', 'b2c3d4e\t0.98\tcrash\t')],
  });
  expect(documents.map(({ url, kind, title }) => [url, kind, title])).toEqual([
    ['/logs/2026-02-01-new/', 'log', '2026-02-01_new'],
    ['/ideas/2026-01-01-old/', 'idea', '2026-01-01_old'],
    ['/results/results/1/', 'run', 'Run 1: first'],
    ['/results/results/2/', 'run', 'Run 2: b2c3d4e'],
  ]);
});

test("the status is an outcome, an idea's state or the word of a run", async () => {
  const documents = await documentsOf({
    entries: [
      makeEntry('report', 'reports/2026-01-02_rotary.md', {
        data: { outcome: 'refuted' },
        links: [makeReference('idea', 'ideas/2026-01-01_rotary.md')],
      }),
      makeEntry('idea', 'ideas/2026-01-01_rotary.md'),
      makeEntry('log', 'logs/2025-01-01_log.md'),
    ],
    tables: [makeTable('results.tsv', 'commit\tval_bpb\tstatus', 'a1b2c3d\t0.99\tcrash')],
  });
  expect(documents.map(({ status }) => status)).toEqual(['refuted', 'refuted', null, 'crash']);
});

test('frontmatter that the page shows is found: values with their key, items of lists as they are', async () => {
  const data = {
    title: 'Rotary',
    hypothesis: 'Saves bits',
    min_effect: '0.01',
    papers: ['arXiv:1'],
    metrics: { before: { val_bpb: '0.99' } },
  };
  const [idea] = await documentsOf({ entries: [makeEntry('idea', 'ideas/rotary.md', { data })] });
  expect(idea?.facts).toEqual(['Hypothesis: Saves bits', 'Min effect: 0.01', 'arXiv:1', 'Metrics before val bpb: 0.99']);
});

test('a finding is a result by itself, at its place, with what speaks against it', async () => {
  const conclusions = [`Rotary lowers \`val_bpb\` ${'again '.repeat(30)}by 0.011`];
  const documents = await documentsOf({
    entries: [
      makeEntry('report', 'reports/2026-01-02_new.md', { title: 'With warmup', links: [makeReference('supersedes', '2026-01-01_old')] }),
      makeEntry('log', 'logs/2026-01-01_old.md', { title: 'Rotary', tags: ['model'], data: { conclusions, commits: ['a1b2c3d'] } }),
    ],
    tables: [makeTable('results.tsv', 'commit\tval_bpb\tstatus', 'a1b2c3d\t0.99\tdiscard')],
  });
  expect(documents.map(({ kind }) => kind)).toEqual(['report', 'log', 'finding', 'run']);
  const { title = '', ...finding } = documents[2] ?? {};
  expect(title).toMatch(/^Rotary lowers val_bpb again .{50,150}…$/);
  expect(finding).toEqual({
    url: `/logs/2026-01-01-old/#${findingAnchor(conclusions[0] ?? '')}`,
    kind: 'finding',
    tags: ['model'],
    status: 'conclusion',
    caveats: ['superseded'],
    date: '2026-01-01',
    path: 'logs/2026-01-01_old.md',
    facts: ['Superseded by With warmup (2 Jan 2026)', conclusions[0]],
    html: '',
  });
});

test('a claim is found by whose it is', async () => {
  const statement = { sort: 'claim', text: 'Rotary helps', line: 5, lastLine: 5, source: 'Su et al.', addresses: [] };
  const [, claim] = await documentsOf({ entries: [makeEntry('journal', 'journals/a.md', { data: { statements: [statement] } })] });
  expect(claim).toMatchObject({ title: 'Rotary helps', status: 'claim', facts: ['Source: Su et al.'] });
});

test('a run is found by the cells of its row; empty ones are left out', async () => {
  const [run] = await documentsOf({ tables: [makeTable('results.tsv', 'commit\tval_bpb\tstatus\tnote', '0640555\t0.980\tkeep\t')] });
  expect(run?.facts).toEqual(['commit: 0640555', 'val_bpb: 0.980', 'status: keep']);
});

test('a run that was judged is found by its verdict', async () => {
  const rows = ['a\t1.0\tkeep\tfirst', 'b\t0.9\tkeep\tsecond'];
  const documents = await documentsOf({ tables: [makeTable('results.tsv', 'id\tval_bpb\tstatus\tdescription', ...rows)] });
  expect(documents.map(({ facts }) => facts.at(-1))).toEqual(['description: first', 'Verdict: noise unknown']);
});
