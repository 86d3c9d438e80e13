import type { KnowledgeGraph, LinkTarget } from '#graph/knowledge-graph.ts';
import { relativePath } from '#graph/links/workspace-paths.ts';
import type { Entry, Link } from '#schemas/entry.ts';
import { kindDescriptions } from '#schemas/kinds.ts';

/** A link that led somewhere in the source. */
export interface ImportedLink {
  /** The file of the workspace that it stands in. */
  readonly path: string;
  readonly target: string;
  /** What `moved` must say, so that the link leads where it led: a path relative to the file, an id, or `outside`. */
  readonly moved: string;
  readonly reason: 'moved' | 'left behind';
}

/**
 * The links of imported files that do not lead in the workspace to what they led to in the source. Links that led nowhere stay as they are.
 *
 * @param placeOf the path in the workspace of a file or experiment's folder of the source; null where it was not imported
 */
export function movedLinks(source: KnowledgeGraph, target: KnowledgeGraph, placeOf: (from: string) => string | null): ImportedLink[] {
  const now = destinationsByFile(target);
  const tables = new Map([...target.results.values()].map(({ table }) => [table.path, table.id]));
  const found = new Map<string, ImportedLink>();
  for (const entry of everyEntry(source)) {
    const path = placeOf(entry.path);
    const destinations = path === null ? undefined : now.get(path);
    if (path === null || destinations === undefined) continue;
    for (const link of source.links.get(entry.id) ?? []) {
      const key = `${path}\0${link.target.trim()}`;
      const leads = destinations.get(linkKey(link));
      if (link.target.trim() === '' || link.target === '__proto__' || leads === undefined || found.has(key)) continue;
      const wanted = wantedPlace(source, tables, link.destination, placeOf);
      if (wanted === null || isSame(target, leads, wanted)) continue;
      // Text in backticks that is no link never was one.
      if (wanted === 'outside' && link.form === 'path') continue;
      const moved = wanted === 'outside' || wanted.startsWith('run/') ? wanted : relativePath(path, wanted);
      const reason = link.destination.to === 'outside' || wanted !== 'outside' ? 'moved' : 'left behind';
      found.set(key, { path, target: link.target.trim(), moved, reason });
    }
  }
  return [...found.values()];
}

/** With what stands in journals between their entries. */
function everyEntry({ entries, wholeFiles }: KnowledgeGraph): Entry[] {
  return [...entries, ...[...wholeFiles.values()].map(({ entry }) => entry)];
}

function destinationsByFile(graph: KnowledgeGraph): Map<string, Map<string, LinkTarget>> {
  const files = new Map<string, Map<string, LinkTarget>>();
  for (const entry of everyEntry(graph)) {
    const links = files.get(entry.path) ?? new Map<string, LinkTarget>();
    files.set(entry.path, links);
    for (const link of graph.links.get(entry.id) ?? []) links.set(linkKey(link), link.destination);
  }
  return files;
}

function linkKey({ form, relation, target }: Link): string {
  return `${form}\0${relation}\0${target}`;
}

/**
 * What a destination of the source is in the workspace: a path, a run's id, or `outside`; null where there is nothing to preserve.
 *
 * @param tables the ids of the workspace's tables by their paths
 */
function wantedPlace(
  source: KnowledgeGraph,
  tables: ReadonlyMap<string, string>,
  destination: LinkTarget,
  placeOf: (from: string) => string | null,
): string | null {
  switch (destination.to) {
    case 'unpublished':
    case 'nothing':
      return null;
    case 'outside':
      return destination.url === null ? 'outside' : null;
    case 'run': {
      const from = source.results.get(destination.table)?.table.path;
      const path = from === undefined ? null : placeOf(from);
      const table = tables.get(path ?? '');
      return table === undefined ? 'outside' : `run/${table}/${destination.ordinal}`;
    }
    case 'folder':
      return placeOf(destination.path) ?? kindDescriptions[destination.kind].folder;
    case 'entry':
    case 'table':
    case 'file':
    case 'run log': {
      const path = pathOf(source, destination);
      return path === null ? null : (placeOf(path) ?? 'outside');
    }
  }
}

/** Whether a destination of the workspace is what was wanted. A folder is as good as any other of its kind: both lead to the index. */
function isSame(graph: KnowledgeGraph, destination: LinkTarget, wanted: string): boolean {
  if (wanted === 'outside') return destination.to === 'outside';
  if (destination.to === 'run') return destination.id === wanted;
  return pathOf(graph, destination) === wanted;
}

function pathOf(graph: KnowledgeGraph, destination: LinkTarget): string | null {
  switch (destination.to) {
    case 'entry':
      return graph.entriesById.get(destination.id)?.path ?? null;
    case 'table':
      return graph.results.get(destination.id)?.table.path ?? null;
    case 'folder':
    case 'file':
    case 'run log':
      return destination.path;
    case 'run':
    case 'outside':
    case 'unpublished':
    case 'nothing':
      return null;
  }
}
