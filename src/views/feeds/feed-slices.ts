import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import { tagSegment, type Href } from '#views/href.ts';
import { kindCounts } from '#views/kind-counts.ts';
import { isStated, sectionName, siteName } from '#views/site-frame.ts';

/** What a feed is of: everything, one kind, or one tag. */
export type FeedOf = { readonly all: true } | { readonly kind: Kind } | { readonly tag: string };

/** The addresses of a feed, and what it is called. */
export interface FeedLinks {
  readonly title: string;
  readonly atom: string;
  readonly json: string;
}

/** Every feed of a site: none where nothing has a date, since a feed must say when it changed last (RFC 4287, 4.1.1) and nothing would be in it. */
export function feedsOf(graph: KnowledgeGraph): FeedOf[] {
  if (!isStated(graph.content.asOf)) return [];
  return [
    { all: true },
    ...Array.from(kindCounts(graph).keys(), (kind) => ({ kind })),
    ...Array.from(graph.tags.keys(), (tag) => ({ tag })),
  ];
}

/** The part of its address that is the feed's own: `ideas`, `tags/training`; undefined for that of everything. */
export function feedSlice(of: FeedOf): string | undefined {
  if ('kind' in of) return kindDescriptions[of.kind].folder;
  return 'tag' in of ? `tags/${tagSegment(of.tag)}` : undefined;
}

/** Null where there is none: `feedsOf`. */
export function feedLinks(of: FeedOf, graph: KnowledgeGraph, href: Href): FeedLinks | null {
  if (!isStated(graph.content.asOf)) return null;
  const slice = feedSlice(of);
  return { title: feedTitle(of, graph), atom: href.feed('xml', slice), json: href.feed('json', slice) };
}

/** `Lab`, `Lab: Ideas`, `Lab: training`. */
export function feedTitle(of: FeedOf, graph: KnowledgeGraph): string {
  const name = siteName(graph);
  if ('kind' in of) return `${name}: ${sectionName(of.kind)}`;
  return 'tag' in of ? `${name}: ${of.tag}` : name;
}
