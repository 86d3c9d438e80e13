import type { Judgement, StratumJudgement } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { shortened } from '#views/shortened.ts';
import { countsText, directionText } from '#views/results/results-facts.ts';
import { runAddress } from '#views/results/run-address.ts';
import { amountsOf } from './amounts.ts';
import { bestReason } from './best-reason.ts';
import { debtList, type DebtList } from './debt.ts';
import { noiseMissingText, noiseText } from './noise.ts';
import { phrase, type Phrase } from './phrase.ts';
import { runLink } from './run-links.ts';
import { strataText } from './strata.ts';
import { disagreementText, furtherFacts, type JudgedFact } from './table-facts.ts';
import { shownVerdict, type ShownVerdict } from './verdict.ts';

/** The best of a table, as written there, and what may be said of it. */
export interface JudgedBest {
  readonly label: string;
  readonly direction: string;
  readonly value: string;
  readonly unit: string | null;
  readonly href: string;
  readonly run: Phrase;
  readonly description: string;
  readonly verdict: ShownVerdict | null;
  /** Why that is the verdict. */
  readonly reason: Phrase;
}

/** What is known of a table of runs by its main metric: what matters first. */
export interface JudgedTable {
  readonly best: JudgedBest | null;
  /** Why nothing is judged; null where something is. */
  readonly unjudged: string | null;
  /** `σ 0.0012, between …`, or `unknown: …` with what would tell; null where nothing is judged. */
  readonly noise: Phrase | null;
  /** `23 kept, 102 discarded, 1 crashed`; empty where the table does not tell. */
  readonly counts: string;
  /** What a reader must know before comparing any rows. */
  readonly warnings: readonly Phrase[];
  /** The runs to replicate first. */
  readonly debt: DebtList;
  /** The rest, for those who want to know. */
  readonly facts: readonly JudgedFact[];
  /** The page that says how all of this was found, with its inputs. */
  readonly method: string;
}

const longestDescription = 200;
const mostDebt = 3;

/** @returns null for tables whose rows are no runs */
export function judgedTable(results: Results, graph: KnowledgeGraph, href: Href): JudgedTable | null {
  const { table, nature } = results;
  const judgement = graph.judgements.get(table.id);
  if (nature.rows !== 'runs' || judgement === undefined) return null;
  const { current } = judgement;
  const amounts = amountsOf(results);
  const common = { unjudged: unjudgedText(results, judgement), counts: countsText(results), method: href.method(table.id) };
  if (current === null || common.unjudged !== null)
    return { ...common, best: null, noise: null, warnings: [], debt: { rows: [], more: 0 }, facts: [] };
  return {
    ...common,
    best: bestOf(results, judgement, current, graph, href),
    noise: current.noise === null ? phrase`unknown: ${noiseMissingText(current, graph, href)}` : [noiseText(current.noise, amounts)],
    warnings: [strataText(results, judgement, graph, href), disagreementText(judgement, graph, href)].filter((warning) => warning !== null),
    debt: debtList(current, judgement, mostDebt, amounts, graph, href),
    facts: furtherFacts(results, judgement, current, graph, href),
  };
}

/** Why a table is not judged, in words that say what is missing; null where it is. */
export function unjudgedText({ metric, runs }: Results, { unjudged }: Judgement): string | null {
  const name = metric.name ?? 'the metric';
  switch (unjudged) {
    case null:
      return null;
    case 'no runs':
      return 'There is no run yet.';
    case 'no metric':
      return 'No column is known to be a metric, so nothing is ranked; program.md can name one.';
    case 'no direction':
      return `Nothing says whether a higher or a lower ${name} is better, so nothing is ranked; program.md can say it.`;
    case 'nothing scored':
      return runs.every(({ status }) => status === 'crash') ? 'Every run crashed.' : `No run has a value of ${name} that counts.`;
  }
}

function bestOf(results: Results, judgement: Judgement, stratum: StratumJudgement, graph: KnowledgeGraph, href: Href): JudgedBest | null {
  const { metric, table } = results;
  const run = stratum.best === null ? undefined : graph.runsById.get(stratum.best)?.run;
  if (run === undefined || metric.name === null) return null;
  return {
    label: `Best ${metric.name}`,
    direction: directionText(metric),
    value: (run.cells[metric.name] ?? '').trim(),
    unit: metric.unit,
    href: runAddress(graph, href, run.id),
    run: phrase`${runLink(run.id, graph, href)}`,
    description: shortened(run.description, longestDescription),
    verdict:
      stratum.bestVerdict === null
        ? null
        : shownVerdict(stratum.bestVerdict, href.method(table.id, stratum.noise === null ? 'noise' : 'best')),
    reason: bestReason(stratum, judgement, amountsOf(results)),
  };
}
