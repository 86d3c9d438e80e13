import type { RecordedTable } from './recorded-table.ts';
import { tableCsv } from './table-csv.ts';
import { tableJson } from './table-json.ts';
import { tableParquet } from './table-parquet.ts';

/** The forms that a table is published in beside its own, each the ending of a file below `api/runs/`. */
export const downloadFormats = ['json', 'csv', 'parquet'] as const;
export type DownloadFormat = (typeof downloadFormats)[number];

/** A whole table in one of these forms. */
export function tableDownload(format: DownloadFormat, table: RecordedTable): string | Uint8Array {
  switch (format) {
    case 'json':
      return tableJson(table);
    case 'csv':
      return tableCsv(table);
    case 'parquet':
      return tableParquet(table);
  }
}
