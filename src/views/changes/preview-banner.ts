import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import type { Piece } from './section.ts';

/** What every page of a preview says of itself. */
export interface PreviewBanner {
  /** `Preview of pull request #12`. */
  readonly of: Piece;
  /** The commit that it shows, and the one that it is compared with. */
  readonly compared: readonly Piece[];
  /** The page of all changes. */
  readonly changes: string;
}

/** Null for a site that is no preview. */
export function previewBanner({ since }: KnowledgeGraph, href: Href): PreviewBanner | null {
  if (since === null) return null;
  const { pullRequest, head, base, ref } = since;
  const commit = (hash: string): Piece => ({ text: hash.slice(0, 7), href: href.commit(hash) });
  return {
    of:
      pullRequest === null
        ? 'Preview of a change'
        : { text: `Preview of pull request #${pullRequest}`, href: href.pullRequest(pullRequest) },
    compared: [
      ...(head === null ? [] : ['commit ', commit(head), ', ']),
      'compared with ',
      commit(base),
      ...(base.startsWith(ref) ? [] : [` of ${ref}`]),
    ],
    changes: href.changes(),
  };
}
