import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { significantWords } from '#graph/significant-words.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';
import type { Kind } from '#schemas/kinds.ts';

/** An earlier entry that is like an idea, and in what. */
export interface SimilarEntry {
  readonly entry: Entry;
  readonly tags: readonly string[];
  /** Titles of what both link to. */
  readonly links: readonly string[];
  /** Words of both titles. */
  readonly words: readonly string[];
}

/** What two ideas can have in common, with how much it says. */
interface Trait {
  readonly sort: 'tags' | 'links' | 'words';
  readonly name: string;
}

const weights: Readonly<Record<Trait['sort'], number>> = { tags: 1, links: 3, words: 2 };
/** Less in common than one word, one link or two tags is chance. */
const leastInCommon = 2;
const mostShown = 3;
/** What is common to more ideas than these says nothing, and would make every pair of them alike. */
const mostSharing = 20;

/** What an idea is compared with where prior work of every sort counts. Journals and progress speak of everything. */
export const priorKinds: ReadonlySet<Kind> = new Set<Kind>(['idea', 'report', 'log', 'experiment', 'paper']);

const known = new WeakMap<KnowledgeGraph, ReadonlyMap<EntryId, readonly SimilarEntry[]>>();

/** For each idea the earlier ideas that are like it: `similarEntries`, made once a graph. */
export function similarIdeas(graph: KnowledgeGraph): ReadonlyMap<EntryId, readonly SimilarEntry[]> {
  const found = known.get(graph) ?? similarEntries(graph, new Set<Kind>(['idea']));
  known.set(graph, found);
  return found;
}

/**
 * For each idea the earlier entries that share tags, links or words of the title with it, the most alike first. Pure; the work grows with the number of
 * entries, since traits that many of them have are left out.
 *
 * @param kinds the entries that are looked at; ideas must be among them
 */
export function similarEntries(graph: KnowledgeGraph, kinds: ReadonlySet<Kind>): ReadonlyMap<EntryId, readonly SimilarEntry[]> {
  const entries = graph.entries.filter(({ kind }) => kinds.has(kind)).toReversed();
  const traits = new Map(entries.map((entry) => [entry, traitsOf(entry, graph)]));
  const sharing = new Map<string, Entry[]>();
  for (const [entry, own] of traits) {
    for (const trait of own) {
      const others = sharing.get(keyOf(trait));
      if (others === undefined) sharing.set(keyOf(trait), [entry]);
      else others.push(entry);
    }
  }
  const position = new Map(entries.map((entry, index) => [entry, index]));
  return new Map(
    entries.flatMap((idea) => {
      if (idea.kind !== 'idea') return [];
      const common = new Map<Entry, Trait[]>();
      for (const trait of traits.get(idea) ?? []) {
        const others = sharing.get(keyOf(trait)) ?? [];
        if (others.length > mostSharing) continue;
        for (const other of others) {
          if ((position.get(other) ?? 0) < (position.get(idea) ?? 0)) common.set(other, [...(common.get(other) ?? []), trait]);
        }
      }
      const weighed = Array.from(common, ([other, shared]) => ({
        other,
        shared,
        weight: shared.reduce((sum, { sort }) => sum + weights[sort], 0),
      }));
      const shown = weighed.filter(({ weight }) => weight >= leastInCommon).toSorted((a, b) => b.weight - a.weight).slice(0, mostShown); // prettier-ignore
      return [[idea.id, shown.map(({ other, shared }) => ({ entry: other, ...bySort(shared) }))] as const];
    }),
  );
}

function keyOf({ sort, name }: Trait): string {
  return `${sort}:${name}`;
}

function bySort(shared: readonly Trait[]): Pick<SimilarEntry, Trait['sort']> {
  const of = (wanted: Trait['sort']): string[] => shared.flatMap(({ sort, name }) => (sort === wanted ? [name] : []));
  return { tags: of('tags'), links: of('links'), words: of('words') };
}

function traitsOf(entry: Entry, graph: KnowledgeGraph): Trait[] {
  const links = (graph.links.get(entry.id) ?? []).flatMap(({ destination }) =>
    destination.to === 'entry' ? (graph.entriesById.get(destination.id)?.title ?? []) : [],
  );
  return [
    ...Array.from(new Set(entry.tags), (name): Trait => ({ sort: 'tags', name })),
    ...Array.from(new Set(links), (name): Trait => ({ sort: 'links', name })),
    ...Array.from(significantWords(entry.title).values(), (name): Trait => ({ sort: 'words', name })),
  ];
}
