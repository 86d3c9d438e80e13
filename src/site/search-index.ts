import { buildGraph } from '#graph/build-graph.ts';
import { readBody, readIngest } from '#ingest/ingest-workspace.ts';
import { buildSearchIndex } from '#search/build-index.ts';
import { searchDocuments } from '#views/search-documents.ts';

/**
 * Writes the search index of the workspace whose ingest lies in `cacheDir` to `<outFolder>/pagefind`. Needs no built page, so `dev` uses it as it is
 * and `build` runs it beside Astro.
 *
 * @returns how many documents were indexed
 * @throws where there is no ingest, or where Pagefind or the disk fail
 */
export async function writeSearchIndex(cacheDir: string, outFolder: string): Promise<{ documents: number }> {
  const { content } = await readIngest(cacheDir);
  return buildSearchIndex(searchDocuments(buildGraph(content), (entry) => readBody(cacheDir, entry)), outFolder);
}
