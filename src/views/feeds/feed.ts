import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import type { DateText } from '#schemas/fields.ts';
import { entryRow } from '#views/entries/entry-row.ts';
import { entryHistory, surely } from '#views/history/entry-history.ts';
import type { Href } from '#views/href.ts';
import { siteName } from '#views/site-frame.ts';
import { feedTitle, type FeedOf } from './feed-slices.ts';

/** An entry in a feed. Times are those of RFC 3339. */
export interface FeedItem {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly published: string;
  /** When git last saw it changed, if that was later. */
  readonly updated: string;
  readonly summary: string;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
}

/** A feed before it is written as Atom or JSON. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  /** Whose feed it is, where nobody is named. */
  readonly site: string;
  /** The page that shows the same. */
  readonly home: string;
  /** The latest change of what is in it; of an empty one, the day that the site is of. */
  readonly updated: string;
  /** The newest first. */
  readonly items: readonly FeedItem[];
}

const newest = 50;

/**
 * The newest entries. Addresses are absolute where the site's origin is known, else they begin with the base path: no clock enters the output. What
 * states no date came when git first had it; what git does not know either is left out, and of everything plain pages without a date, which are no news.
 */
export function feedOf(of: FeedOf, graph: KnowledgeGraph, href: Href): Feed {
  const address = (target: string): string => href.absolute(target) ?? target;
  const items = entriesOf(of, graph)
    .flatMap((entry) => {
      const date = entry.date ?? ('all' in of && entry.kind === 'page' ? null : surely(entryHistory(entry, graph)?.created));
      return date === null ? [] : [{ entry, published: feedTime(date) }];
    })
    // The entries come newest first, so that of the same time they stay as they are.
    .sort((a, b) => Date.parse(b.published) - Date.parse(a.published))
    .slice(0, newest)
    .map(({ entry, published }) => feedItem(entry, published, graph, href));
  const home = address(homeOf(of, href));
  return {
    id: identifier(home, 'all' in of ? 'home' : 'kind' in of ? of.kind : `tag/${of.tag}`),
    title: feedTitle(of, graph),
    site: siteName(graph),
    home,
    updated: items.reduce<string | null>((last, { updated }) => later(last, updated), null) ?? feedTime(graph.content.asOf),
    items,
  };
}

function entriesOf(of: FeedOf, graph: KnowledgeGraph): readonly Entry[] {
  if ('kind' in of) return graph.entries.filter(({ kind }) => kind === of.kind);
  return 'tag' in of ? (graph.tags.get(of.tag) ?? []) : graph.entries;
}

function homeOf(of: FeedOf, href: Href): string {
  if ('kind' in of) return href.kind(of.kind);
  return 'tag' in of ? href.tag(of.tag) : href.home();
}

function feedItem(entry: Entry, published: string, graph: KnowledgeGraph, href: Href): FeedItem {
  const { title, excerpt, href: page } = entryRow(entry, graph, href);
  const history = entryHistory(entry, graph);
  const changed = surely(history?.updated);
  const url = href.absolute(page) ?? page;
  return {
    id: identifier(url, entry.id),
    title,
    url,
    published,
    updated: changed === null ? published : later(published, feedTime(changed)),
    summary: excerpt,
    kind: entry.kind,
    tags: entry.tags,
    authors: history?.authors ?? [],
  };
}

/** An identifier with a scheme, as Atom wants it: the address where it has one, else a URN. */
function identifier(address: string, id: string): string {
  return address.startsWith('http') ? address : `urn:priors:${encodeURI(id)}`;
}

/** Times may be of different zones. */
function later(a: string | null, b: string): string {
  return a === null || Date.parse(b) > Date.parse(a) ? b : a;
}

/** A time of RFC 3339. Local text without a zone is given as UTC, so that the day stays. */
export function feedTime(date: DateText): string {
  const [, day = date.slice(0, 10), time = '00:00', seconds = ':00', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(date) ?? [];
  return `${day}T${time}${seconds}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
}
