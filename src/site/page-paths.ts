import type { Entry } from '#schemas/entry.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import type { WholeFile } from '#schemas/whole-file.ts';
import { entryRoute } from '#views/href.ts';
import { kindCounts } from '#views/kind-counts.ts';
import { getKnowledge } from './knowledge.ts';

interface EntryPath {
  readonly params: { kind: string; slug: string };
  /** `whole` where the page is that of a file which is divided into entries. */
  readonly props: { entry: Entry; whole: WholeFile | null };
}

/** The parameters of the page of every entry and of every whole file, and of the Markdown beside it. */
export function entryPaths(): EntryPath[] {
  const { graph } = getKnowledge();
  const pathOf = (entry: Entry, whole: WholeFile | null): EntryPath => {
    const { folder, slug } = entryRoute(entry.id);
    return { params: { kind: folder, slug }, props: { entry, whole } };
  };
  return [
    ...graph.entries.map((entry) => pathOf(entry, null)),
    ...Array.from(graph.wholeFiles.values(), (whole) => pathOf(whole.entry, whole)),
  ];
}

/** The parameters of the index of each kind that there is; ideas have a page of their own. */
export function kindPaths(): { params: { kind: string }; props: { kind: Kind } }[] {
  const { graph } = getKnowledge();
  return [...kindCounts(graph).keys()]
    .filter((kind) => kind !== 'idea')
    .map((kind) => ({ params: { kind: kindDescriptions[kind].folder }, props: { kind } }));
}
