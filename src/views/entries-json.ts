import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { earlierByEntry } from './earlier-pages.ts';
import { entryHistory, surely } from './history/entry-history.ts';
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
    /** When git first had its file, and when it changed last; null where that is not known, and of a section, which is only a part of its file. */
    readonly created: string | null;
    readonly updated: string | null;
    /** Those whom git knows to have changed it. */
    readonly authors: readonly string[];
    readonly aliases: readonly string[];
    /** Addresses that it had before, which lead on to it. */
    readonly earlier: readonly string[];
    /** What the entry leads to: entries and runs by id, anything else by address. */
    readonly links: readonly string[];
    /** Ids of the entries that link here. */
    readonly backlinks: readonly string[];
  }[];
}

export function entriesJson(graph: KnowledgeGraph, href: Href): EntriesJson {
  // Pages of whole files are no entries: an address stands for them, as for anything else.
  const files = new Set(Array.from(graph.wholeFiles.values(), ({ entry }) => entry.id));
  const earlier = earlierByEntry(graph, href);
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
      ...gitFacts(entry, graph),
      aliases: entry.aliases,
      earlier: earlier.get(entry.id) ?? [],
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

function gitFacts(entry: Entry, graph: KnowledgeGraph): Pick<EntriesJson['entries'][number], 'created' | 'updated' | 'authors'> {
  const history = entryHistory(entry, graph);
  return { created: surely(history?.created), updated: surely(history?.updated), authors: history?.authors ?? [] };
}

function unique(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null))];
}
