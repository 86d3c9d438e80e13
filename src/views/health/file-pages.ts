import { experimentPlaceOf } from '#schemas/run-log.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { folderOf } from '#graph/links/workspace-paths.ts';
import type { Href } from '#views/href.ts';

/** The page that each file of the workspace became, or is shown on: of a file with several entries the first one's, of a run log its experiment's, of a map its paper's. */
export function filePages(graph: KnowledgeGraph, href: Href): ReadonlyMap<string, string> {
  const { tables, runLogs, queues, argumentMaps } = graph.content;
  const pages = new Map(graph.entries.toReversed().map(({ path, id }) => [path, href.entry(id)]));
  for (const { path, id } of tables) pages.set(path, href.table(id));
  const experiments = new Map<string, string>();
  for (const { kind, path, id } of graph.entries) {
    // A summary lies in its experiment's folder; an experiment without one has the folder as its path.
    if (kind === 'experiment') for (const place of [path, folderOf(path)]) experiments.set(place, experiments.get(place) ?? href.entry(id));
  }
  for (const log of runLogs) {
    const page = experiments.get(experimentPlaceOf(log));
    if (page !== undefined) pages.set(log.path, page);
  }
  for (const { path } of queues) pages.set(path, href.jobs());
  for (const { path, paper } of argumentMaps) {
    const page = pages.get(path) ?? pages.get(paper);
    if (page !== undefined) pages.set(path, page);
  }
  return pages;
}
