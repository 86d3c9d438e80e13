import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { createHref } from '#views/href.ts';
import { ideasBoard } from '#views/ideas/ideas-board.ts';
import { makeContent, makeEntry, makeReference } from '../../graph/make-content.ts';

const href = createHref({ base: '/', site: null, repository: null, folder: '' });
const boardOf = (entries: readonly Entry[], asOf = '2026-02-01') => ideasBoard(buildGraph(makeContent({ entries, asOf })), href);

describe('the board of ideas', () => {
  it('groups them by state, open ones first', () => {
    const board = boardOf([
      makeEntry('idea', 'ideas/old.md', { data: { abandoned: 'too slow' } }),
      makeEntry('idea', 'ideas/rotary.md'),
      makeEntry('idea', 'ideas/fresh.md'),
      makeEntry('report', 'reports/r.md', { data: { outcome: 'refuted' }, links: [makeReference('idea', 'rotary')] }),
    ]);
    expect(board.groups.map(({ title, ideas }) => [title, ideas.map(({ row }) => row.href)])).toEqual([
      ['Proposed', ['/ideas/fresh/']],
      ['Refuted', ['/ideas/rotary/']],
      ['Abandoned', ['/ideas/old/']],
    ]);
    expect(board.advice).toBe('1 idea is open: fewer than 30, with which the research loop looks for more.');
  });

  it('shows the best rated first, with rating, what is expected, and age by the day that ages count from', () => {
    const board = boardOf([
      makeEntry('idea', 'ideas/2026-01-20_b.md', { data: { rating: 4 } }),
      makeEntry('idea', 'ideas/2026-01-31_a.md', { data: { rating: 9, expected: '-0.05' } }),
    ]);
    expect(board.groups[0]?.ideas.map(({ rating, expected, age }) => [rating, expected, age])).toEqual([
      ['9/10', '-0.05', '1 day'],
      ['4/10', null, '12 days'],
    ]);
  });

  it('says no age where nobody says which day it is', () => {
    expect(boardOf([makeEntry('idea', 'ideas/2026-01-20_b.md')], '1970-01-01').groups[0]?.ideas[0]?.age).toBeNull();
  });

  it('stays of a size that loads, however many ideas there are', () => {
    const board = boardOf(Array.from({ length: 250 }, (_, index) => makeEntry('idea', `ideas/idea-${index}.md`)));
    expect(board.groups[0]).toMatchObject({ count: 250, more: '/timeline/ideas/' });
    expect(board.groups[0]?.ideas).toHaveLength(100);
  });
});
