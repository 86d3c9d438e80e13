import { expect, test } from 'vitest';
import { ask, effectiveOrder } from '#client/search/ask.ts';
import type { Pagefind, PagefindOptions } from '#client/search/pagefind.ts';
import { emptySelection, type SearchQuery } from '#client/search/query.ts';

const query: SearchQuery = { text: 'rotary', selection: emptySelection, order: 'relevance' };

/** Pagefind as far as it is asked: remembers the questions, and counts as it does, within the results. */
function recorder(): { pagefind: Pagefind; asked: [string | null, PagefindOptions][] } {
  const asked: [string | null, PagefindOptions][] = [];
  const search: Pagefind['search'] = async (term, options) => {
    asked.push([term, options]);
    const narrowed = options.filters?.['kind'] !== undefined;
    return { results: [], filters: { kind: { idea: 3, log: narrowed ? 0 : 5 }, year: { 2026: narrowed ? 3 : 8 } } };
  };
  return { asked, pagefind: { search, options: async () => undefined, init: async () => undefined, filters: async () => ({}) } };
}

test('several values of one facet mean any of them', async () => {
  const { pagefind, asked } = recorder();
  await ask(pagefind, { ...query, selection: { ...emptySelection, kind: ['idea', 'log'] } });
  expect(asked[0]).toEqual(['rotary', { filters: { kind: { any: ['idea', 'log'] } } }]);
});

test('a facet with a choice counts what its other values would add, the others count the results', async () => {
  const { pagefind } = recorder();
  const { counts } = await ask(pagefind, { ...query, selection: { ...emptySelection, kind: ['idea'] } });
  expect(counts).toEqual({ kind: { idea: 3, log: 5 }, year: { 2026: 3 } });
});

test('without words everything matches, newest first', async () => {
  const { pagefind, asked } = recorder();
  await ask(pagefind, { ...query, text: ' ' });
  expect(asked).toEqual([[null, { filters: {}, sort: { date: 'desc' } }]]);
});

test('words are cut as the index was', async () => {
  const { pagefind, asked } = recorder();
  await ask(pagefind, { ...query, text: '日本語のテキスト' });
  expect(asked[0]?.[0]).toBe('日本語 の テキスト');
});

test('an order that was chosen holds with and without words', () => {
  expect(effectiveOrder({ ...query, order: 'oldest' })).toBe('oldest');
  expect(effectiveOrder({ ...query, text: '', order: 'oldest' })).toBe('oldest');
  expect(effectiveOrder(query)).toBe('relevance');
});
