import { csvRow } from '#schemas/delimited-row.ts';
import { textColumns, type RecordedTable } from './recorded-table.ts';

/** A table as comma-separated values (RFC 4180: lines end in CRLF), every cell as written. */
export function tableCsv(table: RecordedTable): string {
  const columns = textColumns(table);
  const rows = table.lines.map((_, row) => csvRow(columns.map(({ cells }) => cells[row] ?? '')));
  return `${[csvRow(columns.map(({ name }) => name)), ...rows].join('\r\n')}\r\n`;
}
