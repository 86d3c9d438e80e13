import type { Comparison } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { effectText, statisticText, tText, type Amounts } from './amounts.ts';
import { phrase, sentences, type Phrase } from './phrase.ts';
import { runLink } from './run-links.ts';

/** A run against its incumbent, in words and numbers. Never more than a hint: it is one run. */
export function comparisonText(comparison: Comparison, amounts: Amounts, graph: KnowledgeGraph, href: Href): Phrase {
  return sentences(
    phrase`${differenceText(comparison, amounts)} ${otherSide(comparison, graph, href)}.`,
    standingText(comparison),
    comparison.against === 'one run'
      ? phrase`${runLink(comparison.incumbent, graph, href, 'Run')} was run once: replicate it first.`
      : null,
  );
}

/** `0.0041 bits per byte better (3.4 σ) than`. */
function differenceText({ difference, effect }: Comparison, amounts: Amounts): string {
  if (difference === 0) return 'The same as';
  const sigmas = effect === null ? '' : ` (${effectText(effect)})`;
  return `${amounts.difference(difference)} ${difference < 0 ? 'worse' : 'better'}${sigmas} than`;
}

/** `run 12, its parent`, `the mean of 3 fresh replicates of run 12, the best before it`. */
function otherSide({ incumbent, by, against, n }: Comparison, graph: KnowledgeGraph, href: Href): Phrase {
  const run = runLink(incumbent, graph, href);
  const role = by === 'parent' ? 'its parent' : 'the best before it';
  switch (against) {
    case 'one run':
      return phrase`${run}, ${role}`;
    case 'replicates':
      return phrase`the mean of ${counted(n, 'fresh replicate', 'fresh replicates')} of ${run}, ${role}`;
    case 'baselines':
      return phrase`the mean of the ${counted(n, 'baseline', 'baselines')}, of which ${run} is ${role}`;
  }
}

function standingText({ standing, t, critical }: Comparison): Phrase | null {
  const limit = critical === null ? '' : `${t !== null && t < 0 ? 'falls below −' : 'exceeds '}${statisticText(critical)}`;
  const numbers = t === null || critical === null ? '' : ` (${tText(t)}; noise alone ${limit} in 1 of 20 runs)`;
  switch (standing) {
    case 'ahead':
      return phrase`That is more than noise alone makes likely${numbers}, and from one run still no more than a hint.`;
    case 'within noise':
      return phrase`Two runs of the very same thing can differ by as much${numbers}.`;
    case 'behind':
      return phrase`That is worse than noise alone makes likely${numbers}.`;
    case 'noise unknown':
      return null;
  }
}
