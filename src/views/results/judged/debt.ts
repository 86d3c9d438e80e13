import type { Judgement, ReplicationDebt, StratumJudgement } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { shortened } from '#views/shortened.ts';
import { effectText, type Amounts } from './amounts.ts';
import type { PhraseLink } from './phrase.ts';
import { runLink } from './run-links.ts';

/** A run to replicate, and why. */
export interface DebtRow {
  readonly run: PhraseLink;
  readonly description: string;
  /** Against its incumbent: `3.2 σ better`; while noise is unknown in units of the metric. Null where it has none. */
  readonly effect: string | null;
}

/** "Replicate these first": the beginning of the list, and how many more there are. */
export interface DebtList {
  readonly rows: readonly DebtRow[];
  readonly more: number;
}

const longestDescription = 120;

/** The kept runs of configurations with one run: the best, on which the claim of the table rests, then by effect, the largest first; the noise is the same for all, so that differences order them as well. */
export function debtList(
  { debt, best }: StratumJudgement,
  { byRun }: Judgement,
  most: number,
  amounts: Amounts,
  graph: KnowledgeGraph,
  href: Href,
): DebtList {
  const differenceOf = ({ run }: ReplicationDebt): number | null => byRun.get(run)?.comparison?.difference ?? null;
  const rows = debt
    .map((owed) => ({ owed, difference: differenceOf(owed) }))
    .toSorted(
      (a, b) => Number(b.owed.run === best) - Number(a.owed.run === best) || (b.difference ?? -Infinity) - (a.difference ?? -Infinity) || 0,
    )
    .slice(0, most)
    .map(({ owed: { run, effect }, difference }): DebtRow => {
      const size = effect === null ? (difference === null ? null : amounts.difference(difference)) : effectText(effect);
      return {
        run: runLink(run, graph, href),
        description: shortened(graph.runsById.get(run)?.run.description ?? '', longestDescription),
        effect: size === null || difference === null ? null : `${size} ${difference < 0 ? 'worse' : 'better'}`,
      };
    });
  return { rows, more: debt.length - rows.length };
}
