import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { significantWords } from '#graph/significant-words.ts';
import type { Entry, EntryId } from '#schemas/entry.ts';

/** An earlier idea that is like another one, and in what. */
export interface SimilarIdea {
  readonly idea: Entry;
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

const known = new WeakMap<KnowledgeGraph, ReadonlyMap<EntryId, readonly SimilarIdea[]>>();

/**
 * For each idea the earlier ones that share tags, links or words of the title with it, the most alike first. Pure; the work grows with the number of
 * ideas, since traits of many ideas are left out.
 */
export function similarIdeas(graph: KnowledgeGraph): ReadonlyMap<EntryId, readonly SimilarIdea[]> {
  const found = known.get(graph) ?? compareIdeas(graph);
  known.set(graph, found);
  return found;
}

function compareIdeas(graph: KnowledgeGraph): ReadonlyMap<EntryId, readonly SimilarIdea[]> {
  const ideas = graph.entries.filter(({ kind }) => kind === 'idea').toReversed();
  const traits = new Map(ideas.map((idea) => [idea, traitsOf(idea, graph)]));
  const sharing = new Map<string, Entry[]>();
  for (const [idea, own] of traits) for (const trait of own) sharing.set(keyOf(trait), [...(sharing.get(keyOf(trait)) ?? []), idea]);
  const position = new Map(ideas.map((idea, index) => [idea, index]));
  return new Map(
    ideas.map((idea) => {
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
      return [idea.id, shown.map(({ other, shared }) => ({ idea: other, ...bySort(shared) }))];
    }),
  );
}

function keyOf({ sort, name }: Trait): string {
  return `${sort}:${name}`;
}

function bySort(shared: readonly Trait[]): Pick<SimilarIdea, Trait['sort']> {
  const of = (wanted: Trait['sort']): string[] => shared.flatMap(({ sort, name }) => (sort === wanted ? [name] : []));
  return { tags: of('tags'), links: of('links'), words: of('words') };
}

function traitsOf(idea: Entry, graph: KnowledgeGraph): Trait[] {
  const links = (graph.links.get(idea.id) ?? []).flatMap(({ destination }) =>
    destination.to === 'entry' ? (graph.entriesById.get(destination.id)?.title ?? []) : [],
  );
  return [
    ...Array.from(new Set(idea.tags), (name): Trait => ({ sort: 'tags', name })),
    ...Array.from(new Set(links), (name): Trait => ({ sort: 'links', name })),
    ...Array.from(significantWords(idea.title).values(), (name): Trait => ({ sort: 'words', name })),
  ];
}
