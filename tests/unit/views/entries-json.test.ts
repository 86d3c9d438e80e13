import { expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { entriesJson } from '#views/entries-json.ts';
import { createHref } from '#views/href.ts';
import { makeContent, makeEntry, makeLink } from '../graph/make-content.ts';
import { makeFileHistory, makeHistory } from './history/make-history.ts';

const href = createHref({ base: '/base/', site: 'https://example.org', repository: null, folder: '' });

it('publishes every entry with what it links to, what links to it, what git says of it, and where it was before', () => {
  const idea = makeEntry('idea', 'ideas/a.md', { date: '2026-01-02', aliases: ['older'] });
  const log = makeEntry('log', 'logs/b.md', { links: [makeLink('wiki', 'a'), makeLink('wiki', 'a'), makeLink('wiki', 'gone')] });
  const graph = buildGraph(
    makeContent({
      entries: [idea, log],
      history: makeHistory({ files: { 'ideas/a.md': makeFileHistory('2026-01-02T10:00:00+01:00', '2026-02-01T10:00:00+01:00') } }),
      earlierIds: [
        { of: 'entry', from: 'idea/older', to: 'idea/a', path: null, alias: 'older' },
        { of: 'entry', from: 'report/a', to: 'idea/a', path: 'reports/a.md', alias: null },
      ],
    }),
  );
  expect(entriesJson(graph, href)).toEqual({
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
        created: '2026-01-02T10:00:00+01:00',
        updated: '2026-02-01T10:00:00+01:00',
        authors: ['Ada'],
        aliases: ['older'],
        earlier: ['/base/ideas/older/', '/base/reports/a/'],
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
        created: null,
        updated: null,
        authors: [],
        aliases: [],
        earlier: [],
        links: ['idea/a'],
        backlinks: [],
      },
    ],
  });
});
