import { anchorOf } from '#markdown/anchors.ts';
import type { Kind } from '#schemas/kinds.ts';
import type { ParsedEntry } from '#ingest/parsed-file.ts';
import { idOf, lineageKeyOf } from '#ingest/text/slug.ts';

/** An entry of which nothing is known but its place and what is given: for what is no Markdown. */
export function bareEntry(
  kind: Kind,
  path: string,
  known: Pick<ParsedEntry, 'title' | 'date' | 'inferred'> & Partial<Omit<ParsedEntry, 'id' | 'beforeHash' | 'kind' | 'path'>>,
): ParsedEntry {
  return {
    ...idOf(kind, path),
    kind,
    path,
    anchor: anchorOf(known.title),
    tags: [],
    line: 1,
    lastLine: 1,
    lineageKey: lineageKeyOf(kind, path),
    aliases: [],
    excerpt: '',
    data: {},
    places: {},
    headings: [],
    links: [],
    mentions: [],
    hasDiagram: false,
    hasMath: false,
    words: 0,
    digest: '',
    part: 0,
    ...known,
  };
}
