import type { Results } from '#graph/knowledge-graph.ts';
import { tableSegment, type Href } from '#views/href.ts';

export interface Download {
  readonly label: string;
  readonly href: string;
}

/** A whole table as files: as it was recorded, and in the formats that other programs read. */
export function tableDownloads({ table }: Results, href: Href): Download[] {
  return [
    { label: 'TSV', href: href.file(table.path) },
    { label: 'CSV', href: href.tableAs(table.id, 'csv') },
    { label: 'JSON', href: href.api(`runs/${tableSegment(table.id)}`) },
    { label: 'Parquet', href: href.tableAs(table.id, 'parquet') },
  ];
}
