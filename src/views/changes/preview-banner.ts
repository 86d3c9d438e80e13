import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';

/** What every page of a preview says of itself. */
export interface PreviewBanner {
  /** `Preview of pull request #12`. */
  readonly of: { readonly text: string; readonly href: string | null };
  /** The commit that it shows, and the one that it is compared with. */
  readonly head: ShownCommit | null;
  readonly base: ShownCommit;
  /** The branch, tag or commit that was named. */
  readonly ref: string;
  /** The page of all changes. */
  readonly changes: string;
}

export interface ShownCommit {
  readonly text: string;
  readonly href: string | null;
}

/** Null for a site that is no preview. */
export function previewBanner({ since }: KnowledgeGraph, href: Href): PreviewBanner | null {
  if (since === null) return null;
  const { pullRequest, head, base, ref } = since;
  const commit = (hash: string): ShownCommit => ({ text: hash.slice(0, 7), href: href.commit(hash) });
  return {
    of:
      pullRequest === null
        ? { text: 'Preview of a change', href: null }
        : { text: `Preview of pull request #${pullRequest}`, href: href.pullRequest(pullRequest) },
    head: head === null ? null : commit(head),
    base: commit(base),
    ref,
    changes: href.changes(),
  };
}
