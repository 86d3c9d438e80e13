import { Worker } from 'node:worker_threads';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { publishedFiles } from '#views/published-files.ts';
import { recordedTable, type RecordedTable } from '#views/results/downloads/recorded-table.ts';

/** What the thread is given that writes what stands beside the pages. */
export interface BesideOrder {
  readonly workspace: string;
  /** The files of the workspace that pages show. */
  readonly files: readonly string[];
  readonly tables: readonly RecordedTable[];
  /** The folder of the site. */
  readonly out: string;
}

/**
 * Writes the files that pages show and the downloads of all tables into the site, in a thread of its own: a long table takes seconds, in which pages can
 * be rendered.
 *
 * @returns the paths that could not be published (see `publishableFile`)
 * @throws where a file cannot be written
 */
export async function publishBesidePages(graph: KnowledgeGraph, workspace: string, out: string): Promise<readonly string[]> {
  const { results, judgements } = graph;
  const files = publishedFiles(graph);
  const tables = Array.from(results, ([id, table]) => recordedTable(table, judgements.get(id) ?? null));
  if (files.length === 0 && tables.length === 0) return [];
  const order: BesideOrder = { workspace, files, tables, out };
  const worker = new Worker(workerModule(), { workerData: order });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`The thread that writes files beside the pages ended with ${code}.`));
    });
  });
}

/** In a checkout the source; in the package what `scripts/bundle.mjs` makes of it, beside the bundle that this becomes part of. */
function workerModule(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './beside-pages-worker.ts' : './priors.bundle-beside-pages.js', import.meta.url);
}
