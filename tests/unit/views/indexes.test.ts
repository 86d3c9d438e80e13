import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { createHref } from '#views/href.ts';
import { homePage } from '#views/home-page.ts';
import { kindPage } from '#views/kind-page.ts';
import { siteFrame } from '#views/site-frame.ts';
import { tagPage, tagRows } from '#views/tag-pages.ts';
import { timelinePage, timelineSlices } from '#views/timeline-page.ts';
import { makeContent, makeEntry, makeTable } from '../graph/make-content.ts';

const href = createHref({ base: '/', site: null, repository: null, folder: '' });
const graphOf = (entries: readonly Entry[]) => buildGraph(makeContent({ entries }));
/** So many logs, ten a month from January 2020 on, each with the tag `training`. */
const logs = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const month = Math.floor(index / 10);
    const date = `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String((index % 10) + 1).padStart(2, '0')}`;
    return makeEntry('log', `logs/log-${index}.md`, { date, tags: ['training'] });
  });

describe('the timeline', () => {
  it('groups by month, newest first, undated last', () => {
    const graph = graphOf([
      makeEntry('idea', 'ideas/a.md', { date: '2026-01-02' }),
      makeEntry('log', 'logs/b.md', { date: '2025-12-31' }),
      makeEntry('page', 'c.md'),
    ]);
    expect(timelinePage({ kind: null, month: null }, graph, href).groups.map(({ title, count }) => [title, count])).toEqual([
      ['January 2026', 1],
      ['December 2025', 1],
      ['Undated', 1],
    ]);
  });

  it('has a page for each kind, and for each month only of what is too long for one page', () => {
    expect(timelineSlices(graphOf(logs(20)))).toEqual([
      { kind: null, month: null },
      { kind: 'log', month: null },
    ]);
    const long = graphOf(logs(250));
    expect(timelineSlices(long)).toHaveLength(2 * (1 + 25));
    const rows = timelinePage({ kind: null, month: null }, long, href).groups.reduce((total, group) => total + group.rows.length, 0);
    expect(rows).toBe(200);
  });

  it('shows every entry on the page of its month', () => {
    const graph = graphOf(logs(250));
    const rows = timelineSlices(graph)
      .filter(({ kind, month }) => kind === null && month !== null)
      .flatMap((slice) => timelinePage(slice, graph, href).groups.flatMap((group) => group.rows.map((row) => row.href)));
    expect(new Set(rows).size).toBe(250);
    expect(rows).toHaveLength(250);
  });
});

describe('the index of a kind', () => {
  it('stays of a size that loads, however many entries there are', () => {
    const page = kindPage('log', graphOf(logs(2000)), href);
    expect(page.count).toBe('2,000 logs');
    expect(page.groups.reduce((total, group) => total + group.rows.length, 0)).toBeLessThanOrEqual(400);
    expect(page.rest).toBe('/timeline/logs/');
  });
});

describe('tags', () => {
  it('come most used first, with what the vocabulary says of them', () => {
    const graph = buildGraph(
      makeContent({
        program: { tags: { accuracy: 'Accuracy of the model' } },
        entries: [makeEntry('log', 'logs/a.md', { tags: ['accuracy', 'zeta'] }), makeEntry('log', 'logs/b.md', { tags: ['accuracy'] })],
      }),
    );
    expect(tagRows(graph, href)).toEqual([
      { tag: 'accuracy', href: '/tags/accuracy/', count: 2, about: 'Accuracy of the model' },
      { tag: 'zeta', href: '/tags/zeta/', count: 1, about: null },
    ]);
  });

  it('show a bounded number of entries and lead to the search for the rest', () => {
    const page = tagPage('training', graphOf(logs(300)), href);
    expect(page.groups).toMatchObject([{ title: 'Logs', count: 300, more: '/search/?tag=training' }]);
    expect(page.groups[0]?.rows).toHaveLength(100);
  });
});

describe('the home page', () => {
  const table = makeTable('results.tsv', 'commit\tval_bpb\tstatus', '0640555\t0.997900\tkeep', '187e419\t0.969700\tkeep');

  it('shows the best value as it is written, and that its noise is unknown', () => {
    const graph = buildGraph(makeContent({ tables: [table], program: { metric: { name: 'val_bpb', direction: 'lower' } } }));
    expect(homePage(graph, href).headline).toMatchObject({
      label: 'Best val_bpb so far',
      value: '0.969700',
      unit: null,
      note: 'lower is better',
      href: '/results/results/2/',
      verdict: { verdict: 'noise unknown', href: '/results/results/method/#noise' },
    });
  });

  it('says of a baseline that nothing has beaten it', () => {
    const tables = [makeTable('results.tsv', 'id\tval_bpb\tstatus', 'a\t0.9\tbaseline', 'b\t1.0\tdiscard')];
    expect(homePage(buildGraph(makeContent({ tables })), href).headline).toMatchObject({
      note: 'lower is better (guessed) · a baseline, which nothing has beaten',
      verdict: null,
    });
  });

  it('says that a direction is guessed', () => {
    expect(homePage(buildGraph(makeContent({ tables: [table] })), href).headline?.note).toBe('lower is better (guessed)');
  });

  it('does not grow with the workspace', () => {
    const size = (count: number) => JSON.stringify(homePage(graphOf(logs(count)), href)).length;
    expect(size(2000) - size(200)).toBeLessThan(200);
  });
});

describe('the frame of a page', () => {
  it('marks the section that a page belongs to, and leads only to what there is', () => {
    const frame = siteFrame(graphOf(logs(3)), href, '/logs/log-1/', 2);
    expect(frame.navigation.map(({ label, current }) => [label, current])).toEqual([
      ['Timeline', undefined],
      ['Logs', 'true'],
      ['Tags', undefined],
    ]);
  });
});
