import { incomparable, knowledgeChanges, type KnowledgeChanges } from '#changes/knowledge/knowledge-changes.ts';
import type { KnowledgeState } from '#changes/knowledge/state.ts';
import { isAllCommitted, readRenames } from '#changes/read-changes.ts';
import { readHead } from '#changes/read-head.ts';
import { classOf } from '#diagnostics/catalogue.ts';
import { comparePlaces, type Diagnostic } from '#diagnostics/diagnostic.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { privacyOf, strictest } from '#graph/publication/privacy.ts';
import { publishedContent } from '#graph/publication/publication.ts';
import { isPrivacyUnknown } from '#graph/publication/withheld-paths.ts';
import { readPublishedBody } from '#site/published-body.ts';
import { siteContent, type SiteContent } from '#site/publication.ts';
import type { Compared } from '#views/changes/changes-json.ts';
import { baseOf, checkChanges } from './check-changes.ts';
import { earlierGraph } from './load-earlier.ts';
import type { LoadedWorkspace } from './workspace.ts';

/** What changed in a workspace since a base, of what may be published. */
export interface LoadedChanges {
  readonly compared: Compared;
  readonly changes: KnowledgeChanges;
  /** What is published now: nothing that is private at the base, or now. */
  readonly content: SiteContent;
  /** What the file policy says of the change, published or not. */
  readonly policy: readonly Diagnostic[];
  /** What of that may be published. */
  readonly shownPolicy: readonly Diagnostic[];
}

/**
 * Compares a workspace with the commit at which it parted from a branch: reads its files as they were then, and makes of them what is made of those
 * that are there now, by the same road.
 *
 * What is private in either state is private in both: a change uncovers nothing before somebody has looked at it, and what it hides is told no more.
 *
 * @param ref a branch, tag or commit
 * @param head the commit to name as the one that is shown; null for HEAD
 * @throws {UsageError} where git cannot make the comparison
 */
export async function loadChanges(workspace: LoadedWorkspace, ref: string, head: string | null): Promise<LoadedChanges> {
  const { root, cacheDir, graph: whole } = workspace;
  const comparison = { with: 'base', ref } as const;
  const base = await baseOf(root, comparison);
  const [renames, policy, known, isCommitted, before] = await Promise.all([
    readRenames(root, base),
    checkChanges(workspace, comparison),
    readHead(root),
    isAllCommitted(root),
    earlierGraph(workspace, base),
  ]);
  const compared: Compared = { ref, base, head: head ?? known?.commit ?? null, isCommitted: head !== null || isCommitted };
  const privacy = strictest(privacyOf(before.content.program), privacyOf(whole.content.program));
  const [old, now] = [siteContent(before, privacy), siteContent(whole, privacy)];
  const shownPolicy = policy.filter(({ path, names = [] }) => ![path, ...names].some(now.isWithheld));
  const loaded = { compared, content: now, policy, shownPolicy };
  const unknown = isPrivacyUnknown(whole.content) ? 'now' : isPrivacyUnknown(before.content) ? 'base' : null;
  if (unknown !== null)
    return { ...loaded, changes: incomparable(unknown, workspace.diagnostics.filter(({ code }) => classOf(code) === 'machine')) }; // prettier-ignore
  const changes = knowledgeChanges(
    await stateOf(cacheDir, old, now, old.diagnostics),
    await stateOf(cacheDir, now, old, [...now.diagnostics, ...shownPolicy].sort(comparePlaces)),
    renames,
    now.withheldFiles - publishedContent(whole.content).withheldFiles,
  );
  return { ...loaded, changes };
}

/** Reads the texts of entries whose file is not the same in the other state. */
async function stateOf(
  cacheDir: string,
  { graph }: SiteContent,
  other: SiteContent,
  diagnostics: readonly Diagnostic[],
): Promise<KnowledgeState> {
  const same = new Set(other.graph.entries.map(({ digest }) => digest));
  const texts = new Map<KnowledgeGraph['entries'][number]['id'], string>();
  for (const entry of graph.entries) {
    if (entry.digest === '' || same.has(entry.digest)) continue;
    const { markdown } = await readPublishedBody(cacheDir, graph.content, entry);
    texts.set(entry.id, markdown.replaceAll('\r\n', '\n'));
  }
  return { graph, diagnostics, texts };
}
