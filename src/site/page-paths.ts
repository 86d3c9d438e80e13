import type { Entry } from '#schemas/entry.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import { entryRoute } from '#views/href.ts';
import { kindCounts } from '#views/kind-counts.ts';
import { getKnowledge } from './knowledge.ts';

/** The parameters of every entry's page and of the Markdown beside it. */
export async function entryPaths(): Promise<{ params: { kind: string; slug: string }; props: { entry: Entry } }[]> {
  const { graph } = await getKnowledge();
  return graph.entries.map((entry) => {
    const { folder, slug } = entryRoute(entry.id);
    return { params: { kind: folder, slug }, props: { entry } };
  });
}

/** The parameters of the index of each kind that there is. */
export async function kindPaths(): Promise<{ params: { kind: string }; props: { kind: Kind } }[]> {
  const { graph } = await getKnowledge();
  return [...kindCounts(graph).keys()].map((kind) => ({ params: { kind: kindDescriptions[kind].folder }, props: { kind } }));
}
