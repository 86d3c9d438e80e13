import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { EntryId } from '#schemas/entry.ts';
import { similarIdeas, type SimilarEntry } from '#search/similar-entries.ts';
import type { Href } from '#views/href.ts';

/** An earlier idea that is like another one. */
export interface EarlierIdea {
  readonly title: string;
  readonly href: string;
  /** What both have. */
  readonly shares: string;
}

/** The most alike first; none for entries of other kinds. */
export function earlierIdeas(id: EntryId, graph: KnowledgeGraph, href: Href): EarlierIdea[] {
  return (similarIdeas(graph).get(id) ?? []).map(({ entry: idea, ...shared }) => ({
    title: idea.title,
    href: href.entry(idea.id),
    shares: sharesText(shared),
  }));
}

/** `tag search; “mean”, “pages” in the title; both link to Rotary`. */
function sharesText({ tags, links, words }: Omit<SimilarEntry, 'entry'>): string {
  return [
    ...(tags.length === 0 ? [] : [`${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}`]),
    ...(words.length === 0 ? [] : [`${words.map((word) => `“${word}”`).join(', ')} in the title`]),
    ...(links.length === 0 ? [] : [`both link to ${links.join(', ')}`]),
  ].join('; ');
}
