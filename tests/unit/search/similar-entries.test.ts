import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { similarIdeas } from '#search/similar-entries.ts';
import { makeContent, makeEntry, makeReference } from '../graph/make-content.ts';

const similarOf = (entries: readonly Entry[], id: `idea/${string}`) =>
  (similarIdeas(buildGraph(makeContent({ entries }))).get(id) ?? []).map(({ entry: idea, ...shared }) => ({ id: idea.id, ...shared }));
const idea = (path: string, title: string, stated: Partial<Entry> = {}) => makeEntry('idea', `ideas/${path}.md`, { title, ...stated });

describe('similarIdeas', () => {
  it('finds earlier ideas by title words, tags and links, the most alike first, and says what both have', () => {
    const entries = [
      makeEntry('paper', 'papers/roformer.md', { title: 'RoFormer' }),
      idea('2026-01-01_a', 'Rotary embeddings', { tags: ['attention'] }),
      idea('2026-01-02_b', 'Mixed embeddings', { links: [makeReference('papers', 'roformer')], tags: ['attention'] }),
      idea('2026-01-03_c', 'Scaled rotary embeddings', { links: [makeReference('papers', 'roformer')], tags: ['attention'] }),
    ];
    expect(similarOf(entries, 'idea/2026-01-03-c')).toEqual([
      { id: 'idea/2026-01-02-b', tags: ['attention'], links: ['RoFormer'], words: ['embeddings'] },
      { id: 'idea/2026-01-01-a', tags: ['attention'], links: [], words: ['rotary', 'embeddings'] },
    ]);
  });

  it('looks back only, and takes one tag or a word of every title for chance', () => {
    const entries = [idea('2026-01-01_a', 'Use more data', { tags: ['data'] }), idea('2026-01-02_b', 'Use more heads', { tags: ['data'] })];
    expect(similarOf(entries, 'idea/2026-01-01-a')).toEqual([]);
    expect(similarOf(entries, 'idea/2026-01-02-b')).toEqual([]);
  });

  it('leaves out what most ideas have in common', () => {
    const entries = Array.from({ length: 30 }, (_, index) => idea(`2026-01-01_${index}`, `Attention ${index}`));
    expect(similarOf(entries, 'idea/2026-01-01-29')).toEqual([]);
  });
});
