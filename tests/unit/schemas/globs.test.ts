import { describe, expect, it } from 'vitest';
import { coverOf, matcherOf } from '#schemas/globs.ts';

describe('globs of program.md', () => {
  it.each([
    ['drafts/**', 'drafts/a/b.md'],
    ['./drafts/*.md', 'drafts/a.md'],
    ['/drafts/a.md', 'drafts/a.md'],
    ['**/*_private.md', 'notes/x_private.md'],
    ['notes (old)/**', 'notes (old)/a.md'],
    ['.hidden*', '.hidden.md'],
    ['cafe\u0301.md', 'caf\u00e9.md'],
  ])('%s fits %s', (glob, path) => {
    expect(matcherOf([glob])(path)).toBe(true);
  });

  it.each([
    ['drafts', 'drafts/a.md'],
    ['drafts/', 'drafts/deep/a.md'],
    ['a.md', 'a.md'],
    ['/', 'anything/at/all.md'],
    ['.', 'anything.md'],
  ])('%s covers %s, as a folder covers what is in it', (glob, path) => {
    expect(coverOf([glob])(path)).toBe(true);
  });

  it('cover nothing beside', () => {
    const covers = coverOf(['drafts', 'ideas/*.md']);
    expect(['drafts.md', 'my/drafts/a.md', 'ideas/deep/a.md', 'program.md'].filter(covers)).toEqual([]);
    expect(coverOf([])('a.md')).toBe(false);
  });
});
