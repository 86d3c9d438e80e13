import type { Configuration, Judgement, StratumJudgement } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { amountsOf, levelText, probabilityText } from './amounts.ts';
import { debtList } from './debt.ts';
import { inputTable, methodSection, mostInputRows, type MethodSection } from './method-section.ts';
import { noiseMissingText, noiseText } from './noise.ts';
import { phrase, type Phrase } from './phrase.ts';
import { runLink, runLinks } from './run-links.ts';
import { gateText, keepsText, settlingText, tiedText } from './table-facts.ts';

/** What a section is made from. */
export interface SectionSource {
  readonly results: Results;
  readonly judgement: Judgement;
  readonly stratum: StratumJudgement;
  readonly graph: KnowledgeGraph;
  readonly href: Href;
}

const number = (name: string) => ({ name, numeric: true });
const words = (name: string) => ({ name, numeric: false });

/** Every configuration that was repeated, with its mean, and the test of its fresh replicates where there was one. */
export function replicatesSection({ results, judgement, stratum, graph, href }: SectionSource): MethodSection[] {
  const amounts = amountsOf(results);
  const table = inputTable(
    'Configurations that were run more than once',
    [words('Runs'), number('n'), number('Mean'), words('95 % interval'), words('Test of the fresh ones')],
    stratum.replicated,
    (configuration: Configuration) => [
      runLinks(configuration.runs, graph, href),
      phrase`${configuration.n}`,
      [amounts.value(configuration.mean)],
      [intervalText(configuration, amounts.value)],
      testOf(judgement, configuration),
    ],
  );
  if (table === null) return [];
  return [
    methodSection('replicates', 'Repeated configurations', {
      text: [
        phrase`Rows are repetitions of one configuration when everything but metrics, status, seed, id, commit, parent and time agrees, the words “seed 2” or “run 3” in a description apart; or when their group cell does.`,
      ],
      table,
    }),
  ];
}

function intervalText({ interval }: Configuration, value: (number: number) => string): string {
  return interval === null
    ? 'none from one value'
    : `${value(Math.min(interval.low, interval.high))} to ${value(Math.max(interval.low, interval.high))}`;
}

function testOf({ byRun }: Judgement, { first }: Configuration): Phrase {
  const confirmation = byRun.get(first)?.confirmation ?? null;
  if (confirmation === null) return [];
  const { test, have, need } = confirmation;
  if (test === null) return [`${have} of ${need}`];
  return [`${test.passed ? 'passed' : 'not passed'}: ${probabilityText(test.p)}, level ${levelText(test.level)} (test ${test.position})`];
}

/** What it would take to know, and whether the metric can show what matters. */
export function settlingSection({ results, stratum }: SectionSource): MethodSection[] {
  const { settling, gate } = stratum;
  if (settling === null && gate === null) return [];
  return [
    methodSection('settling', settling === null ? 'What the metric can show' : 'What would settle it', {
      text: [
        ...(settling === null ? [] : [settlingText(settling)]),
        ...(gate === null ? [] : [phrase`The effect that matters by program.md is ${gateText(gate, amountsOf(results))}.`]),
      ],
    }),
  ];
}

/** What cannot be told from the best. */
export function tiesSection({ stratum, judgement, graph, href }: SectionSource): MethodSection[] {
  const text = tiedText(stratum, judgement, graph, href);
  if (text === null) return [];
  return [
    methodSection('ties', 'What shares the first rank', {
      text: [phrase`${text}. Their means lie behind that of the best by less than noise allows at the one-sided 5 % point of Student’s t.`],
    }),
  ];
}

/** Kept runs that nobody repeated. */
export function debtSection({ results, judgement, stratum, graph, href }: SectionSource): MethodSection[] {
  const { rows, more } = debtList(stratum, judgement, mostInputRows, amountsOf(results), graph, href);
  if (rows.length === 0) return [];
  return [
    methodSection('debt', 'Replicate these first', {
      text: [
        phrase`${counted(rows.length + more, 'run was', 'runs were')} kept and never repeated. Each was chosen for its value, so part of that value is luck; those that seem to be worth most come first.`,
      ],
      table: {
        caption: 'Kept runs of configurations that were run once',
        columns: [words('Run'), number('Against its incumbent'), words('Description')],
        rows: rows.map(({ run, effect, description }) => [[run], [effect ?? 'not compared'], [description]]),
        more,
      },
    }),
  ];
}

/** How often the best changed, and how often luck alone changes it. */
export function keepsSection({ stratum: { keeps, baselines } }: SectionSource): MethodSection {
  return methodSection('keeps', 'Improvements that luck alone gives', {
    text: [
      phrase`In this table ${keepsText(keeps, baselines.runs.length)}. Of N runs after b baselines, all alike, the next is the best so far with probability 1 in as many as there are by then.`,
    ],
    formulas: ['luck'],
  });
}

/** The groups of runs that were evaluated in one way; only where there are several. */
export function strataSection({ results, judgement, graph, href }: SectionSource): MethodSection[] {
  const { strata, current } = judgement;
  if (strata.length < 2) return [];
  const amounts = amountsOf(results);
  const firstRuns = new Map(results.runs.toReversed().map(({ stratum, id }) => [stratum, id]));
  const table = inputTable(
    'How the runs were evaluated',
    [words('From'), number('Runs'), number('With a value'), words('Best'), words('Noise')],
    strata,
    (stratum) => {
      const first = firstRuns.get(stratum.id);
      return [
        phrase`${first === undefined ? '' : runLink(first, graph, href)}${stratum.id === 'unknown' ? ' (evaluation unknown)' : ''}${stratum === current ? ' (current)' : ''}`,
        phrase`${stratum.runs}`,
        phrase`${stratum.scored}`,
        stratum.best === null ? ['none'] : [runLink(stratum.best, graph, href)],
        stratum.noise === null ? phrase`unknown: ${noiseMissingText(stratum, graph, href)}` : [noiseText(stratum.noise, amounts)],
      ];
    },
  );
  return [
    methodSection('strata', 'Evaluations', {
      text: [
        phrase`Runs are compared only with runs that were evaluated by the same files: those that program.md calls frozen, as they were at the commit of the row.`,
      ],
      table,
    }),
  ];
}
