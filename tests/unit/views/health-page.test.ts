import { expect, it } from 'vitest';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { createHref } from '#views/href.ts';
import { healthPage, lineRanges } from '#views/health-page.ts';
import { makeContent, makeEntry } from '../graph/make-content.ts';

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

it('writes lines as ranges', () => {
  expect(lineRanges([3, 4, 5, 9, 11, 12])).toBe('3–5, 9, 11–12');
  expect(lineRanges([])).toBe('');
});
