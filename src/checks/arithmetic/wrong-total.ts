import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { progressAccountOf, type ProgressAccount } from '#schemas/progress.ts';

/** Times are estimates: so much of a total may be rounding. */
const leeway = 0.1;

/**
 * Advice for the total time of a progress entry that its parts contradict (statistics.md, "Claim arithmetic"): the summary's parts come to
 * something else, or the items alone to more.
 */
export function* wrongTotal(graph: KnowledgeGraph): Generator<Problem> {
  for (const entry of graph.entries) {
    const account = progressAccountOf(entry);
    const [line, stated] = [account?.totalLine ?? null, account?.totalMinutes ?? null];
    if (account === null || line === null || stated === null) continue;
    const parts = contradictingParts(account, stated);
    if (parts !== null) yield problem('wrong-total', { path: entry.path, line, column: 1 }, { stated, ...parts });
  }
}

interface Parts {
  readonly of: 'parts' | 'items';
  readonly count: number;
  /** In minutes. */
  readonly sum: number;
}

function contradictingParts({ categories, items, itemMinutes }: ProgressAccount, totalMinutes: number): Parts | null {
  const sum = categories.reduce((minutes, category) => minutes + category.minutes, 0);
  const isSummary = categories.length >= 2 && !categories.some(({ name }) => isNoPart(name));
  if (isSummary && Math.abs(sum - totalMinutes) > totalMinutes * leeway) return { of: 'parts', count: categories.length, sum };
  // Not every item need state a time, and what is no item takes some.
  if (items.length >= 2 && itemMinutes !== null && itemMinutes > totalMinutes * (1 + leeway))
    return { of: 'items', count: items.length, sum: itemMinutes };
  return null;
}

/** What stands in a summary of times and was not spent in it. */
function isNoPart(name: string): boolean {
  return /\b(?:saved|savings?|remaining|left|estimated?|planned|budget|average|per|next)\b/i.test(name);
}
