import { verdicts, type Judgement, type StratumJudgement } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import type { ContentsItem } from '#views/entries/entry-page.ts';
import type { Href } from '#views/href.ts';
import { amountsOf } from './judged/amounts.ts';
import { judgedTable, type JudgedTable } from './judged/judged-table.ts';
import { methodSection, type MethodSection } from './judged/method-section.ts';
import { frontierSection, noiseSection } from './judged/noise-sections.ts';
import { phrase, type Phrase } from './judged/phrase.ts';
import { disagreementText } from './judged/table-facts.ts';
import {
  debtSection,
  keepsSection,
  replicatesSection,
  settlingSection,
  strataSection,
  tiesSection,
  type SectionSource,
} from './judged/table-sections.ts';
import { comparisonSection, confirmationSection } from './judged/test-sections.ts';
import { shownVerdict, type ShownVerdict } from './judged/verdict.ts';
import { directionText } from './results-facts.ts';

/** How the results of one table are judged: every formula with the inputs and rows of this very table. */
export interface MethodPage {
  readonly title: string;
  readonly table: { readonly title: string; readonly href: string };
  readonly judged: JudgedTable;
  readonly sections: readonly MethodSection[];
  readonly contents: readonly ContentsItem[];
  /** All verdicts with what they say. */
  readonly verdicts: readonly ShownVerdict[];
}

/** The tables that have such a page: those whose rows are runs. */
export function tablesWithMethod(graph: KnowledgeGraph): Results[] {
  return [...graph.results.values()].filter(({ table, nature }) => nature.rows === 'runs' && graph.judgements.has(table.id));
}

/** @throws where the rows are no runs: addresses are made by `tablesWithMethod` */
export function methodPage(results: Results, graph: KnowledgeGraph, href: Href): MethodPage {
  const { table } = results;
  const judgement = graph.judgements.get(table.id);
  const judged = judgedTable(results, graph, href);
  if (judgement === undefined || judged === null) throw new Error(`Table "${table.id}" is not judged`);
  const { current } = judgement;
  const sections =
    current === null || judgement.unjudged !== null ? [] : sectionsOf({ results, judgement, stratum: current, graph, href }, judged);
  return {
    title: `How ${table.path} is judged`,
    table: { title: table.path, href: href.table(table.id) },
    judged,
    sections,
    contents: [...sections, { title: 'The words', anchor: 'words' }].map(({ title, anchor }) => ({ text: title, anchor, depth: 1 })),
    verdicts: verdicts.map((verdict) => shownVerdict(verdict, '#words')),
  };
}

function sectionsOf(source: SectionSource, judged: JudgedTable): MethodSection[] {
  const { results, judgement, stratum, graph, href } = source;
  const amounts = amountsOf(results);
  const { best, noise, frontier } = stratum;
  const found = best === null ? undefined : judgement.byRun.get(best);
  const comparison = found?.comparison ?? null;
  const test = found?.confirmation?.test ?? null;
  const different = disagreementText(judgement, graph, href);
  return [
    bestSection(results, judgement, stratum, judged),
    noiseSection(stratum, amounts, graph, href),
    ...(frontier === null || noise === null ? [] : [frontierSection(frontier, noise, amounts)]),
    ...(best === null || comparison === null
      ? []
      : [{ ...comparisonSection(best, comparison, noise, results, amounts, graph, href), title: 'The best against its incumbent' }]),
    ...(test === null
      ? []
      : [{ ...confirmationSection(test, results, amounts, graph, href), title: 'Test of fresh replicates of the best' }]),
    ...replicatesSection(source),
    ...settlingSection(source),
    ...tiesSection(source),
    ...debtSection(source),
    ...(stratum.scored > stratum.baselines.runs.length ? [keepsSection(source)] : []),
    ...strataSection(source),
    ...(different === null ? [] : [methodSection('determinism', 'What is called deterministic and is not', { text: [different] })]),
  ];
}

function bestSection(results: Results, { strata }: Judgement, stratum: StratumJudgement, { best }: JudgedTable): MethodSection {
  const scope = strata.length > 1 ? ' of those that were evaluated as the last one was' : '';
  const input = (name: string, value: Phrase) => ({ name, value });
  return methodSection('best', 'The best and its verdict', {
    text: best === null ? [phrase`No run can be called the best: none that counts has a value.`] : [],
    inputs: [
      input('Direction', [directionText(results.metric)]),
      input('Runs with a value', phrase`${stratum.scored} of ${stratum.runs}${scope}`),
    ],
  });
}
