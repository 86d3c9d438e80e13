import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import type { Href } from '#views/href.ts';

export interface Neighbor {
  readonly title: string;
  readonly href: string;
}

/** The entries that stand before and after one in its file, by date. */
export interface Neighbors {
  readonly earlier: Neighbor | null;
  readonly later: Neighbor | null;
}

/** The entries of each file that has several, in the order of the graph: newest first. */
const files = new WeakMap<KnowledgeGraph, ReadonlyMap<string, readonly Entry[]>>();

/** For a dated section of a journal or progress log; null for an entry that is a file of its own. */
export function neighbors(entry: Entry, graph: KnowledgeGraph, href: Href): Neighbors | null {
  const siblings = entriesOfFile(entry.path, graph);
  if (siblings.length < 2) return null;
  const index = siblings.indexOf(entry);
  const at = (position: number): Neighbor | null => {
    const sibling = siblings[position];
    return sibling === undefined ? null : { title: sibling.title, href: href.entry(sibling.id) };
  };
  return { earlier: at(index + 1), later: at(index - 1) };
}

/** Whether an entry shares its file with others. */
export function sharesFile(entry: Entry, graph: KnowledgeGraph): boolean {
  return entriesOfFile(entry.path, graph).length > 1;
}

/** The entries of a file, newest first. */
export function entriesOfFile(path: string, graph: KnowledgeGraph): readonly Entry[] {
  return entriesByFile(graph).get(path) ?? [];
}

function entriesByFile(graph: KnowledgeGraph): ReadonlyMap<string, readonly Entry[]> {
  const known = files.get(graph);
  if (known !== undefined) return known;
  const made = Map.groupBy(graph.entries, (entry) => entry.path);
  files.set(graph, made);
  return made;
}
