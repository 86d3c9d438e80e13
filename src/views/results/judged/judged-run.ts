import type { RunJudgement, StratumJudgement } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph, Results, Run } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { amountsOf, type Amounts } from './amounts.ts';
import { bestReason, confirmedReason } from './best-reason.ts';
import { comparisonText } from './comparison.ts';
import { confirmationText } from './confirmation.ts';
import { methodSection, type MethodSection } from './method-section.ts';
import { unjudgedText } from './judged-table.ts';
import { frontierSection, noiseSection } from './noise-sections.ts';
import { phrase, sentences, type Phrase } from './phrase.ts';
import { runLink } from './run-links.ts';
import { replicateList, type ReplicateList } from './replicates.ts';
import type { JudgedFact } from './table-facts.ts';
import { comparisonSection, confirmationSection } from './test-sections.ts';
import { shownVerdict, verdictMeanings, type ShownVerdict } from './verdict.ts';

/** What may be said of one run, and what it rests on. */
export interface JudgedRun {
  readonly verdict: ShownVerdict | null;
  readonly facts: readonly JudgedFact[];
  readonly replicates: ReplicateList | null;
  /** How this was judged, step by step, with the inputs of this very run. Empty where nothing was. */
  readonly sections: readonly MethodSection[];
  /** The page on the whole table. */
  readonly method: string;
}

/** @returns null for rows that are no runs */
export function judgedRun(run: Run, results: Results, graph: KnowledgeGraph, href: Href): JudgedRun | null {
  const judgement = graph.judgements.get(results.table.id);
  if (judgement === undefined || results.nature.rows !== 'runs') return null;
  const method = href.method(results.table.id);
  const unjudged = unjudgedText(results, judgement);
  const found = judgement.byRun.get(run.id);
  const stratum = judgement.strata.find(({ id }) => id === run.stratum);
  if (found === undefined || stratum === undefined)
    return {
      verdict: null,
      facts: unjudged === null ? [] : [{ name: 'Not judged', value: [unjudged] }],
      replicates: null,
      sections: [],
      method,
    };
  const amounts = amountsOf(results);
  const isBest = stratum.best === run.id;
  // By the first run of each, not by a search in a list that may be as long as the table.
  const isBaseline = found.configuration !== null && found.configuration.first === stratum.baselines.runs[0];
  const { verdict, comparison, confirmation, configuration } = found;
  // Nobody waits for repetitions of what was given up.
  const isPromising = !isBaseline && (isBest || run.status === 'keep' || (confirmation?.have ?? 0) > 0);
  const fact = (name: string, value: JudgedFact['value'] | null): JudgedFact[] =>
    value === null || value.length === 0 ? [] : [{ name, value }];
  return {
    verdict: verdict === null ? null : shownVerdict(verdict, `#judged`),
    facts: [
      ...fact(
        'Why',
        isBest && verdict === stratum.bestVerdict ? bestReason(stratum, judgement, amounts) : reasonOf(found, amounts, graph, href),
      ),
      ...fact('Baseline', isBaseline && !isBest ? phrase`It is what others are compared with.` : null),
      ...fact('Compared', comparison === null ? null : comparisonText(comparison, amounts, graph, href)),
      ...fact('Confirmation', confirmation === null || !isPromising ? null : confirmationText(confirmation, amounts, graph, href)),
      ...fact(
        'Rank',
        isBest || !found.tiedWithBest ? null : rankText(found, stratum.best === null ? undefined : judgement.byRun.get(stratum.best)),
      ),
    ],
    replicates: replicateList(run.id, configuration, results, amounts, isBaseline, graph, href),
    sections: sectionsOf(run, found, stratum, isBest, results, amounts, graph, href),
    method,
  };
}

function rankText({ configuration }: RunJudgement, ofBest: RunJudgement | undefined): Phrase {
  return configuration !== null && configuration.first === ofBest?.configuration?.first
    ? phrase`Its configuration is that of the best.`
    : phrase`Its configuration cannot be told from that of the best.`;
}

/** Why a run that is not the best has its verdict; nothing where the comparison beside it says it with numbers. */
function reasonOf({ verdict, comparison, confirmation }: RunJudgement, amounts: Amounts, graph: KnowledgeGraph, href: Href): Phrase | null {
  if (verdict === null || verdict === 'within noise') return null;
  if (verdict !== 'confirmed') return [verdictMeanings[verdict]];
  const test = confirmation?.test ?? null;
  // Better than the baselines is not better than what was the best before.
  const isOfAnother = test?.against === 'baselines' && comparison !== null && comparison.against !== 'baselines';
  return sentences(
    confirmedReason(test, amounts),
    isOfAnother ? phrase`Against ${runLink(comparison.incumbent, graph, href)}, which it was to replace, that confirms nothing.` : null,
  );
}

function sectionsOf(
  run: Run,
  { comparison, confirmation }: RunJudgement,
  stratum: StratumJudgement,
  isBest: boolean,
  results: Results,
  amounts: Amounts,
  graph: KnowledgeGraph,
  href: Href,
): MethodSection[] {
  const { noise, frontier } = stratum;
  const test = confirmation?.test ?? null;
  if (comparison === null && test === null && !isBest)
    return [
      methodSection('comparison', 'Not compared', {
        text: [phrase`There is nothing to compare it with: no run before it was kept, or it has no value that counts.`],
      }),
      noiseSection(stratum, amounts, graph, href),
    ];
  return [
    ...(isBest && frontier !== null && noise !== null ? [frontierSection(frontier, noise, amounts)] : []),
    ...(comparison === null ? [] : [comparisonSection(run.id, comparison, noise, results, amounts, graph, href)]),
    ...(test === null ? [] : [confirmationSection(test, results, amounts, graph, href)]),
    noiseSection(stratum, amounts, graph, href),
  ];
}
