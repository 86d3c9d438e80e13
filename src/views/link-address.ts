import type { KnowledgeGraph, LinkTarget } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import type { Href } from './href.ts';
import { isPicture } from './published-files.ts';
import { runAddress } from './results/run-address.ts';

/**
 * The address that a resolved link leads to.
 *
 * @returns null where there is nothing to lead to: a dead link, what must not be published, or a file that is neither published nor in a known repository
 */
export function linkAddress(target: LinkTarget, graph: KnowledgeGraph, href: Href): string | null {
  switch (target.to) {
    case 'entry':
      return href.entry(target.id, target.fragment);
    case 'run':
      return runAddress(graph, href, target.id);
    case 'table':
      return href.table(target.id);
    case 'folder':
      return folderAddress(target.path, graph.entries, href);
    case 'file':
      return isPicture(target.path) ? href.file(target.path) : href.source(target.path);
    case 'run log':
      return href.entry(target.experiment);
    case 'outside':
      return target.url !== null && /^(?:https?|mailto):/i.test(target.url) ? target.url : null;
    case 'unpublished':
    case 'nothing':
      return null;
  }
}

/** The index of the kind that a folder holds. */
function folderAddress(path: string, entries: readonly Entry[], href: Href): string | null {
  const prefix = path === '' || path === '.' ? '' : `${path}/`;
  const first = entries.find((entry) => entry.path.startsWith(prefix));
  return first === undefined ? null : href.kind(first.kind);
}
