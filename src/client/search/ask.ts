import { segmentWords } from '#search/segment-words.ts';
import type { Counts, Pagefind, PagefindOptions, PagefindResult } from './pagefind.ts';
import { facetNames, type FacetName, type Order, type SearchQuery, type Selection } from './query.ts';

export interface Answer {
  readonly results: readonly PagefindResult[];
  /** For each facet, how many results each value has or, where it is not chosen, would add. */
  readonly counts: Counts;
}

/**
 * Asks the index. Without text, everything matches, newest first.
 *
 * Pagefind counts a facet's values within the results; for a facet with a chosen value that would show 0 for every other one, so its
 * counts come from the same question without that facet.
 */
export async function ask(pagefind: Pagefind, query: SearchQuery): Promise<Answer> {
  const text = segmentWords(query.text).trim();
  const search = (selection: Selection) => pagefind.search(text === '' ? null : text, pagefindOptions(selection, effectiveOrder(query)));
  const chosen = facetNames.filter((name) => query.selection[name].length > 0);
  const [answer, ...wider] = await Promise.all([
    search(query.selection),
    ...chosen.map((name) => search({ ...query.selection, [name]: [] })),
  ]);
  const widerCounts = chosen.map((name, index) => [name, wider[index]?.filters[name] ?? {}] as const);
  return { results: answer.results, counts: { ...answer.filters, ...Object.fromEntries(widerCounts) } };
}

/** Relevance means nothing where nothing was typed. */
export function effectiveOrder({ text, order }: SearchQuery): Order {
  return text.trim() === '' && order === 'relevance' ? 'date' : order;
}

function pagefindOptions(selection: Selection, order: Order): PagefindOptions {
  const filters = facetNames
    .filter((name) => selection[name].length > 0)
    .map((name: FacetName) => [name, { any: selection[name] }] as const);
  return { filters: Object.fromEntries(filters), ...sortOption(order) };
}

/** Two keys, since undated entries come last either way (`search/pagefind-html.ts`). */
function sortOption(order: Order): PagefindOptions {
  switch (order) {
    case 'relevance':
      return {};
    case 'date':
      return { sort: { date: 'desc' } };
    case 'oldest':
      return { sort: { oldest: 'asc' } };
  }
}
