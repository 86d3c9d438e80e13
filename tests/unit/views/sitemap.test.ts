import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { createHref } from '#views/href.ts';
import { sitemap } from '#views/sitemap.ts';
import { makeContent, makeEntry, makeTable } from '../graph/make-content.ts';
import { makeFileHistory, makeHistory } from './history/make-history.ts';

const href = createHref({ base: '/base/', site: 'https://example.org', repository: null, folder: '' });
const graph = buildGraph(
  makeContent({
    entries: [
      makeEntry('idea', 'ideas/2026-01-01_a.md'),
      makeEntry('log', 'logs/b.md', { date: '2026-01-03 09:30' }),
      makeEntry('page', 'größe & co.md'),
    ],
    tables: [makeTable('results.tsv', 'commit\tloss', 'a\t1')],
    history: makeHistory({ files: { 'ideas/2026-01-01_a.md': makeFileHistory('2026-01-05T23:30:00-05:00') } }),
    earlierIds: [{ of: 'entry', from: 'idea/old', to: 'log/b', path: null, alias: 'old' }],
  }),
);
const pages = ['', 'search/', 'ideas/old/', 'ideas/2026-01-01-a/', 'logs/b/', 'results/results/', 'pages/größe-&-co/'].map((page) =>
  href.asset(page),
);

function read(text: string | undefined): string[] {
  const document = new new Window().DOMParser().parseFromString(text ?? '', 'application/xml');
  return Array.from(document.querySelectorAll('url, sitemap'), (place) =>
    [place.querySelector('loc'), place.querySelector('lastmod')].map((element) => element?.textContent ?? '').join(' '),
  );
}

describe('the sitemap', () => {
  it('has every page but the search and what only leads on, and says what changed when', () => {
    const [file, ...others] = sitemap(pages, graph, href);
    expect([file?.name, others]).toEqual(['sitemap.xml', []]);
    expect(read(file?.text)).toEqual([
      'https://example.org/base/ ',
      'https://example.org/base/ideas/2026-01-01-a/ 2026-01-05T23:30:00-05:00',
      'https://example.org/base/logs/b/ 2026-01-03T09:30:00Z',
      'https://example.org/base/pages/gr%C3%B6%C3%9Fe-%26-co/ ',
      'https://example.org/base/results/results/ ',
    ]);
  });

  it('is divided below an index where it is too long', () => {
    const files = sitemap(pages, graph, href, 2);
    expect(files.map(({ name }) => name)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml']);
    expect(read(files[0]?.text)).toEqual([1, 2, 3].map((number) => `https://example.org/base/sitemap-${String(number)}.xml `));
    expect(files.slice(1).map(({ text }) => read(text).length)).toEqual([2, 2, 1]);
  });

  it('is not made where nobody says where the site is', () => {
    expect(sitemap(pages, graph, createHref({ base: '/base/', site: null, repository: null, folder: '' }))).toEqual([]);
  });
});
