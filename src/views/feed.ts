import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { entryRow } from './entries/entry-row.ts';
import type { Href } from './href.ts';
import { siteName } from './site-frame.ts';

const newest = 50;

/**
 * The newest entries as an Atom feed (RFC 4287). Addresses are absolute where the site's origin is known, else relative to the server's root.
 * Times are the entries' own, undated entries are left out: no clock enters the output.
 */
export function atomFeed(graph: KnowledgeGraph, href: Href): string {
  const entries = graph.entries.filter((entry) => entry.date !== null).slice(0, newest);
  const address = (target: string): string => href.absolute(target) ?? target;
  const updated = atomTime(entries[0]?.date ?? graph.content.asOf);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <title>${escapeXml(siteName(graph))}</title>`,
    `  <id>${escapeXml(identifier(address(href.home()), 'home'))}</id>`,
    `  <updated>${updated}</updated>`,
    `  <author><name>${escapeXml(siteName(graph))}</name></author>`,
    `  <link rel="alternate" href="${escapeXml(address(href.home()))}"/>`,
    `  <link rel="self" href="${escapeXml(address(href.feed()))}"/>`,
    ...entries.map((entry) => feedEntry(entry, graph, href, address)),
    '</feed>',
    '',
  ].join('\n');
}

function feedEntry(entry: Entry, graph: KnowledgeGraph, href: Href, address: (target: string) => string): string {
  const row = entryRow(entry, graph, href);
  return [
    '  <entry>',
    `    <title>${escapeXml(row.title)}</title>`,
    `    <id>${escapeXml(identifier(address(row.href), entry.id))}</id>`,
    `    <updated>${atomTime(entry.date ?? '1970-01-01')}</updated>`,
    `    <link rel="alternate" href="${escapeXml(address(row.href))}"/>`,
    `    <category term="${escapeXml(entry.kind)}"/>`,
    `    <summary>${escapeXml(row.excerpt)}</summary>`,
    '  </entry>',
  ].join('\n');
}

/** Atom wants an IRI with a scheme: the address where it has one, else a URN. */
function identifier(address: string, id: string): string {
  return address.startsWith('http') ? address : `urn:priors:${encodeURI(id)}`;
}

/** A time of RFC 3339. Local text without a zone is given as UTC, so that the day stays. */
function atomTime(date: string): string {
  const [, day = date.slice(0, 10), time = '00:00', seconds = ':00', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(date) ?? [];
  return `${day}T${time}${seconds}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
}

/** Text in XML 1.0: its five signs escaped, control characters that it cannot hold left out. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
