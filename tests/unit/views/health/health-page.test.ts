import { expect, it } from 'vitest';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { buildGraph } from '#graph/build-graph.ts';
import type { History } from '#schemas/history.ts';
import { createHref } from '#views/href.ts';
import { lineStretches } from '#views/health/health-account.ts';
import { healthPage } from '#views/health/health-page.ts';
import { makeContent, makeEntry } from '../../graph/make-content.ts';
import { makeHistory } from '../history/make-history.ts';

const href = createHref({ base: '/', site: null, repository: null, folder: '' });
const at = (path: string, line: number, code: string): Diagnostic => ({
  code,
  severity: 'warning',
  path,
  line,
  column: 2,
  message: `m${line}`,
  hint: 'h',
});

it('groups diagnostics by file and code, with a page for each file that has one', () => {
  const graph = buildGraph(makeContent({ entries: [makeEntry('idea', 'ideas/a.md')] }));
  const many = Array.from({ length: 30 }, (_, index) => at('ideas/a.md', index + 1, 'dead-link'));
  const page = healthPage(graph, [...many, at('ideas/a.md', 40, 'unknown-tag'), at('x.tsv', 1, 'not-a-table')], href);
  expect(page.summary).toBe('32 warnings in 2 files.');
  expect(
    page.files.map(({ path, href: address, groups }) => [
      path,
      address,
      groups.map(({ code, items, further }) => [code, items.length, further]),
    ]),
  ).toEqual([
    [
      'ideas/a.md',
      '/ideas/a/',
      [
        ['dead-link', 20, 10],
        ['unknown-tag', 1, 0],
      ],
    ],
    ['x.tsv', null, [['not-a-table', 1, 0]]],
  ]);
});

it('accounts for every file: read as what, how much of it, and which lines are in nothing', () => {
  const record = { path: 'results.tsv', kind: 'table', entries: 0, rows: 3, events: 0, unaccounted: [2, 3, 9] } as const;
  const idea = { ...record, path: 'ideas/a.md', kind: 'idea', entries: 1, rows: 0, unaccounted: [] } as const;
  const graph = buildGraph(makeContent({ entries: [makeEntry('idea', 'ideas/a.md')], files: [idea, record] }));
  const forge = createHref({ base: '/', site: null, repository: 'https://github.com/a/b', folder: '' });
  const { account } = healthPage(graph, [at('results.tsv', 2, 'line-outside-rows')], forge);
  expect(account.kinds.map(({ kind, files, rows }) => [kind, files, rows])).toEqual([
    ['idea', 1, 0],
    ['table', 1, 3],
  ]);
  expect(account.folders.map(({ name, summary }) => [name, summary])).toEqual([
    ['ideas/', '1 file'],
    ['At the top', '1 file, 1 diagnostic'],
  ]);
  expect(account.folders[0]?.files[0]).toMatchObject({ path: 'ideas/a.md', href: '/ideas/a/', entries: 1, diagnostics: 0 });
  expect(account.folders[1]?.files[0]?.unaccounted).toEqual([
    { lines: '2–3', href: 'https://github.com/a/b/blob/HEAD/results.tsv#L2' },
    { lines: '9', href: 'https://github.com/a/b/blob/HEAD/results.tsv#L9' },
  ]);
});

it('groups what was not read by its reason, and counts what links may lead to', () => {
  const skipped = [
    ...Array.from({ length: 600 }, (_, index) => ({ path: `${index}.txt`, reason: 'Plain text' })),
    { path: '.git', reason: 'Hidden' },
  ];
  const graph = buildGraph(makeContent({ skipped, assets: ['a.png', 'b.PNG', 'Makefile'] }));
  const { account } = healthPage(graph, [], href);
  expect(account.skipped.map(({ reason, count, paths, further }) => [reason, count, paths.length, further])).toEqual([
    ['Plain text', 600, 500, 100],
    ['Hidden', 1, 1, 0],
  ]);
  expect(account.others).toBe('2 .png, 1 without an ending');
});

it('joins lines to stretches', () => {
  expect(lineStretches([3, 4, 5, 9, 11, 12])).toEqual([
    [3, 5],
    [9, 9],
    [11, 12],
  ]);
  expect(lineStretches([])).toEqual([]);
});

it('says that the history is cut, and how to have it whole where it can be', () => {
  const said = (stated: Partial<History>): string | null => {
    const cut = healthPage(buildGraph(makeContent({ history: makeHistory(stated) })), [], href).cutHistory;
    return cut === null ? null : `${cut.text} ${cut.hint}`;
  };
  expect(said({})).toBeNull();
  expect(said({ isCut: true, isShallow: true })).toMatch(/shallow.*"git fetch --unshallow"/);
  expect(said({ isCut: true })).not.toContain('unshallow');
});
