import { problem } from '#diagnostics/catalogue.ts';
import type { Place, Problem } from '#diagnostics/diagnostic.ts';
import type { Entry, Link } from '#schemas/entry.ts';
import { findAnchor, suggestAnchor } from './anchors.ts';
import { findTarget } from './find-target.ts';
import type { LinkTarget, ResolvedLink } from '#graph/knowledge-graph.ts';
import type { LinkIndex } from './link-index.ts';
import { createTargetSuggester } from './suggest-target.ts';

export interface Resolution {
  readonly link: ResolvedLink;
  /** What is wrong with the link, at its place; null where nothing is. */
  readonly problem: Problem | null;
}

/** Tells where links lead: one resolver for all forms of links and references. */
export type LinkResolver = (entry: Entry, link: Link) => Resolution;

/**
 * A resolver over everything in the workspace. What is not there becomes `dead-link` (in the body) or `unknown-reference` (in frontmatter), with a
 * suggestion; what could be several things `ambiguous-reference`; a heading that is not there `dead-anchor`, and the link leads to the page.
 */
export function createLinkResolver(index: LinkIndex): LinkResolver {
  const suggestTarget = createTargetSuggester(index);

  return (entry, link) => {
    const place = { path: entry.path, line: link.line, column: link.column, endColumn: link.endColumn };
    if (link.target.trim() === '') return withFragment(link, ownPage(index, entry), filePartsOf(index, entry), place);
    const found = findTarget(index, entry, link);
    switch (found.to) {
      case 'several':
        return unresolved(link, null, problem('ambiguous-reference', place, { target: link.target, candidates: found.candidates }));
      case 'missing': {
        const suggestion = suggestTarget(entry, link);
        const missing =
          link.form === 'frontmatter'
            ? problem('unknown-reference', place, { key: link.relation, target: link.target, suggestion })
            : problem('dead-link', place, { target: link.target, suggestion });
        return unresolved(link, suggestion, missing);
      }
      default:
        return withFragment(link, found, entriesBehind(index, found), place);
    }
  };
}

/** Makes a link to a heading lead to the entry that has it. A file of several entries is searched in file order. */
function withFragment(link: Link, destination: LinkTarget, entries: readonly Entry[], place: Place): Resolution {
  const { fragment } = link;
  if (fragment === null || fragment === '' || entries.length === 0) return { link: { ...link, destination }, problem: null };
  for (const entry of entries) {
    const anchor = findAnchor(entry, fragment);
    if (anchor !== null) return { link: { ...link, destination: { to: 'entry', id: entry.id, fragment: anchor || null } }, problem: null };
  }
  const target = link.target || (entries[0]?.path ?? '');
  const deadAnchor = problem('dead-anchor', place, { target, fragment, suggestion: suggestAnchor(entries, fragment) });
  // Code in backticks may hold a # of its own.
  return { link: { ...link, destination }, problem: link.form === 'path' ? null : deadAnchor };
}

function unresolved(link: Link, suggestion: string | null, found: Problem): Resolution {
  return { link: { ...link, destination: { to: 'nothing', suggestion } }, problem: found };
}

function ownPage(index: LinkIndex, entry: Entry): LinkTarget {
  return index.paths.find(entry.path) ?? { to: 'entry', id: entry.id, fragment: null };
}

/** The entry itself, then the others of its file: `#heading` may lead to another dated section. */
function filePartsOf(index: LinkIndex, entry: Entry): readonly Entry[] {
  return [entry, ...index.paths.entriesAt(entry.path).filter((other) => other !== entry)];
}

function entriesBehind(index: LinkIndex, target: LinkTarget): readonly Entry[] {
  switch (target.to) {
    case 'entry': {
      const entry = index.names.find(target.id, ({ id }) => id === target.id)[0];
      if (entry === undefined) return [];
      // A heading of a file of several entries may stand in any of them.
      return index.paths.isWhole(entry) ? index.paths.entriesAt(entry.path) : [entry];
    }
    case 'folder':
    case 'run':
    case 'table':
    case 'file':
    case 'run log':
    case 'outside':
    case 'unpublished':
    case 'nothing':
      return [];
  }
}
