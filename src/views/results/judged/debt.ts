import type { ReplicationDebt, StratumJudgement } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { shortened } from '#views/shortened.ts';
import { effectText } from './amounts.ts';
import type { PhraseLink } from './phrase.ts';
import { runLink } from './run-links.ts';

/** A run to replicate, and why. */
export interface DebtRow {
  readonly run: PhraseLink;
  readonly description: string;
  /** Against its incumbent, in sigmas with a word: `3.2 σ better`; null while noise is unknown. */
  readonly effect: string | null;
}

/** "Replicate these first": the beginning of the list, and how many more there are. */
export interface DebtList {
  readonly rows: readonly DebtRow[];
  readonly more: number;
}

const longestDescription = 120;

/** The kept runs of configurations with one run, largest effect first. */
export function debtList({ debt }: StratumJudgement, most: number, graph: KnowledgeGraph, href: Href): DebtList {
  return { rows: debt.slice(0, most).map((owed) => debtRow(owed, graph, href)), more: Math.max(0, debt.length - most) };
}

function debtRow({ run, effect }: ReplicationDebt, graph: KnowledgeGraph, href: Href): DebtRow {
  return {
    run: runLink(run, graph, href),
    description: shortened(graph.runsById.get(run)?.run.description ?? '', longestDescription),
    effect: effect === null ? null : `${effectText(effect)} ${effect < 0 ? 'worse' : 'better'}`,
  };
}
