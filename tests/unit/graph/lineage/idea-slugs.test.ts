import { describe, expect, it } from 'vitest';
import { ideaSlugs } from '#graph/lineage/idea-slugs.ts';
import { expectLinear } from '../../../linear-time.ts';
import { makeEntry } from '../make-content.ts';

const ideas = [
  makeEntry('idea', 'ideas/2026-01-01_rotary-embeddings.md'),
  makeEntry('idea', 'ideas/2026-01-02_heads.md', { aliases: ['more-heads'] }),
  makeEntry('idea', 'ideas/2026-01-03_twice.md'),
  makeEntry('idea', 'ideas/2026-01-04_twice.md'),
];
const slugs = ideaSlugs(ideas);

describe('the slug of a branch, commit or folder', () => {
  it.each([
    ['rotary-embeddings', 'idea/2026-01-01-rotary-embeddings'],
    ['Rotary_Embeddings', 'idea/2026-01-01-rotary-embeddings'],
    ['2026-01-01_rotary-embeddings', 'idea/2026-01-01-rotary-embeddings'],
    ['more-heads', 'idea/2026-01-02-heads'],
    ['2026-01-04-twice', 'idea/2026-01-04-twice'],
  ])('%s means the idea whose file is called so', (slug, id) => {
    expect(slugs.find(slug)?.id).toBe(id);
  });

  it('means none where it could be several, or is of none', () => {
    expect(slugs.find('twice')).toBeNull();
    expect(slugs.find('rotary')).toBeNull();
    expect([...slugs.shared.keys()]).toEqual(['twice']);
  });
});

describe('text that names an idea', () => {
  it('holds the words of its slug one after the other', () => {
    expect(slugs.namedIn('Why rotary embeddings won').map(({ idea, slug }) => [idea.id, slug])).toEqual([
      ['idea/2026-01-01-rotary-embeddings', 'rotary-embeddings'],
    ]);
    expect(slugs.namedIn('--config=runs/rotary_embeddings.yaml')).toHaveLength(1);
    expect(slugs.namedIn('embeddings that are rotary')).toEqual([]);
  });

  it('of one word is a word like any other', () => {
    expect(slugs.namedIn('eight heads')).toEqual([]);
  });

  it('is read in linear time', () => {
    expectLinear(
      (count) => 'rotary heads '.repeat(count),
      (text) => slugs.namedIn(text),
      200_000,
    );
  });
});
