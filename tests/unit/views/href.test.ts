import { describe, expect, it } from 'vitest';
import { createHref, entryRoute, tableSegment, tagSegment } from '#views/href.ts';

const plain = { base: '/', site: null, repository: null, folder: '' };
const preview = createHref({
  base: '/preview/pr-1/',
  site: 'https://example.org',
  repository: 'https://github.com/lab/rotary.git',
  folder: 'content',
});

describe('addresses', () => {
  it.each([
    ['home', preview.home(), '/preview/pr-1/'],
    ['an entry', preview.entry('idea/2026-01-02-rotary'), '/preview/pr-1/ideas/2026-01-02-rotary/'],
    ['a heading of an entry', preview.entry('log/x', 'what-next'), '/preview/pr-1/logs/x/#what-next'],
    ['a dated section', preview.entry('journal/journal/2026-01-02-first'), '/preview/pr-1/journals/journal/2026-01-02-first/'],
    ['an entry in another script', preview.entry('page/研究'), '/preview/pr-1/pages/%E7%A0%94%E7%A9%B6/'],
    ['an entry as Markdown', preview.entryMarkdown('idea/2026-01-02-rotary'), '/preview/pr-1/ideas/2026-01-02-rotary.md'],
    ['an index', preview.kind('progress'), '/preview/pr-1/progress/'],
    ['all tables', preview.results(), '/preview/pr-1/results/'],
    ['a table', preview.table('results-t000'), '/preview/pr-1/results/results-t000/'],
    ['a run', preview.run('run/results/12'), '/preview/pr-1/results/results/12/'],
    ['a run in its table', preview.runRow('run/results/12'), '/preview/pr-1/results/results/#run-12'],
    ['the timeline', preview.timeline(), '/preview/pr-1/timeline/'],
    ['a slice of it', preview.timeline('ideas/2026-03'), '/preview/pr-1/timeline/ideas/2026-03/'],
    ['all findings', preview.findings(), '/preview/pr-1/findings/'],
    ['a slice of them', preview.findings('claims/2'), '/preview/pr-1/findings/claims/2/'],
    ['a tag', preview.tag('training'), '/preview/pr-1/tags/training/'],
    ['a search', preview.search({ tag: 'a&b c' }), '/preview/pr-1/search/?tag=a%26b+c'],
    ['a file', preview.file('img/100% of #1?.png'), '/preview/pr-1/files/img/100%25%20of%20%231%3F.png'],
    ['a JSON document', preview.api('runs/results'), '/preview/pr-1/api/runs/results.json'],
    ['the feed', preview.feed('xml'), '/preview/pr-1/feed.xml'],
    ['the feed of a tag', preview.feed('json', 'tags/größe'), '/preview/pr-1/tags/gr%C3%B6%C3%9Fe/feed.json'],
    ['a commit', preview.commit('0640555'), 'https://github.com/lab/rotary/commit/0640555'],
    ['a line of a source file', preview.source('ideas/a b.md', 12), 'https://github.com/lab/rotary/blob/HEAD/content/ideas/a%20b.md#L12'],
    ['a file of the repository', preview.repositoryFile('src/x.py'), 'https://github.com/lab/rotary/blob/HEAD/src/x.py'],
    ['the whole address', preview.absolute(preview.home()), 'https://example.org/preview/pr-1/'],
  ])('%s', (_what, address, expected) => {
    expect(address).toBe(expected);
  });

  it.each(['/', '', '/a', 'a/', '/a/b'])('adds the slashes that a base path lacks: "%s"', (base) => {
    expect(createHref({ ...plain, base }).entry('idea/x')).toBe(
      base.includes('a') ? `/${base.replaceAll(/^\/|\/$/g, '')}/ideas/x/` : '/ideas/x/',
    );
  });

  it('has no absolute address and no commit without a site and a repository', () => {
    const href = createHref(plain);
    expect([href.absolute('/x/'), href.commit('0640555'), href.source('a.md')]).toEqual([null, null, null]);
  });

  it('finds the parameters of an entry’s page', () => {
    expect(entryRoute('journal/journal/2026-01-02-first')).toEqual({ folder: 'journals', slug: 'journal/2026-01-02-first' });
  });

  it('gives tags that differ only in case or signs different segments, and no segment that a path cannot carry', () => {
    const tags = ['training', 'Training', 'c', 'c++', 'c#', 'a/b', '..', '%', '日本', ' '];
    const segments = tags.map(tagSegment);
    expect(new Set(segments.map((segment) => segment.toLowerCase())).size).toBe(tags.length);
    for (const segment of segments) expect(segment).toMatch(/^[\p{L}\p{N}_-]+$/u);
  });

  it('keeps the id of a table wherever a path can carry it', () => {
    expect(tableSegment('results-T000.v2')).toBe('results-T000.v2');
    expect(tableSegment('100% (new)')).toMatch(/^100-new-[0-9a-f]{6}$/);
    expect(tableSegment('..')).toMatch(/^[0-9a-f]{6}$/);
  });
});
