import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';

/** The table that the research is about: the first with the program's metric, else the one with most runs; null where no table holds runs. */
export function mainResults(graph: KnowledgeGraph): Results | null {
  const all = [...graph.results.values()].filter(({ runs, nature }) => runs.length > 0 && nature.rows === 'runs');
  const declared = graph.content.program.metric?.name;
  const withMetric = declared === undefined ? undefined : all.find((results) => results.metric.name === declared);
  return (
    withMetric ??
    all.reduce<Results | null>(
      (longest, results) => (longest === null || results.runs.length > longest.runs.length ? results : longest),
      null,
    )
  );
}
