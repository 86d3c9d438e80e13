import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { element, xmlDeclaration } from './feeds/xml.ts';
import { feedTime } from './feeds/feed.ts';
import { entryHistory, fileHistory, surely } from './history/entry-history.ts';
import { earlierPages } from './earlier-pages.ts';
import type { Href } from './href.ts';

/** A file of the sitemap, by its name below the site's root. */
export interface SitemapFile {
  readonly name: string;
  readonly text: string;
}

/** Beyond these many addresses a sitemap needs an index (sitemaps.org, "Using Sitemap index files"). */
const addressesPerFile = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * The sitemap of a site: every page but the search and those that only lead on. When an entry changed last is
 * what git says, else its own date.
 *
 * @param pages the addresses of the pages that were built, with the base path
 * @returns no file where the site's origin is not known: a sitemap has whole addresses
 */
export function sitemap(pages: readonly string[], graph: KnowledgeGraph, href: Href, perFile = addressesPerFile): SitemapFile[] {
  const leading = new Set(earlierPages(graph, href).map(({ from }) => from));
  const left = new Set([href.search(), ...leading]);
  const changed = changesByAddress(graph, href);
  const places = pages
    .filter((page) => !left.has(page))
    .sort()
    .flatMap((page) => {
      const address = href.absolute(page);
      const date = changed.get(page);
      return address === null ? [] : [place('url', address, date)];
    });
  if (places.length === 0) return [];
  if (places.length <= perFile) return [{ name: 'sitemap.xml', text: document('urlset', places) }];
  const parts = Array.from({ length: Math.ceil(places.length / perFile) }, (_, index) => ({
    name: `sitemap-${index + 1}.xml`,
    text: document('urlset', places.slice(index * perFile, (index + 1) * perFile)),
  }));
  const index = parts.flatMap(({ name }) => {
    const address = href.absolute(href.asset(name));
    return address === null ? [] : [place('sitemap', address, undefined)];
  });
  return [{ name: 'sitemap.xml', text: document('sitemapindex', index) }, ...parts];
}

/** By address: when what is there changed last. Other pages change whenever any entry does. */
function changesByAddress(graph: KnowledgeGraph, href: Href): ReadonlyMap<string, string> {
  const entries = graph.entries.map((entry) => [href.entry(entry.id), surely(entryHistory(entry, graph)?.updated) ?? entry.date] as const);
  const files = [
    ...Array.from(graph.wholeFiles.values(), ({ entry: { id, path } }) => [href.entry(id), path] as const),
    ...Array.from(graph.results.values(), ({ table: { id, path } }) => [href.table(id), path] as const),
  ].map(([address, path]) => [address, surely(fileHistory(path, graph)?.updated)] as const);
  return new Map([...entries, ...files].flatMap(([address, date]) => (date === null ? [] : [[address, date] as const])));
}

function place(name: 'url' | 'sitemap', address: string, date: string | undefined): string {
  // A day is as good as a time, and says the same in every zone.
  const modified = date === undefined ? '' : element('lastmod', /[T ]/.test(date) ? feedTime(date) : date.slice(0, 10));
  return `  <${name}>${element('loc', address)}${modified}</${name}>`;
}

function document(root: 'urlset' | 'sitemapindex', places: readonly string[]): string {
  return [xmlDeclaration, `<${root} xmlns="${namespace}">`, ...places, `</${root}>`, ''].join('\n');
}
