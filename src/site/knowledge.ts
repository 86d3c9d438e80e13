import { getCollection } from 'astro:content';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { buildGraph } from '#graph/build-graph.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { readIngest } from '#ingest/ingest-workspace.ts';
import type { Body } from '#ingest/parsed-file.ts';
import type { ArgumentMap } from '#schemas/argument-map.ts';
import type { Entry } from '#schemas/entry.ts';
import { kinds } from '#schemas/kinds.ts';
import type { ProblemsByPath } from '#views/entries/entry-problems.ts';
import { createHref, type Href } from '#views/href.ts';
import type { Withheld } from '#views/health/health-page.ts';
import { siteContent } from './publication.ts';
import { readPublishedBody, readPublishedMap } from './published-body.ts';
import { sitePlaces } from './site-places.ts';

/** Everything that a page may ask for. */
export interface Knowledge {
  /** What of the workspace may be published. */
  readonly graph: KnowledgeGraph;
  /** The diagnostics that may be published, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** How much there is that may not. */
  readonly withheld: Withheld;
  readonly problemsByPath: ProblemsByPath;
  readonly href: Href;
  /** HTML (links still symbolic: see `rendered-body.ts`) and Markdown of an entry, from the cache, as far as they may be published. */
  body: (entry: Entry) => Promise<Body>;
  /** The source of an argument map. */
  mapSource: (map: ArgumentMap) => Promise<string>;
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

/** Entries come from Astro's store, everything else of the workspace from the ingest in the cache; only what may be published goes to pages. */
async function makeKnowledge(): Promise<Knowledge> {
  const { cacheDir, folderInRepository } = sitePlaces();
  const [{ content }, ...collections] = await Promise.all([readIngest(cacheDir), ...kinds.map((kind) => getCollection(kind))]);
  // Our loader stores whole entries; Astro derives the type from the authoring schema, which is there for editors.
  const stored = new Map(collections.flat().map((item) => [item.id, item.data as unknown as Entry]));
  // What is not published is not in the store; links must know of it all the same.
  const entries = content.entries.map((entry) => stored.get(entry.id) ?? entry);
  const { graph, diagnostics, withheldFiles, withheldProblems } = siteContent(buildGraph({ ...content, entries }));
  // Astro's type leaves out that no site may be set.
  const site = import.meta.env.SITE as string | undefined;
  return {
    graph,
    diagnostics,
    withheld: { files: withheldFiles, problems: withheldProblems },
    problemsByPath: Map.groupBy(diagnostics, ({ path }) => path),
    href: createHref({
      base: import.meta.env.BASE_URL,
      site: site ?? null,
      repository: content.program.repository ?? null,
      folder: folderInRepository,
    }),
    body: (entry) => readPublishedBody(cacheDir, content, entry),
    mapSource: (map) => readPublishedMap(cacheDir, map),
  };
}
