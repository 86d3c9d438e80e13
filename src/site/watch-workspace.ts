import { relative, sep } from 'node:path';
import { buildGraph } from '#graph/build-graph.ts';
import { ingestWorkspace, readBody, readIngest } from '#ingest/ingest-workspace.ts';
import { buildSearchIndex } from '#search/build-index.ts';
import { searchDocuments } from '#views/search-documents.ts';
import type { SitePlaces } from './site-places.ts';

/** The part of Vite's watcher that is used. */
interface Watcher {
  add: (path: string) => unknown;
  on: (event: 'all', listener: (event: string, path: string) => void) => unknown;
}

export interface WatchOptions {
  readonly places: SitePlaces;
  readonly watcher: Watcher;
  /** Called when the cache holds the new state. */
  readonly onChange: () => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** Editors write a file in several steps; so long after the last one, in milliseconds, the workspace is read. */
const settle = 60;

/**
 * Reads the workspace again whenever a file in it changes, comes or goes; only changed files are parsed. The search index follows behind.
 * Builds the index once at the start.
 */
export function watchWorkspace({ places, watcher, onChange, onFailure }: WatchOptions): void {
  let timer: NodeJS.Timeout | undefined;
  let work: Promise<unknown> = indexWorkspace(places).catch(onFailure);
  const update = async (): Promise<void> => {
    const { content } = await readIngest(places.cacheDir);
    await ingestWorkspace({ root: places.workspace, cacheDir: places.cacheDir, asOf: content.asOf });
    await onChange();
    await indexWorkspace(places);
  };
  watcher.add(places.workspace);
  watcher.on('all', (_event, path) => {
    if (!isInside(places.workspace, path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      // One after the other, and never two at once.
      work = work.then(update).catch(onFailure);
    }, settle);
  });
}

/** The search index of the ingest in the cache, beside it. */
async function indexWorkspace({ cacheDir }: SitePlaces): Promise<void> {
  const { content } = await readIngest(cacheDir);
  await buildSearchIndex(
    searchDocuments(buildGraph(content), (entry) => readBody(cacheDir, entry)),
    cacheDir,
  );
}

function isInside(folder: string, path: string): boolean {
  const inner = relative(folder, path);
  return inner !== '' && inner !== '..' && !inner.startsWith(`..${sep}`) && !/(?:^|[\\/])(?:\.git|node_modules)(?:[\\/]|$)/.test(inner);
}
