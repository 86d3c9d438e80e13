import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type AstroIntegration } from 'astro';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { buildSearchIndex } from '#search/build-index.ts';
import { searchDocuments } from '#views/search-documents.ts';
import { announceSite, type SitePlaces } from './announced-site.ts';
import { publishBesidePages } from './beside-pages.ts';
import { makeStagingFolder, outputFailure, writeMarker } from './output-folder.ts';
import { readPublishedBody } from './published-body.ts';
import { replaceFolder } from './replace-folder.ts';
import type { SitePreview } from './site-preview.ts';
import { publishMermaid } from './site-files.ts';

export interface BuildOptions {
  /** The folder that holds Priors itself. */
  readonly root: string;
  readonly places: SitePlaces;
  /** All of the workspace, of which the site shows what may be published. The bodies of its entries lie in `places.cacheDir`. */
  readonly graph: KnowledgeGraph;
  /** Absolute path of the folder to build; replaced only once everything is there. */
  readonly out: string;
  readonly base: string;
  /** Origin of the published site, or null. */
  readonly site: string | null;
  /** What the site is a preview of, or null. */
  readonly preview: SitePreview | null;
}

export interface BuiltSite {
  readonly pages: number;
  /** What is published of the workspace. */
  readonly entries: number;
  readonly runs: number;
  /** How many files are not published because `program.md` says so. */
  readonly withheldFiles: number;
  /** Files that entries show and that were not published: gone, outside the workspace, or pictures that could run scripts or hold a credential. */
  readonly refusedFiles: readonly string[];
}

/**
 * Builds the site of a workspace that was ingested: pages, and beside them the search index, the downloads of the tables and the files that pages show.
 *
 * @throws {UnwritableOutput} where the output cannot be written; any other error where a page cannot be rendered. `out` is then as it was
 */
export async function buildSite({ root, places, graph: whole, out, base, site, preview }: BuildOptions): Promise<BuiltSite> {
  const { graph, withheldFiles } = announceSite(places, whole, preview).content;
  const staging = await makeStagingFolder(out);
  const search = join(places.cacheDir, 'search-build');
  try {
    const pages = new PageCounter();
    const start = performance.now();
    const indexing = buildSearchIndex(
      searchDocuments(graph, (entry) => readPublishedBody(places.cacheDir, graph.content, entry)),
      search,
    );
    const beside = publishBesidePages(graph, places.workspace, staging);
    // What goes wrong with the pages is said first; the others have their turn below.
    beside.catch(() => undefined);
    indexing.then(() => performance.measure('priors:index', { start })).catch(() => undefined);
    await within(root, () =>
      build({
        root,
        outDir: staging,
        cacheDir: join(places.cacheDir, 'astro'),
        base,
        ...(site === null ? {} : { site }),
        logLevel: 'error',
        integrations: [pages.integration],
        // The folder is new; what is written into it meanwhile must stay.
        vite: { cacheDir: join(places.cacheDir, 'vite'), build: { emptyOutDir: false } },
      }),
    );
    performance.measure('priors:pages', { start });
    const refusedFiles = await beside;
    await indexing;
    await cp(join(search, 'pagefind'), join(staging, 'pagefind'), { recursive: true });
    if ([...graph.entriesById.values()].some((entry) => entry.hasDiagram)) await publishMermaid(staging);
    await writeMarker(staging, base);
    await replaceFolder(staging, out);
    return { pages: pages.count, entries: graph.entries.length, runs: countRuns(graph), withheldFiles, refusedFiles };
  } catch (error) {
    throw outputFailure(error, [staging, out]);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/**
 * Runs something with another working directory. Astro puts the JavaScript that renders the pages below the working directory, from where it must
 * find its own dependencies: the folder that the command was called in may have none.
 */
async function within(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    await work();
  } finally {
    process.chdir(before);
  }
}

class PageCounter {
  count = 0;

  readonly integration: AstroIntegration = {
    name: 'priors-page-counter',
    hooks: {
      'astro:build:done': ({ pages }) => {
        this.count = pages.length;
      },
    },
  };
}

/** The steps of a curve are rows, but no runs. */
function countRuns(graph: KnowledgeGraph): number {
  return [...graph.results.values()].reduce((sum, { nature, runs }) => sum + (nature.rows === 'curve' ? 0 : runs.length), 0);
}
