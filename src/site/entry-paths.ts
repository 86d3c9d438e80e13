import type { Entry } from '#schemas/entry.ts';
import { entryRoute } from '#views/href.ts';
import { getKnowledge } from './knowledge.ts';

/** The parameters of every entry's page and of the Markdown beside it. */
export async function entryPaths(): Promise<{ params: { kind: string; slug: string }; props: { entry: Entry } }[]> {
  const { graph } = await getKnowledge();
  return graph.entries.map((entry) => {
    const { folder, slug } = entryRoute(entry.id);
    return { params: { kind: folder, slug }, props: { entry } };
  });
}
