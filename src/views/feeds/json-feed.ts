import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { feedOf } from './feed.ts';
import { feedSlice, type FeedOf } from './feed-slices.ts';

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export interface JsonFeed {
  readonly version: 'https://jsonfeed.org/version/1.1';
  readonly title: string;
  /** Only where the site's origin is known, since it must be a whole address. */
  readonly home_page_url?: string;
  readonly feed_url?: string;
  readonly authors: readonly { readonly name: string }[];
  readonly items: readonly {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly content_text: string;
    readonly date_published: string;
    readonly date_modified: string;
    readonly authors?: readonly { readonly name: string }[];
    readonly tags: readonly string[];
  }[];
}

export function jsonFeed(of: FeedOf, graph: KnowledgeGraph, href: Href): JsonFeed {
  const { title, site, home, items } = feedOf(of, graph, href);
  const self = href.absolute(href.feed('json', feedSlice(of)));
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...(self === null ? {} : { home_page_url: home, feed_url: self }),
    authors: [{ name: site }],
    items: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      // An item without any content is none.
      content_text: item.summary === '' ? item.title : item.summary,
      date_published: item.published,
      date_modified: item.updated,
      ...(item.authors.length === 0 ? {} : { authors: item.authors.map((name) => ({ name })) }),
      tags: [item.kind, ...item.tags],
    })),
  };
}
