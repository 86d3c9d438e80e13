import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { judgedTable, type JudgedTable } from './judged/judged-table.ts';
import { mainResults } from './main-results.ts';
import { countsText, rowsText } from './results-facts.ts';

/** One table on the overview of all tables. */
export interface TableSummary {
  readonly title: string;
  readonly href: string;
  /** `126 runs: 23 kept, 102 discarded, 1 crashed`. */
  readonly runs: string;
  /** Whether the research is about this one among others, as program.md says. */
  readonly isMain: boolean;
  /** Null where the rows are no runs. */
  readonly judged: JudgedTable | null;
  /** What the rows are where they are no runs; null where they are. */
  readonly nature: string | null;
}

/** The overview of all results tables: the one that the research is about, then the others by path. */
export function tableSummaries(graph: KnowledgeGraph, href: Href): TableSummary[] {
  const main = mainResults(graph);
  return [...graph.results.values()]
    .toSorted((a, b) => Number(b === main) - Number(a === main) || (a.table.path < b.table.path ? -1 : 1))
    .map((results) => ({
      title: results.table.path,
      href: href.table(results.table.id),
      runs: runsText(results),
      isMain: results === main && results.metric.name === graph.content.program.metric?.name && graph.results.size > 1,
      judged: judgedTable(results, graph, href),
      nature: natureText(results),
    }));
}

function runsText(results: Results): string {
  const parts = countsText(results);
  return `${rowsText(results)}${parts === '' ? '' : `: ${parts}`}`;
}

function natureText({ nature, facets }: Results): string | null {
  switch (nature.rows) {
    case 'runs':
      return null;
    case 'curve':
      return `A curve along ${nature.step}, not a list of runs: none of its rows is called best.`;
    case 'measurements':
      return `One measurement a row, of ${counted(facets.length, 'metric', 'metrics')}: values of different metrics are not compared.`;
  }
}
