import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Href } from './href.ts';
import { linkAddress } from './link-address.ts';

/** `api/entries.json`: what there is, and what leads where (contract "Published data"). */
export interface EntriesJson {
  readonly schema: 1;
  readonly entries: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly date: string | null;
    readonly url: string;
    readonly tags: readonly string[];
    readonly path: string;
    /** What the entry leads to: entries and runs by id, anything else by address. */
    readonly links: readonly string[];
    /** Ids of the entries that link here. */
    readonly backlinks: readonly string[];
  }[];
}

export function entriesJson(graph: KnowledgeGraph, href: Href): EntriesJson {
  // Pages of whole files are no entries: an address stands for them, as for anything else.
  const files = new Set(Array.from(graph.wholeFiles.values(), ({ entry }) => entry.id));
  return {
    schema: 1,
    entries: graph.entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      title: entry.title,
      date: entry.date,
      url: href.entry(entry.id),
      tags: entry.tags,
      path: entry.path,
      links: unique(
        (graph.links.get(entry.id) ?? []).map(({ destination }) =>
          (destination.to === 'entry' && !files.has(destination.id)) || destination.to === 'run'
            ? destination.id
            : linkAddress(destination, graph, href),
        ),
      ),
      backlinks: unique((graph.backlinks.get(entry.id) ?? []).flatMap(({ from }) => (files.has(from) ? [] : from))),
    })),
  };
}

function unique(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null))];
}
