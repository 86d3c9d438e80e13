import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';
import { feedOf, type FeedItem } from './feed.ts';
import { feedSlice, type FeedOf } from './feed-slices.ts';
import { element, escapeXml, xmlDeclaration } from './xml.ts';

/** A feed as Atom (RFC 4287). */
export function atomFeed(of: FeedOf, graph: KnowledgeGraph, href: Href): string {
  const feed = feedOf(of, graph, href);
  const self = href.feed('xml', feedSlice(of));
  return [
    xmlDeclaration,
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  ${element('title', feed.title)}`,
    `  ${element('id', feed.id)}`,
    `  ${element('updated', feed.updated)}`,
    `  ${author(feed.site)}`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(feed.home)}"/>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(href.absolute(self) ?? self)}"/>`,
    ...feed.items.map(atomEntry),
    '</feed>',
    '',
  ].join('\n');
}

function atomEntry({ title, id, published, updated, url, kind, tags, summary, authors }: FeedItem): string {
  return [
    '  <entry>',
    `    ${element('title', title)}`,
    `    ${element('id', id)}`,
    `    ${element('published', published)}`,
    `    ${element('updated', updated)}`,
    ...authors.map((name) => `    ${author(name)}`),
    `    <link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    ...[kind, ...tags].map((term) => `    <category term="${escapeXml(term)}"/>`),
    `    ${element('summary', summary)}`,
    '  </entry>',
  ].join('\n');
}

function author(name: string): string {
  return `<author>${element('name', name)}</author>`;
}
