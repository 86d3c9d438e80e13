import type { Judgement, MetricGate, Settling, StratumJudgement } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { amountsOf, effectText, levelText, type Amounts } from './amounts.ts';
import { baselinesText } from './baselines.ts';
import { confirmationText } from './confirmation.ts';
import { joined, phrase, sentences, type Phrase } from './phrase.ts';
import { runLink, runLinks } from './run-links.ts';

/** A name, and what is known under it. */
export interface JudgedFact {
  readonly name: string;
  readonly value: Phrase;
}

const mostDisagreements = 3;

/** What else is known of a stratum, in the order in which it matters. */
export function furtherFacts(
  results: Results,
  judgement: Judgement,
  stratum: StratumJudgement,
  graph: KnowledgeGraph,
  href: Href,
): JudgedFact[] {
  const amounts = amountsOf(results);
  const { frontier, keeps, gate, settling, best, baselines } = stratum;
  const confirmation = best === null ? null : (judgement.byRun.get(best)?.confirmation ?? null);
  const fact = (name: string, value: Phrase | null): JudgedFact[] => (value === null || value.length === 0 ? [] : [{ name, value }]);
  return [
    ...fact('Confirmation', confirmation === null ? null : confirmationText(confirmation, amounts, graph, href)),
    ...fact('What would settle it', settling === null ? null : settlingText(settling)),
    ...fact(
      'Luck alone',
      frontier === null
        ? null
        : phrase`gives ${amounts.value(frontier.value)} or better in 1 of 20 tables of ${counted(frontier.runs, 'run', 'runs')} of which none changes anything`,
    ),
    ...fact('Shares the first rank', tiedText(stratum, judgement, graph, href)),
    ...fact('Improvements', stratum.scored > baselines.runs.length ? keepsText(keeps, baselines.runs.length) : null),
    ...fact('Effect that matters', gate === null ? null : gateText(gate, amounts)),
    ...fact('Baselines', baselinesText(stratum, graph, href)),
  ];
}

/** Says where runs of one configuration and seed differ; null where none do. */
export function disagreementText({ disagreements }: Judgement, graph: KnowledgeGraph, href: Href): Phrase | null {
  if (disagreements.length === 0) return null;
  const pairs = disagreements
    .slice(0, mostDisagreements)
    .map(({ first, other, seed }) => phrase`${runLink(first, graph, href)} and ${runLink(other, graph, href)} (seed ${seed})`);
  const more = disagreements.length - mostDisagreements;
  return phrase`Not deterministic: ${joined(pairs, ', ')}${more > 0 ? ` and ${counted(more, 'more pair', 'more pairs')}` : ''} have the same configuration and seed, and different values.`;
}

/** Which other configurations cannot be told from that of the best; null where there are none. */
export function tiedText({ tied, best }: StratumJudgement, { byRun }: Judgement, graph: KnowledgeGraph, href: Href): Phrase | null {
  const own = best === null ? null : (byRun.get(best)?.configuration?.first ?? best);
  const others = tied.filter((id) => id !== own);
  if (others.length === 0) return null;
  return phrase`${counted(others.length, 'configuration', 'configurations')} cannot be told from the best: ${runLinks(others, graph, href)}`;
}

export function settlingText({ replicates, effect, level, detectable }: Settling): Phrase {
  const size = effect > 0 ? `the best is ahead of its incumbent by ${effectText(effect)}` : 'the best is not ahead of its incumbent';
  return sentences(
    replicates === null
      ? phrase`No number of replicates that anyone would run: ${size}.`
      : phrase`${counted(replicates, 'fresh replicate', 'fresh replicates')} on each side: ${size}, and that many show such an effect in 4 of 5 attempts at the level of the next test (${levelText(level)}).`,
    detectable === null ? null : phrase`With those there are now, only effects of ${effectText(detectable)} and more would show.`,
  );
}

export function keepsText({ seen, byLuck }: StratumJudgement['keeps'], baselines: number): Phrase {
  return phrase`the best changed ${counted(seen, 'time', 'times')} after the ${counted(baselines, 'baseline', 'baselines')}; luck alone changes it ${byLuck.toFixed(1)} times in as many runs`;
}

export function gateText({ effect, state, more }: MetricGate, amounts: Amounts): Phrase {
  const size = amounts.difference(effect);
  switch (state) {
    case 'passes':
      return phrase`${size}: even the upper end of σ’s interval is below it, so the metric can show it`;
    case 'fails':
      return phrase`${size}: even the lower end of σ’s interval is above it, so a single run cannot show it`;
    case 'not settled':
      return more === null
        ? phrase`${size}: it lies within σ’s interval, and no number of baselines that anyone would run would settle it`
        : phrase`${size}: it lies within σ’s interval; ${counted(more, 'more baseline', 'more baselines')} would settle it, if σ stays what it is`;
  }
}
