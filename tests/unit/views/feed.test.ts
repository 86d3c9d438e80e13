import { expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { entriesJson } from '#views/entries-json.ts';
import { atomFeed } from '#views/feed.ts';
import { createHref } from '#views/href.ts';
import { makeContent, makeEntry, makeLink } from '../graph/make-content.ts';

const href = createHref({ base: '/base/', site: 'https://example.org', repository: null, folder: '' });

it('gives feed readers absolute addresses and times in which no day shifts', () => {
  const feed = atomFeed(
    buildGraph(
      makeContent({
        entries: [
          makeEntry('idea', 'ideas/a.md', { date: '2026-01-02' }),
          makeEntry('log', 'logs/b.md', { date: '2026-01-03 09:30' }),
          makeEntry('log', 'logs/c.md', { date: '2026-01-01T23:59:59+0100' }),
        ],
      }),
    ),
    href,
  );
  expect(feed).toContain('<link rel="alternate" href="https://example.org/base/ideas/a/"/>');
  expect(feed.match(/<updated>[^<]*/g)).toEqual([
    '<updated>2026-01-03T09:30:00Z',
    '<updated>2026-01-03T09:30:00Z',
    '<updated>2026-01-02T00:00:00Z',
    '<updated>2026-01-01T23:59:59+01:00',
  ]);
});

it('is well-formed whatever a title holds', () => {
  const title = '<b> & "x" \u0000\u001b ]]> \ufffe';
  const feed = atomFeed(buildGraph(makeContent({ entries: [makeEntry('idea', 'ideas/a.md', { title, date: '2026-01-02' })] })), href);
  expect(feed).toContain('<title>&lt;b&gt; &amp; &quot;x&quot;  ]]&gt; </title>');
});

it('publishes every entry with what it links to and what links to it', () => {
  const idea = makeEntry('idea', 'ideas/a.md', { date: '2026-01-02' });
  const log = makeEntry('log', 'logs/b.md', { links: [makeLink('wiki', 'a'), makeLink('wiki', 'a'), makeLink('wiki', 'gone')] });
  expect(entriesJson(buildGraph(makeContent({ entries: [idea, log] })), href)).toEqual({
    schema: 1,
    entries: [
      {
        id: 'idea/a',
        kind: 'idea',
        title: idea.title,
        date: '2026-01-02',
        url: '/base/ideas/a/',
        tags: [],
        path: 'ideas/a.md',
        links: [],
        backlinks: ['log/b'],
      },
      {
        id: 'log/b',
        kind: 'log',
        title: log.title,
        date: null,
        url: '/base/logs/b/',
        tags: [],
        path: 'logs/b.md',
        links: ['idea/a'],
        backlinks: [],
      },
    ],
  });
});
