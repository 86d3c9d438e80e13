import type { Entry, EntryId, RunId } from '#schemas/entry.ts';
import type { Backlink, LinkTarget, ResolvedLink } from '#graph/knowledge-graph.ts';
import type { PaperIndex } from './paper-index.ts';

/**
 * The links of all entries seen from their targets: entries, runs, and experiments by their run logs; and mentions of papers
 * that the workspace has. One source and sentence counts once; links of an entry to itself do not count.
 *
 * @param entries in the order in which sources are to be listed
 */
export function collectBacklinks(
  entries: readonly Entry[],
  links: ReadonlyMap<EntryId, readonly ResolvedLink[]>,
  papers: PaperIndex,
): Map<EntryId | RunId, readonly Backlink[]> {
  const backlinks = new Map<EntryId | RunId, Backlink[]>();
  for (const entry of entries) {
    const seen = new Set<string>();
    const mentions = entry.mentions.filter(({ kind }) => kind === 'paper').map((mention) => ({ ...mention, relation: 'body' }));
    for (const link of [...(links.get(entry.id) ?? []), ...mentions]) {
      const target = 'destination' in link ? linkedId(link.destination) : (papers(link.text)?.id ?? null);
      if (target === null || target === entry.id) continue;
      const key = JSON.stringify([target, link.sentence]);
      if (seen.has(key)) continue;
      seen.add(key);
      const backlink = { from: entry.id, relation: link.relation, sentence: link.sentence, line: link.line };
      const known = backlinks.get(target);
      if (known) known.push(backlink);
      else backlinks.set(target, [backlink]);
    }
  }
  return backlinks;
}

function linkedId(target: LinkTarget): EntryId | RunId | null {
  switch (target.to) {
    case 'entry':
    case 'run':
      return target.id;
    case 'run log':
      return target.experiment;
    case 'table':
    case 'folder':
    case 'file':
    case 'outside':
    case 'unpublished':
    case 'nothing':
      return null;
  }
}
