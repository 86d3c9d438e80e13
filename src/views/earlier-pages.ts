import { earlierAddresses } from '#graph/earlier/earlier-addresses.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { EntryId } from '#schemas/entry.ts';
import type { Href } from './href.ts';
import { runsWithPage } from './results/run-page.ts';

/** A page at an address that something had before, which leads on to where it is now. */
export interface EarlierPage {
  readonly from: string;
  readonly to: string;
  /** What is there now, in words. */
  readonly title: string;
}

/** Every such page, those of a table's runs too. Nothing else stands at their addresses. */
export function earlierPages(graph: KnowledgeGraph, href: Href): EarlierPage[] {
  const { leading } = earlierAddresses(graph);
  const tables = new Set(leading.flatMap(({ of, to }) => (of === 'table' ? to : [])));
  const runs = Map.groupBy(tables.size === 0 ? [] : runsWithPage(graph), ({ table }) => table);
  return leading.flatMap((earlier): EarlierPage[] => {
    if (earlier.of === 'entry') {
      const title = graph.entriesById.get(earlier.to)?.title ?? earlier.to;
      return [{ from: href.entry(earlier.from), to: href.entry(earlier.to), title }];
    }
    const { from, to } = earlier;
    const path = graph.results.get(to)?.table.path ?? to;
    return [
      { from: href.table(from), to: href.table(to), title: path },
      ...(runs.get(to) ?? []).map(({ id, ordinal }) => ({
        from: href.run(`run/${from}/${ordinal}`),
        to: href.run(id),
        title: `Run ${ordinal}, ${path}`,
      })),
    ];
  });
}

/** By entry: the addresses that lead on to it. */
export function earlierByEntry(graph: KnowledgeGraph, href: Href): ReadonlyMap<EntryId, readonly string[]> {
  const byEntry = new Map<EntryId, string[]>();
  for (const earlier of earlierAddresses(graph).leading) {
    if (earlier.of !== 'entry') continue;
    const known = byEntry.get(earlier.to);
    if (known) known.push(href.entry(earlier.from));
    else byEntry.set(earlier.to, [href.entry(earlier.from)]);
  }
  return byEntry;
}
