import type { TableManifest } from '#schemas/table-data.ts';
import { createColumnStore, type ColumnStore } from './column-store.ts';
import { readColumnData, readManifest, TableDataError } from './read-table-data.ts';

/** How much of a table has been loaded, in bytes before compression. */
export interface LoadProgress {
  readonly loaded: number;
  readonly total: number;
}

interface LoadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/**
 * Loads the manifest of a table: small, and enough to offer its columns and views.
 *
 * @throws TableDataError
 */
export async function loadManifest(address: string, { signal }: Pick<LoadOptions, 'signal'> = {}): Promise<TableManifest> {
  return readManifest(await fetchJson(address, signal));
}

/**
 * Loads all columns of a table, which lie beside its manifest, at the same time.
 *
 * @throws TableDataError; an abort by the signal rejects with the signal's reason
 */
export async function loadColumns(address: string, manifest: TableManifest, options: LoadOptions = {}): Promise<ColumnStore> {
  const { signal, onProgress } = options;
  const total = manifest.columns.reduce((sum, { bytes }) => sum + bytes, 0);
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  let loaded = 0;
  const data = await Promise.all(
    manifest.columns.map(async (info) => {
      const column = readColumnData(await fetchJson(folder + info.file, signal), info, manifest.rows);
      loaded += info.bytes;
      onProgress?.({ loaded, total });
      return column;
    }),
  );
  return createColumnStore(manifest, data);
}

async function fetchJson(address: string, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    const response = await fetch(address, signal === undefined ? {} : { signal });
    if (response.status === 404) throw new TableDataError('gone', `There is no ${address}; the site may have been built again`);
    if (!response.ok) throw new TableDataError('network', `${address} could not be loaded (${String(response.status)})`);
    return await response.json();
  } catch (reason) {
    if (reason instanceof TableDataError || signal?.aborted) throw reason;
    if (reason instanceof SyntaxError) throw new TableDataError('shape', `${address} is no JSON`, { cause: reason });
    throw new TableDataError('network', `${address} could not be loaded`, { cause: reason });
  }
}
