import type { Judgement } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { bestSoFarFigure } from './best-so-far-figure.ts';
import { figureInput } from './figure-input.ts';
import type { ResultsFigure } from './figure.ts';
import { replicatesFigure } from './replicates-figure.ts';
import { runAxes } from './run-axes.ts';
import { scatterFigure } from './scatter-figure.ts';

/** The charts of a table's page. */
export interface ResultsFigures {
  /** How the best went; null where no run has a value of the main metric. */
  readonly best: ResultsFigure | null;
  /** What is repeated, and what is weighed against what, half as wide. */
  readonly others: readonly ResultsFigure[];
}

/** The figures of a table, as far as its columns and runs allow any. A table that is no list of runs has none. */
export function resultsFigures(results: Results, judgement: Judgement | null, graph: KnowledgeGraph, href: Href): ResultsFigures {
  if (results.nature.rows !== 'runs') return { best: null, others: [] };
  const input = figureInput(results, judgement, graph, href);
  return {
    best: bestSoFarFigure(input, runAxes(results)),
    others: [replicatesFigure(input), scatterFigure(input)].filter((figure) => figure !== null),
  };
}
