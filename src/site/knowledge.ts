import { getCollection } from 'astro:content';
import { runChecks } from '#checks/run-checks.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { readBody, readIngest } from '#ingest/ingest-workspace.ts';
import type { Body } from '#ingest/parsed-file.ts';
import type { Entry } from '#schemas/entry.ts';
import { kinds } from '#schemas/kinds.ts';
import type { ProblemsByPath } from '#views/entry-problems.ts';
import { createHref, type Href } from '#views/href.ts';
import { sitePlaces } from './site-places.ts';

/** Everything that a page may ask for. */
export interface Knowledge {
  readonly graph: KnowledgeGraph;
  /** Every diagnostic of the workspace, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly problemsByPath: ProblemsByPath;
  readonly href: Href;
  /** HTML (links still symbolic: see `rendered-body.ts`) and Markdown of an entry, from the cache. */
  body: (entry: Entry) => Promise<Body>;
}

let knowledge: Promise<Knowledge> | null = null;

/**
 * What all pages share, made once a process. In `dev`, Vite evaluates this module again when the store changes.
 *
 * @throws where the cache holds no ingest of the workspace
 */
export function getKnowledge(): Promise<Knowledge> {
  knowledge ??= makeKnowledge();
  return knowledge;
}

/** Entries come from Astro's store, everything else of the workspace from the ingest in the cache. */
async function makeKnowledge(): Promise<Knowledge> {
  const { cacheDir, folderInRepository } = sitePlaces();
  const [{ content }, ...collections] = await Promise.all([readIngest(cacheDir), ...kinds.map((kind) => getCollection(kind))]);
  // Our loader stores whole entries; Astro derives the type from the authoring schema, which is there for editors.
  const entries = collections.flat().map((item) => item.data as unknown as Entry);
  const graph = buildGraph({ ...content, entries });
  const diagnostics = runChecks(graph);
  // Astro's type leaves out that no site may be set.
  const site = import.meta.env.SITE as string | undefined;
  return {
    graph,
    diagnostics,
    problemsByPath: Map.groupBy(diagnostics, ({ path }) => path),
    href: createHref({
      base: import.meta.env.BASE_URL,
      site: site ?? null,
      repository: content.program.repository ?? null,
      folder: folderInRepository,
    }),
    body: (entry) => readBody(cacheDir, entry),
  };
}
