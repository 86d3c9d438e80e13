import { describe, expect, it } from 'vitest';
import { suggest } from '#diagnostics/suggest.ts';

describe('did you mean', () => {
  it.each([
    ['hypothesys', ['title', 'hypothesis', 'date'], 'hypothesis'],
    ['Title', ['date', 'title'], 'title'],
    ['tagz', ['date', 'tags'], 'tags'],
    ['trainning', ['training', 'architecture'], 'training'],
    ['rotary', ['notary', 'rotery'], 'notary'],
  ])('%s of %j is %s', (word, candidates, expected) => {
    expect(suggest(word, candidates)).toBe(expected);
  });

  it('suggests nothing where nothing is near', () => {
    expect(suggest('cat', ['dog', 'training'])).toBeNull();
    expect(suggest('', ['a'])).toBeNull();
    expect(suggest('x', [])).toBeNull();
    expect(suggest('x', ['y', ''])).toBeNull();
  });

  it('suggests nothing for what is too long to be a slip', () => {
    expect(suggest('a'.repeat(500), ['a'.repeat(499)])).toBeNull();
  });

  it('finds a word among a hundred thousand at once', () => {
    const candidates = Array.from({ length: 100_000 }, (_, index) => `entry-${index}-with-a-name`);
    expect(suggest('entry-99999-with-a-nam', candidates)).toBe('entry-99999-with-a-name');
  });
});
