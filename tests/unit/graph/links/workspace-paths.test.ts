import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderOf, relativePath, resolvePath, stemOf } from '#graph/links/workspace-paths.ts';

describe('paths in a workspace', () => {
  it.each([
    ['ideas', 'x.md', 'ideas/x.md'],
    ['ideas', './x.md', 'ideas/x.md'],
    ['ideas/old', '../x.md', 'ideas/x.md'],
    ['ideas', '/reports/y.md', 'reports/y.md'],
    ['ideas', '../reports/', 'reports'],
    ['', 'x.md', 'x.md'],
    ['ideas', '..', ''],
    ['', '../x.md', null],
    ['ideas', '../../x.md', null],
    ['ideas', '../../content/ideas/x.md', null],
  ])('reads %j + %j as %j', (folder, target, expected) => {
    expect(resolvePath(folder, target)).toBe(expected);
  });

  it('takes decomposed letters for the same path', () => {
    expect(resolvePath('', 'cafe\u0301.md')).toBe('caf\u00e9.md');
  });

  it('takes the stem without the last extension only', () => {
    expect([stemOf('a/b.c.md'), stemOf('.hidden'), stemOf('a/README')]).toEqual(['b.c', '.hidden', 'README']);
  });

  it('writes relative paths that lead back to where they came from', () => {
    const segment = fc.constantFrom('a', 'b', 'c', 'ideas');
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => `${segments.join('/')}.md`);
    fc.assert(
      fc.property(path, path, (from, to) => {
        expect(resolvePath(folderOf(from), relativePath(from, to))).toBe(to);
      }),
    );
  });
});
