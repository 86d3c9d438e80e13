import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { atomFeed } from '#views/feeds/atom-feed.ts';
import { feedLinks, feedsOf, feedSlice } from '#views/feeds/feed-slices.ts';
import { jsonFeed } from '#views/feeds/json-feed.ts';
import { createHref } from '#views/href.ts';
import { siteFrame } from '#views/site-frame.ts';
import { sitemap } from '#views/sitemap.ts';
import { makeContent, makeEntry } from '../../graph/make-content.ts';
import { makeFileHistory, makeHistory } from '../history/make-history.ts';

const href = createHref({ base: '/base/', site: 'https://example.org', repository: null, folder: '' });
const all = { all: true } as const;
const graphOf = (stated: Partial<WorkspaceContent>) => buildGraph(makeContent(stated));
const parsed = (xml: string) => new new Window().DOMParser().parseFromString(xml, 'application/xml');
const texts = (xml: string, selector: string): string[] =>
  Array.from(parsed(xml).querySelectorAll(selector), (element) => element.textContent);

describe('a feed', () => {
  const entries = [
    makeEntry('idea', 'ideas/a.md', { date: '2026-01-02', tags: ['x'] }),
    makeEntry('log', 'logs/b.md', { date: '2026-01-03 09:30' }),
    makeEntry('log', 'logs/c.md', { date: '2026-01-01T23:59:59+0100', tags: ['x'] }),
  ];

  it('gives feed readers absolute addresses and times in which no day shifts', () => {
    const feed = atomFeed(all, graphOf({ entries }), href);
    expect(feed).toContain('<link rel="alternate" type="text/html" href="https://example.org/base/ideas/a/"/>');
    expect(feed).toContain('<link rel="self" type="application/atom+xml" href="https://example.org/base/feed.xml"/>');
    expect(texts(feed, 'updated')).toEqual([
      '2026-01-03T09:30:00Z',
      '2026-01-03T09:30:00Z',
      '2026-01-02T00:00:00Z',
      '2026-01-01T23:59:59+01:00',
    ]);
  });

  it('is there for everything, for each kind that there is, and for each tag', () => {
    const graph = graphOf({ entries });
    expect(feedsOf(graph).map(feedSlice).toSorted()).toEqual(['ideas', 'logs', 'tags/x', undefined]);
    const titles = (of: Parameters<typeof atomFeed>[0]) => texts(atomFeed(of, graph, href), 'title');
    expect(titles({ kind: 'log' })).toEqual(['content: Logs', 'b', 'c']);
    expect(titles({ tag: 'x' })).toEqual(['content: x', 'a', 'c']);
    expect(jsonFeed({ tag: 'x' }, graph, href)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'content: x',
      home_page_url: 'https://example.org/base/tags/x/',
      feed_url: 'https://example.org/base/tags/x/feed.json',
      items: [
        {
          id: 'https://example.org/base/ideas/a/',
          url: 'https://example.org/base/ideas/a/',
          title: 'a',
          content_text: 'a',
          date_published: '2026-01-02T00:00:00Z',
          tags: ['idea', 'x'],
        },
        { title: 'c' },
      ],
    });
  });

  it('is well-formed whatever a title holds', () => {
    const title = '<b> & "x" \u0000\u001b ]]> \ufffe \ud800';
    const feed = atomFeed(all, graphOf({ entries: [makeEntry('idea', 'ideas/a.md', { title, date: '2026-01-02' })] }), href);
    expect(feed).toContain('<title>&lt;b&gt; &amp; &quot;x&quot;  ]]&gt;  \ufffd</title>');
  });

  it('has no whole addresses where nobody says where the site is, and still ids of its own', () => {
    const nowhere = createHref({ base: '/', site: null, repository: null, folder: '' });
    const feed = jsonFeed(all, graphOf({ entries: entries.slice(0, 1) }), nowhere);
    expect(feed).not.toHaveProperty('feed_url');
    expect(feed.items).toMatchObject([{ id: 'urn:priors:idea/a', url: '/ideas/a/' }]);
  });

  it('says when git saw an entry changed, if that was later, and by whom', () => {
    const history = makeHistory({
      files: {
        'ideas/a.md': makeFileHistory('2026-01-05T10:00:00+01:00', '2026-02-01T10:00:00+01:00', { authors: ['Ada', 'Bob'] }),
        'logs/b.md': makeFileHistory('2025-12-01T10:00:00+01:00'),
      },
    });
    const feed = atomFeed(all, graphOf({ entries: entries.slice(0, 2), history }), href);
    expect(texts(feed, 'entry > published')).toEqual(['2026-01-03T09:30:00Z', '2026-01-02T00:00:00Z']);
    expect(texts(feed, 'entry > updated')).toEqual(['2026-01-03T09:30:00Z', '2026-02-01T10:00:00+01:00']);
    expect(texts(feed, 'feed > updated')).toEqual(['2026-02-01T10:00:00+01:00']);
    expect(texts(feed, 'entry name')).toEqual(['Ada', 'Ada', 'Bob']);
  });

  it('takes what states no date for as old as git does; among everything it has no plain pages of the kind', () => {
    const undated = [makeEntry('paper', 'papers/p.md'), makeEntry('page', 'notes.md'), makeEntry('paper', 'papers/unknown.md')];
    const known = makeFileHistory('2026-01-03T10:00:00+01:00');
    const edge = { ...known, created: { ...known.created, isEdge: true } };
    const graph = graphOf({
      entries: [...entries, ...undated],
      history: makeHistory({ files: { 'papers/p.md': known, 'notes.md': known, 'papers/unknown.md': edge } }),
    });
    expect(jsonFeed(all, graph, href).items.map(({ title }) => title)).toEqual(['b', 'p', 'a', 'c']);
    expect(jsonFeed({ kind: 'page' }, graph, href).items.map(({ title }) => title)).toEqual(['notes']);
    expect(jsonFeed({ kind: 'paper' }, graph, href).items.map(({ title }) => title)).toEqual(['p']);
  });

  it('is there for nothing where nothing has a date, and no page leads to one', () => {
    const undated = graphOf({ entries: [makeEntry('idea', 'ideas/a.md', { tags: ['x'] })], asOf: '1970-01-01' });
    expect(feedsOf(undated)).toEqual([]);
    expect(feedLinks(all, undated, href)).toBeNull();
    const { feed, footer } = siteFrame(undated, href, '/base/', 0);
    expect([feed, footer.map(({ label }) => label)]).toEqual([null, ['Health', 'Entries as JSON']]);
    expect(
      sitemap(['/base/ideas/a/'], undated, href)
        .map(({ text }) => text)
        .join(''),
    ).not.toMatch(/lastmod|1970/);
  });

  it('that is empty is of the day that the site is of', () => {
    const graph = graphOf({
      entries: [makeEntry('page', 'notes.md'), makeEntry('log', 'logs/b.md', { date: '2026-01-03' })],
      asOf: '2026-01-04',
    });
    expect(texts(atomFeed({ kind: 'page' }, graph, href), 'feed > updated')).toEqual(['2026-01-04T00:00:00Z']);
    expect(jsonFeed({ kind: 'page' }, graph, href).items).toEqual([]);
  });
});
