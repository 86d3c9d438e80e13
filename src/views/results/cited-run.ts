import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { RunId } from '#schemas/entry.ts';

/**
 * A run that an entry cites, with what it showed: `run 8: val_bpb 0.9942, confirmed`; where the workspace has several tables,
 * `run 8 of results.tsv: …`. Who cites it by its commit or its name reads that name.
 *
 * @param written how the entry names it
 */
export function citedRun(id: RunId, written: string, graph: KnowledgeGraph): string {
  const found = graph.runsById.get(id);
  if (found === undefined) return written;
  const { run, results } = found;
  const table = graph.results.size > 1 ? ` of ${results.table.path}` : '';
  const name = written.startsWith('run/') ? `run ${run.ordinal}${table}` : written;
  const { metric } = results;
  const value = metric.name === null ? '' : (run.cells[metric.name] ?? '').trim();
  const verdict = graph.judgements.get(results.table.id)?.byRun.get(id)?.verdict ?? null;
  const shown = [
    ...(value === '' ? [] : [`${metric.name ?? ''} ${value}${metric.unit === null ? '' : ` ${metric.unit}`}`]),
    ...(verdict === null ? [] : [verdict]),
  ];
  return shown.length === 0 ? name : `${name}: ${shown.join(', ')}`;
}
