import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { tableSegment } from '#views/href.ts';
import { recordedTable, type RecordedTable } from '#views/results/downloads/recorded-table.ts';
import { downloadFormats, tableDownload } from '#views/results/downloads/table-download.ts';

/** Where the built site keeps the downloads of its tables. */
export const downloadsPrefix = 'api/runs/';

/** Writes tables in all formats below `<out>/api/runs/`. */
export async function writeDownloads(tables: readonly RecordedTable[], out: string): Promise<void> {
  await mkdir(join(out, downloadsPrefix), { recursive: true });
  for (const table of tables) {
    for (const format of downloadFormats)
      await writeFile(join(out, downloadsPrefix, `${tableSegment(table.id)}.${format}`), tableDownload(format, table));
  }
}

/**
 * The download at a path below `api/runs/`, for `dev`.
 *
 * @returns null where there is none
 */
export function downloadAt(path: string, { results, judgements }: KnowledgeGraph): string | Uint8Array | null {
  for (const [id, table] of results) {
    const format = downloadFormats.find((each) => path === `${tableSegment(id)}.${each}`);
    if (format !== undefined) return tableDownload(format, recordedTable(table, judgements.get(id) ?? null));
  }
  return null;
}
