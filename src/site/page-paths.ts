import type { Entry } from '#schemas/entry.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import type { WholeFile } from '#schemas/whole-file.ts';
import { earlierPages, type EarlierPage } from '#views/earlier-pages.ts';
import { feedSlice, feedsOf, type FeedOf } from '#views/feeds/feed-slices.ts';
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

/** The parameters of every feed, be it Atom or JSON. */
export function feedPaths(): { params: { of: string | undefined }; props: { of: FeedOf } }[] {
  return feedsOf(getKnowledge().graph).map((of) => ({ params: { of: feedSlice(of) }, props: { of } }));
}

/** The parameters of the pages that lead on from earlier addresses. */
export function earlierPaths(): { params: { earlier: string }; props: { page: EarlierPage } }[] {
  const { graph, href } = getKnowledge();
  return earlierPages(graph, href).map((page) => {
    const segments = page.from.slice(href.base.length).split('/').filter(Boolean);
    return { params: { earlier: segments.map(decodeURIComponent).join('/') }, props: { page } };
  });
}
