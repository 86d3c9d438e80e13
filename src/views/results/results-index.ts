import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { countsText, directionText, rowsText } from './results-facts.ts';

/** One table on the overview of all tables. */
export interface TableSummary {
  readonly title: string;
  readonly href: string;
  /** `126 runs: 23 kept, 102 discarded, 1 crashed`. */
  readonly runs: string;
  /** `val_bpb 0.969686 in run 119 (lower is better, guessed from the name)`. */
  readonly best: string;
}

/** The overview of all results tables, by path. */
export function tableSummaries(graph: KnowledgeGraph, href: Href): TableSummary[] {
  return [...graph.results.values()]
    .toSorted((a, b) => (a.table.path < b.table.path ? -1 : 1))
    .map((results) => ({
      title: results.table.path,
      href: href.table(results.table.id),
      runs: runsText(results),
      best: bestText(results),
    }));
}

function runsText(results: Results): string {
  const parts = countsText(results.counts);
  return `${rowsText(results)}${parts === '' ? '' : `: ${parts}`}`;
}

function bestText({ metric, best, nature, facets }: Results): string {
  if (nature.rows === 'curve') return `A curve along ${nature.step}, not a list of runs.`;
  if (nature.rows === 'measurements') return `One measurement a row, of ${counted(facets.length, 'metric', 'metrics')}.`;
  if (metric.name === null) return 'No column is known to be a metric.';
  if (best === null) return `${metric.name}: ${metric.direction === null ? directionText(metric) : 'no run counts'}.`;
  return `Best ${metric.name} ${best.cells[metric.name]?.trim() ?? ''} in run ${best.ordinal} (${directionText(metric)}).`;
}
