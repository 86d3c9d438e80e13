import type { Results } from '#graph/knowledge-graph.ts';
import { csvRow } from '#schemas/delimited-row.ts';
import { rawColumns } from './whole-table.ts';

/** A table as comma-separated values (RFC 4180: lines end in CRLF), every cell as written. */
export function tableCsv(results: Results): string {
  const columns = rawColumns(results);
  const rows = results.runs.map((_, row) => csvRow(columns.map(({ cells }) => cells[row] ?? '')));
  return `${[csvRow(columns.map(({ name }) => name)), ...rows].join('\r\n')}\r\n`;
}
