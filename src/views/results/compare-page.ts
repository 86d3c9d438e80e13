import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { tableDownloads, type Download } from './downloads.ts';
import { tableAddresses, type TableAddresses } from './shown-table.ts';
import { tableMarks, type TableMarks } from './table-marks.ts';

/** Runs of one table side by side. Which ones stands in the address, so the page itself knows only its table. */
export interface ComparePage {
  readonly title: string;
  readonly path: string;
  readonly total: number;
  readonly rowName: 'Run' | 'Row';
  /** The main metric. */
  readonly metric: string | null;
  /** Whether the table says how its runs are judged. */
  readonly isJudged: boolean;
  readonly addresses: TableAddresses;
  readonly marks: TableMarks;
  readonly downloads: readonly Download[];
}

export function comparePage(results: Results, graph: KnowledgeGraph, href: Href): ComparePage {
  const { table, runs, nature, metric } = results;
  const isOfRuns = nature.rows === 'runs';
  return {
    title: `Compare ${isOfRuns ? 'runs' : 'rows'}`,
    path: table.path,
    total: runs.length,
    rowName: isOfRuns ? 'Run' : 'Row',
    metric: metric.name,
    isJudged: isOfRuns && graph.judgements.has(table.id),
    addresses: tableAddresses(results, graph, href),
    marks: tableMarks(),
    downloads: tableDownloads(results, href),
  };
}
