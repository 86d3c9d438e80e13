import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Body } from '#ingest/parsed-file.ts';
import type { ArgumentMap } from '#schemas/argument-map.ts';
import type { Entry } from '#schemas/entry.ts';
import type { KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { changesJson } from '#views/changes/changes-json.ts';
import type { ProblemsByPath } from '#views/entries/entry-problems.ts';
import { createHref, type Href } from '#views/href.ts';
import type { Withheld } from '#views/health/health-page.ts';
import { announcedAddress, announcedSite, type AnnouncedSite } from './announced-site.ts';
import { readPublishedBody, readPublishedMap } from './published-body.ts';

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
  /** What changed since the base of the preview that this site is; null where it is none. */
  readonly changes: KnowledgeChangesJson | null;
  /** The source of an argument map. */
  mapSource: (map: ArgumentMap) => Promise<string>;
}

let knowledge: { readonly of: AnnouncedSite; readonly made: Knowledge } | null = null;

/** What all pages share, made once for each state of the workspace that a command announces. */
export function getKnowledge(): Knowledge {
  const site = announcedSite();
  if (knowledge?.of !== site) knowledge = { of: site, made: knowledgeOf(site) };
  return knowledge.made;
}

function knowledgeOf({ places, preview, content: { graph, diagnostics, withheldFiles, withheldProblems } }: AnnouncedSite): Knowledge {
  const { cacheDir, folderInRepository } = places;
  const href = createHref({
    ...announcedAddress(),
    repository: graph.content.program.repository ?? null,
    folder: folderInRepository,
    branch: graph.content.history?.mainBranch ?? null,
  });
  // Of no base: what programs and the comment read is the same wherever the site stands.
  const withinSite = createHref({ base: '/', site: null, repository: null, folder: '' });
  return {
    graph,
    diagnostics,
    withheld: { files: withheldFiles, problems: withheldProblems },
    problemsByPath: Map.groupBy(diagnostics, ({ path }) => path),
    href,
    changes: preview === null ? null : changesJson(preview.changes, preview.compared, graph, withinSite),
    body: (entry) => readPublishedBody(cacheDir, graph.content, entry),
    mapSource: (map) => readPublishedMap(cacheDir, map),
  };
}
