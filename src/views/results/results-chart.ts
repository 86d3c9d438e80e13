import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { bestSoFarFigure } from './charts/best-so-far-figure.ts';
import { figureInput } from './charts/figure-input.ts';
import type { ResultsFigure } from './charts/figure.ts';
import { orderAxis } from './charts/run-axes.ts';

/** The best-so-far chart of a table in the order of its file, for pages that are not about the table. */
export type ResultsChart = ResultsFigure;

/** @returns null where the rows are no runs, or none has a value of the main metric */
export function resultsChart(results: Results, graph: KnowledgeGraph, href: Href): ResultsChart | null {
  if (results.nature.rows !== 'runs') return null;
  return bestSoFarFigure(figureInput(results, graph.judgements.get(results.table.id) ?? null, graph, href), [orderAxis(results)]);
}
