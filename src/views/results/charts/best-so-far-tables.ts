import { valueOf } from '#graph/results/best-so-far.ts';
import { statuses, type KnowledgeGraph, type Results, type Run } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { amountsOf } from '#views/results/judged/amounts.ts';
import { runAddress } from '#views/results/run-address.ts';
import { statusWords } from '#views/results/run-status.ts';
import { cell, type DataCell, type DataTable } from './figure.ts';

/** A table behind a chart is for looking up; the files have every row. */
const mostRows = 100;

/** What the chart was drawn from: all runs where they are few, else those that were the best so far; and each status summed up. */
export function bestSoFarTables(results: Results, graph: KnowledgeGraph, href: Href): DataTable[] {
  const { runs, metric } = results;
  const isWhole = runs.length <= mostRows;
  const records = runs.filter(({ bestSoFar }) => bestSoFar);
  const shown = isWhole ? runs : records.slice(-mostRows);
  const caption = isWhole
    ? 'All runs'
    : records.length <= mostRows
      ? 'The runs that were the best so far'
      : `The last ${mostRows} of ${records.length.toLocaleString('en-US')} runs that were the best so far`;
  const rowOf = (run: Run): DataCell[] => [
    cell(`Run ${run.ordinal}`, runAddress(graph, href, run.id)),
    cell(metric.name === null ? '' : (run.cells[metric.name] ?? '').trim()),
    cell(run.rawStatus.trim() || statusWords[run.status]),
    ...(isWhole ? [cell(run.bestSoFar ? 'yes' : '')] : []),
  ];
  const list: DataTable = {
    caption,
    columns: [
      { name: 'Run', numeric: false },
      { name: metric.name ?? '', numeric: true },
      { name: 'Status', numeric: false },
      ...(isWhole ? [{ name: 'Best so far', numeric: false }] : []),
    ],
    rows: shown.map(rowOf),
  };
  return [list, ...(isWhole ? [] : [statusTable(results)])];
}

/** Every status over all of its runs, whatever the chart draws of them. */
function statusTable(results: Results): DataTable {
  const amounts = amountsOf(results);
  const byStatus = Map.groupBy(results.runs, ({ status }) => status);
  const rows = statuses.flatMap((status) => {
    const runs = byStatus.get(status);
    if (runs === undefined) return [];
    const values = Float64Array.from(runs.flatMap((run) => valueOf(run, results.metric) ?? [])).sort();
    const at = (share: number): DataCell => {
      const value = values[Math.round(share * (values.length - 1))];
      return cell(value === undefined ? '' : amounts.value(value));
    };
    const counts = [runs.length, values.length].map((count) => cell(count.toLocaleString('en-US')));
    return [[cell(statusWords[status]), ...counts, at(0), at(0.5), at(1)]];
  });
  return {
    caption: `All ${results.runs.length.toLocaleString('en-US')} runs by status`,
    columns: [
      { name: 'Status', numeric: false },
      ...['Runs', 'With a value', 'Lowest', 'Median', 'Highest'].map((name) => ({ name, numeric: true })),
    ],
    rows,
  };
}
