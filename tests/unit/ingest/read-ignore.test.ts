import { describe, expect, it } from 'vitest';
import { readIgnore } from '#ingest/read-ignore.ts';

function ignoreOf(...frontmatter: readonly string[]) {
  const text = ['---', 'project: P', 'metric: { name: loss, direction: lower }', ...frontmatter, '---', ''].join('\n');
  return readIgnore({ path: 'program.md', text, digest: 'any', problems: [] });
}

describe('what must not be read', () => {
  it('are the globs of program.md', () => {
    expect(ignoreOf('ignore: [drafts/**, private.md]')).toEqual({ globs: ['drafts/**', 'private.md'], problems: [] });
    expect(ignoreOf('ignore: []')).toEqual({ globs: [], problems: [] });
    expect(ignoreOf()).toEqual({ globs: [], problems: [] });
    expect(readIgnore(null)).toEqual({ globs: [], problems: [] });
  });

  it.each([
    ['a list with one item that is no text', 'ignore: [drafts/**, { private: true }]'],
    ['a glob that could take for ever', 'ignore: [drafts/**, "*a*a*a*a*a*b"]'],
    ['a mapping', 'ignore: { drafts: true }'],
    ['broken YAML', 'ignore: [drafts/**'],
  ])('stops every build where it is %s, lest private files are published', (_, line) => {
    expect(ignoreOf(line).problems).toMatchObject([{ code: 'unusable-ignore', path: 'program.md', line: 4, column: 1 }]);
  });

  it('is not looked for in prose', () => {
    const text = '# Program\n\nignore: what others say\n';
    expect(readIgnore({ path: 'program.md', text, digest: 'any', problems: [] })).toEqual({ globs: [], problems: [] });
  });
});
