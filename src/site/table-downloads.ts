import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { tableSegment } from '#views/href.ts';
import { recordedTable, type RecordedTable } from '#views/results/downloads/recorded-table.ts';
import { downloadFormats, tableDownload } from '#views/results/downloads/table-download.ts';

/** Where the built site keeps the downloads of its tables. */
export const downloadsPrefix = 'api/runs/';

/** What the thread is given that writes the downloads. */
export interface DownloadsOrder {
  readonly tables: readonly RecordedTable[];
  /** The folder of the site. */
  readonly out: string;
}

/**
 * Writes every results table in all formats below `<out>/api/runs/`, in a thread of its own: a long table takes seconds, in which pages can be rendered.
 *
 * @throws where a file cannot be written
 */
export async function publishDownloads({ results, judgements }: KnowledgeGraph, out: string): Promise<void> {
  if (results.size === 0) return;
  const tables = Array.from(results, ([id, table]) => recordedTable(table, judgements.get(id) ?? null));
  const order: DownloadsOrder = { tables, out };
  const worker = new Worker(workerModule(), { workerData: order });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The thread that writes the downloads of the tables ended with ${code}.`));
    });
  });
}

/** In a checkout the source; in the package what `scripts/bundle.mjs` makes of it, beside the bundle that this becomes part of. */
function workerModule(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './table-downloads-worker.ts' : './priors.bundle-downloads.js', import.meta.url);
}

/** The thread's part of `publishDownloads`. */
export async function writeDownloads({ tables, out }: DownloadsOrder): Promise<void> {
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
