import { describe, expect, test } from 'vitest';
import { problemChanges } from '#changes/knowledge/problem-changes.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';

const dead = (path: string, line: number, target = 'x.md'): Diagnostic => ({
  code: 'dead-link',
  severity: 'warning',
  path,
  line,
  column: 1,
  message: `The link to "${target}" leads nowhere`,
  hint: '',
});
const changes = (before: readonly Diagnostic[], after: readonly Diagnostic[], renames: readonly (readonly [string, string])[] = []) => {
  const { added, gone } = problemChanges(before, after, new Map(renames));
  return { added: added.map(({ path, line }) => `${path}:${line}`), gone };
};

describe('problemChanges', () => {
  test('names what is new and counts what is gone', () => {
    expect(changes([dead('a.md', 1)], [dead('b.md', 2)])).toEqual({ added: ['b.md:2'], gone: 1 });
  });

  test('takes a problem on another line for the same, and a second one like it for new', () => {
    expect(changes([dead('a.md', 1)], [dead('a.md', 9)])).toEqual({ added: [], gone: 0 });
    expect(changes([dead('a.md', 1)], [dead('a.md', 1), dead('a.md', 9)])).toEqual({ added: ['a.md:9'], gone: 0 });
  });

  test('follows a file that was renamed', () => {
    expect(changes([dead('a.md', 1)], [dead('b.md', 1)], [['a.md', 'b.md']])).toEqual({ added: [], gone: 0 });
  });
});
