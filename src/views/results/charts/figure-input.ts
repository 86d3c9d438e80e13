import type { ChartRun } from '#charts/best-so-far-data.ts';
import type { Judgement } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { chartRuns } from './chart-runs.ts';

/** What the figures of a table are made from. */
export interface FigureInput {
  readonly results: Results;
  /** Null where nothing was judged. */
  readonly judgement: Judgement | null;
  /** By row. */
  readonly runs: readonly ChartRun[];
  readonly graph: KnowledgeGraph;
  readonly href: Href;
}

export function figureInput(results: Results, judgement: Judgement | null, graph: KnowledgeGraph, href: Href): FigureInput {
  return { results, judgement, runs: chartRuns(results, judgement), graph, href };
}
