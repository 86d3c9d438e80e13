import type { Verdict } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Href } from '#views/href.ts';
import { hasRunPage } from '#views/results/run-address.ts';

/** A verdict as pages show it: a shape, the word, and the way to what it rests on. */
export interface ShownVerdict {
  readonly verdict: Verdict;
  /** Path of a 12 by 12 shape, drawn as an outline. */
  readonly shape: string;
  /** What the word says, in a sentence. */
  readonly meaning: string;
  /** The inputs of this very verdict. */
  readonly href: string;
}

/** A tick, a peak, waves, a question mark, "not equal": told apart without colour. */
const shapes: Readonly<Record<Verdict, string>> = {
  confirmed: 'M1.2 6.6L4.6 10L10.8 2.4',
  suggestive: 'M6 1.6L11 10.4H1z',
  'within noise': 'M0.8 4.3q2.6 -3.2 5.2 0t5.2 0M0.8 8.6q2.6 -3.2 5.2 0t5.2 0',
  'noise unknown': 'M3.2 3.9a2.8 2.7 0 1 1 4.4 2.3q-1.6 1 -1.6 2.1M6 10.6v0.5',
  'not comparable': 'M1 4.2h10M1 7.8h10M8.6 1L3.4 11',
};

/** What each word says, for readers who know none of them. */
export const verdictMeanings: Readonly<Record<Verdict, string>> = {
  confirmed:
    'Fresh repetitions, made after it was chosen, were better than those of its incumbent, or than the baselines, by more than chance explains.',
  suggestive:
    'The best of its table is better than the best that luck alone would give after so many runs. Repetitions have not confirmed it.',
  'within noise': 'Two runs of the very same thing can differ by as much.',
  'noise unknown': 'Nobody has measured how much two runs of the very same thing differ, so nothing can be told from luck.',
  'not comparable': 'It was evaluated by other files than the latest runs.',
};

/** @param href the address of what it rests on */
export function shownVerdict(verdict: Verdict, href: string): ShownVerdict {
  return { verdict, shape: shapes[verdict], meaning: verdictMeanings[verdict], href };
}

/** The verdict of one run, leading to how that run was judged; null where nothing is claimed of it. */
export function runVerdict(id: RunId, graph: KnowledgeGraph, href: Href): ShownVerdict | null {
  const found = graph.runsById.get(id);
  const verdict = found && (graph.judgements.get(found.results.table.id)?.byRun.get(id)?.verdict ?? null);
  if (found === undefined || verdict === null || verdict === undefined) return null;
  return shownVerdict(
    verdict,
    hasRunPage(graph, id) ? href.run(id, 'judged') : href.method(found.results.table.id, verdict === 'noise unknown' ? 'noise' : null),
  );
}
