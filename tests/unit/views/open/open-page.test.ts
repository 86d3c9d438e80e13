import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { openAnchor } from '#schemas/open-items.ts';
import { createHref } from '#views/href.ts';
import { openPage } from '#views/open/open-page.ts';
import { openSlice, openSlices, type OpenSlice } from '#views/open/open-slices.ts';
import { siteFrame } from '#views/site-frame.ts';
import { makeContent, makeEntry, makeLink, makeReference } from '../../graph/make-content.ts';
import { makeOpen } from '../../graph/open/make-open.ts';

const href = createHref({ base: '/', site: null, repository: null, folder: '' });
const graphOf = (...entries: readonly Entry[]): KnowledgeGraph => buildGraph(makeContent({ entries, asOf: '2026-01-20' }));
const all: OpenSlice = { topic: null, page: 1 };
const addresses = (graph: KnowledgeGraph) => openSlices(graph).map((slice) => href.open(openSlice(slice)));

describe('openPage', () => {
  it('shows overdue updates first, then blockers, questions, next steps and criteria', () => {
    const lines = [
      '## Success criteria',
      '- [ ] win',
      '## Next steps',
      '- step',
      '## Questions',
      '- why?',
      '## Blockers',
      '- disk',
      '## X',
      '- [ ] box',
    ];
    const entry = makeOpen('progress', 'progress/2026-01-04_sprint.md', ...lines);
    const page = openPage(all, graphOf({ ...entry, title: 'Sprint', data: { ...entry.data, next_update: '2026-01-10' } }), href);
    expect(page.overdue).toMatchObject([
      { entry: { title: 'Sprint', href: '/progress/2026-01-04-sprint/' }, due: { text: '10 Jan 2026' }, late: '10 days' },
    ]);
    expect(page.groups.map(({ title, rows }) => [title, rows.map(({ text }) => text)])).toEqual([
      ['Blockers', ['disk']],
      ['Questions', ['why?']],
      ['Next steps and tasks', ['step', 'box']],
      ['Success criteria', ['win']],
    ]);
    expect([page.counts, page.asOf?.text]).toEqual(['5 open', '20 Jan 2026']);
  });

  it('shows each item with its place, entry, date and age', () => {
    const graph = graphOf(makeOpen('idea', 'ideas/2026-01-02_rotary.md', '## Open questions', '- Does it transfer?'));
    expect(openPage(all, graph, href).groups[0]?.rows).toEqual([
      {
        text: 'Does it transfer?',
        href: `/ideas/2026-01-02-rotary/#${openAnchor('Does it transfer?')}`,
        source: { title: '2026-01-02_rotary', kind: 'idea', kindName: 'Idea', href: '/ideas/2026-01-02-rotary/' },
        date: { text: '2 Jan 2026', datetime: '2026-01-02' },
        age: '18 days',
        since: null,
        isDoneThere: false,
        answer: null,
        supersededBy: null,
      },
    ]);
  });

  it('folds what is done or taken up, with the answer and what it rests on', () => {
    const graph = graphOf(
      makeOpen('idea', 'ideas/2026-01-02_rotary.md', '## Next steps', '- [x] Tell all', '- Does the rotary base transfer?'),
      makeEntry('report', 'reports/2026-01-05_r.md', {
        title: 'The rotary base does transfer',
        data: { outcome: 'supported', conclusions: ['It transfers to 8,192 tokens'] },
        links: [makeLink('wiki', 'rotary')],
      }),
    );
    const [group] = openPage(all, graph, href).groups;
    expect([group?.rows.length, group?.counts, group?.settledCounts]).toEqual([0, '0 open, 1 taken up, 1 done', '1 taken up, 1 done']);
    expect(group?.settled.map(({ text, isDoneThere, age }) => [text, isDoneThere, age])).toEqual([
      ['Tell all', true, null],
      ['Does the rotary base transfer?', false, null],
    ]);
    expect(group?.settled[1]?.answer).toMatchObject({
      fate: 'Taken up',
      entry: { title: 'The rotary base does transfer', href: '/reports/2026-01-05-r/' },
      state: { word: 'supported' },
      conclusion: 'It transfers to 8,192 tokens',
      rests: '“rotary”, “base”, “transfer”',
    });
  });

  it('lists what a superseded entry left open last, and says by what it is replaced', () => {
    const graph = graphOf(
      makeOpen('log', 'logs/2026-01-09_new.md', '- [ ] new'),
      makeOpen('log', 'logs/2026-01-05_old.md', '- [ ] old'),
      makeOpen('log', 'logs/2026-01-02_oldest.md', '- [ ] oldest'),
      makeEntry('log', 'logs/2026-01-10_next.md', { title: 'Next', links: [makeReference('supersedes', 'new')] }),
    );
    const rows = openPage(all, graph, href).groups[0]?.rows;
    expect(rows?.map(({ text, supersededBy }) => [text, supersededBy?.title])).toEqual([
      ['old', undefined],
      ['oldest', undefined],
      ['new', 'Next'],
    ]);
  });

  it('shows the newest hundred of a topic; its own pages have every one', () => {
    const boxes = Array.from({ length: 450 }, (_, index) => `- [${index < 420 ? ' ' : 'x'}] box ${index}`);
    const graph = graphOf(makeOpen('log', 'logs/2026-01-02_a.md', ...boxes));
    const [group] = openPage(all, graph, href).groups;
    expect([group?.rows.length, group?.settled.length, group?.more]).toEqual([
      100,
      20,
      { text: 'All 450, with what is done', href: '/open/next-steps/' },
    ]);
    expect(addresses(graph)).toEqual(['/open/', '/open/next-steps/', '/open/next-steps/2/', '/open/next-steps/3/']);
    const texts = openSlices(graph)
      .slice(1)
      .flatMap((slice) =>
        openPage(slice, graph, href).groups.flatMap(({ rows, settled }) => [...rows, ...settled].map(({ text }) => text)),
      );
    expect(texts).toEqual(boxes.map((box) => box.slice(6)));
    expect(openPage(openSlices(graph)[2] ?? all, graph, href).pages.map(({ label, href: to, current }) => [label, to, current])).toEqual([
      ['1', '/open/next-steps/', undefined],
      ['2', '/open/next-steps/2/', 'page'],
      ['3', '/open/next-steps/3/', undefined],
    ]);
  });

  it('is there, and in the navigation, only where something was ever open', () => {
    const labels = (graph: KnowledgeGraph) => siteFrame(graph, href, '/', 0).navigation.map(({ label }) => label);
    const [empty, some] = [
      graphOf(makeEntry('log', 'logs/2026-01-02_a.md')),
      graphOf(makeOpen('log', 'logs/2026-01-02_a.md', '- [x] done')),
    ];
    expect([addresses(graphOf()), addresses(empty), addresses(some)]).toEqual([[], [], ['/open/', '/open/next-steps/']]);
    expect([labels(empty).includes('Open'), labels(some).includes('Open')]).toEqual([false, true]);
  });
});
