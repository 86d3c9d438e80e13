import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';

/**
 * The table that the research is about: the first with the program's metric in which a run is best, else the first with that metric; where the program
 * names none, the longest of those in which a run is best, else the longest. Null where no table holds runs.
 */
export function mainResults(graph: KnowledgeGraph): Results | null {
  const all = [...graph.results.values()].filter(({ runs, nature }) => runs.length > 0 && nature.rows === 'runs');
  const declared = graph.content.program.metric?.name;
  const withMetric = all.filter(({ metric }) => declared !== undefined && metric.name === declared);
  const [first] = withMetric;
  return withMetric.find(hasBest) ?? first ?? longest(all.filter(hasBest)) ?? longest(all);
}

function hasBest({ best }: Results): boolean {
  return best !== null;
}

function longest(tables: readonly Results[]): Results | null {
  return tables.reduce<Results | null>((most, results) => (most === null || results.runs.length > most.runs.length ? results : most), null);
}
