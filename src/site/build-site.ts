import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type AstroIntegration } from 'astro';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { buildSearchIndex } from '#search/build-index.ts';
import { earlierPages } from '#views/earlier-pages.ts';
import { createHref } from '#views/href.ts';
import { sitemap } from '#views/sitemap.ts';
import { searchDocuments } from '#views/search-documents.ts';
import { announceSite, type SitePlaces } from './announced-site.ts';
import { publishBesidePages } from './beside-pages.ts';
import { makeStagingFolder, makeWorkingFolder, outputFailure, writeMarker } from './output-folder.ts';
import { readPublishedBody } from './published-body.ts';
import { moveFolder, replaceFolder } from './replace-folder.ts';
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
  /** Without those that only lead on from earlier addresses. */
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
  const working = await makeWorkingFolder(root);
  const staging = await makeStagingFolder(out);
  const search = join(places.cacheDir, 'search-build');
  try {
    const pages = new BuiltPages();
    const start = performance.now();
    const indexing = buildSearchIndex(
      searchDocuments(graph, (entry) => readPublishedBody(places.cacheDir, graph.content, entry)),
      search,
    );
    const beside = publishBesidePages(graph, places.workspace, working);
    // What goes wrong with the pages is said first; the others have their turn below.
    beside.catch(() => undefined);
    indexing.then(() => performance.measure('priors:index', { start })).catch(() => undefined);
    await within(root, () =>
      build({
        root,
        outDir: working,
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
    await cp(join(search, 'pagefind'), join(working, 'pagefind'), { recursive: true });
    const href = createHref({ base, site, repository: null, folder: '' });
    const addresses = pages.names.filter((name) => name !== '404/').map((name) => href.asset(name));
    // A preview is for those who have its address.
    const files = preview === null ? sitemap(addresses, graph, href) : [];
    for (const { name, text } of files) await writeFile(join(working, name), text);
    if ([...graph.entriesById.values()].some((entry) => entry.hasDiagram)) await publishMermaid(working);
    await writeMarker(working, base);
    await moveFolder(working, staging);
    await replaceFolder(staging, out);
    return {
      pages: pages.names.length - earlierPages(graph, href).length,
      entries: graph.entries.length,
      runs: countRuns(graph),
      withheldFiles,
      refusedFiles,
    };
  } catch (error) {
    throw outputFailure(error, [working, staging, out]);
  } finally {
    await Promise.all([working, staging].map((folder) => rm(folder, { recursive: true, force: true })));
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

class BuiltPages {
  names: readonly string[] = [];

  readonly integration: AstroIntegration = {
    name: 'priors-built-pages',
    hooks: {
      'astro:build:done': ({ pages }) => {
        this.names = pages.map(({ pathname }) => pathname);
      },
    },
  };
}

/** The steps of a curve are rows, but no runs. */
function countRuns(graph: KnowledgeGraph): number {
  return [...graph.results.values()].reduce((sum, { nature, runs }) => sum + (nature.rows === 'curve' ? 0 : runs.length), 0);
}
