import type { SearchDocument } from './search-document.ts';
import { segmentHtml, segmentWords } from './segment-words.ts';

/**
 * Sort values of documents without a date. Pagefind leaves documents without the sort key out of a sorted answer, and
 * undated entries come last in both orders, hence two keys.
 */
const undated = { date: '0000', oldest: '9999' };

/**
 * A document in the form that Pagefind indexes. The title is metadata (found with a high weight), so that excerpts do not repeat
 * it; kind, tags, status and year are filters, which no query matches by accident.
 */
export function pagefindHtml(document: SearchDocument): string {
  const { title, date, kind, path, tags, status, caveats = [] } = document;
  const facets: readonly (readonly [string, string])[] = [
    ['kind', kind],
    ...tags.map((tag) => ['tag', tag] as const),
    ...[...(status === null ? [] : [status]), ...caveats].map((word) => ['status', word] as const),
    ...(date === null ? [] : [['year', date.slice(0, 4)] as const]),
  ];
  return [
    '<!doctype html><html lang="en"><body data-pagefind-body>',
    carrier('meta', 'title', segmentWords(title)),
    carrier('meta', 'path', path),
    date === null ? '' : carrier('meta', 'date', date),
    carrier('sort', 'date', date ?? undated.date),
    carrier('sort', 'oldest', date ?? undated.oldest),
    ...facets.map(([name, value]) => carrier('filter', name, value)),
    ...facts(document).map((fact) => `<p>${escapeHtml(segmentWords(fact))}</p>`),
    segmentHtml(document.html),
    '</body></html>',
  ].join('\n');
}

/** Pagefind drops documents that say nothing, titles or not. */
function facts({ facts: lines, html, title }: SearchDocument): readonly string[] {
  return lines.length === 0 && html.trim() === '' ? [title] : lines;
}

/** An empty element whose attribute holds one value: unlike Pagefind's inline form, it carries commas and colons. */
function carrier(role: 'meta' | 'sort' | 'filter', name: string, value: string): string {
  return `<div data-pagefind-${role}="${name}[data-value]" data-value="${escapeHtml(value)}"></div>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
