import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { studentQuantile } from '#statistics/distributions.ts';
import type { Href } from '#views/href.ts';
import { tableDownloads, type Download } from './downloads/download-links.ts';
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
  /** What the differences are worth. */
  readonly note: string;
  /** How much single runs differ by luck, and from which t on two of them differ by more; null where noise is unknown. */
  readonly noise: { readonly sigma: number; readonly critical: number } | null;
  readonly addresses: TableAddresses;
  readonly marks: TableMarks;
  readonly downloads: readonly Download[];
}

export function comparePage(results: Results, graph: KnowledgeGraph, href: Href): ComparePage {
  const { table, runs, nature, metric } = results;
  const isOfRuns = nature.rows === 'runs';
  const noise = graph.judgements.get(table.id)?.current?.noise ?? null;
  return {
    title: `Compare ${isOfRuns ? 'runs' : 'rows'}`,
    path: table.path,
    total: runs.length,
    rowName: isOfRuns ? 'Run' : 'Row',
    metric: metric.name,
    isJudged: isOfRuns && graph.judgements.has(table.id),
    note: noteOf(isOfRuns, metric.name, noise !== null),
    noise: noise === null ? null : { sigma: noise.sigma, critical: studentQuantile(0.95, noise.degrees) },
    addresses: tableAddresses(results, graph, href),
    marks: tableMarks(),
    downloads: tableDownloads(results, href),
  };
}

function noteOf(isOfRuns: boolean, metric: string | null, isNoiseKnown: boolean): string {
  const single = 'Single values, against those of the reference.';
  if (!isOfRuns || metric === null) return single;
  return isNoiseKnown
    ? `${single} Of ${metric}, what is beyond the noise is a hint; what may be claimed, the verdicts say.`
    : `${single} How much of ${metric} is luck is not known.`;
}
