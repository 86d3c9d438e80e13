import { runChecks } from '#checks/run-checks.ts';
import { frontmatterCodes } from '#diagnostics/codes/frontmatter.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { withPrivacy, type Privacy } from '#graph/publication/privacy.ts';
import { publicationOf, type Publication } from '#graph/publication/publication.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';

/** What a site is made from. */
export interface SiteContent extends Publication {
  /** The diagnostics that may be published, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many others `check` has. */
  readonly withheldProblems: number;
}

/**
 * Decides what of a workspace its site shows. The checks run over all of it, and once more over what is published: only what both find is shown, in
 * the words of the latter, which cannot tell of anything private.
 *
 * @param privacy what is private, where that is more than `program.md` says
 */
export function siteContent(whole: KnowledgeGraph, privacy: Privacy | null = null): SiteContent {
  const content = privacy === null ? whole.content : withPrivacy(whole.content, privacy);
  const publication = publicationOf(content === whole.content ? whole : buildGraph(content));
  const all = runChecks(whole);
  if (publication.graph === whole) return { ...publication, diagnostics: all, withheldProblems: 0 };
  const found = new Set(all.map(identity));
  const diagnostics = runChecks(publication.graph).filter(
    // Of a paper's text nothing is published, and messages quote it.
    (one) => found.has(identity(one)) && (!publication.withoutText.has(one.path) || Object.hasOwn(frontmatterCodes, one.code)),
  );
  return { ...publication, diagnostics, withheldProblems: all.length - diagnostics.length };
}

/** Without its message, whose suggestions differ. */
function identity({ code, path, line, column }: Diagnostic): string {
  return JSON.stringify([code, path, line, column]);
}
