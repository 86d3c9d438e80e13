import type { StratumJudgement } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { phrase, type Phrase } from './phrase.ts';
import { runLinks } from './run-links.ts';

/** Which runs are baselines, and what says so; null where there are none. */
export function baselinesText({ baselines }: StratumJudgement, graph: KnowledgeGraph, href: Href): Phrase | null {
  if (baselines.runs.length === 0) return null;
  const runs = runLinks(baselines.runs, graph, href);
  switch (baselines.source) {
    case 'status':
      return phrase`${runs}, as their status says`;
    case 'name':
      return phrase`${runs}: their name or description begins with “baseline”`;
    case 'first scored row':
      return phrase`${runs}, guessed: ${baselines.runs.length === 1 ? 'the first row with a value' : 'the first row with a value and what repeats it'}`;
  }
}
