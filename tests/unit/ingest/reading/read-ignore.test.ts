import { describe, expect, it } from 'vitest';
import { checkPublish, readIgnore } from '#ingest/reading/read-ignore.ts';

function ignoreOf(...frontmatter: readonly string[]) {
  return readIgnore(programOf(frontmatter));
}

function publishProblemsOf(...frontmatter: readonly string[]) {
  return checkPublish(programOf(frontmatter));
}

function programOf(frontmatter: readonly string[]) {
  const text = ['---', 'project: P', 'metric: { name: loss, direction: lower }', ...frontmatter, '---', ''].join('\n');
  return { path: 'program.md', text, digest: 'any', problems: [] };
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
    ['misspelt', 'ingore: [drafts/**]'],
    ['there twice', 'ignore: [drafts/**]\nignore: [other/**]'],
  ])('stops every build where it is %s, lest private files are published', (_, line) => {
    expect(ignoreOf(line).problems).toMatchObject([{ code: 'unusable-ignore', path: 'program.md', line: 4, column: 1 }]);
  });

  it('is not looked for in prose', () => {
    const text = '# Program\n\nignore: what others say\n';
    expect(readIgnore({ path: 'program.md', text, digest: 'any', problems: [] })).toEqual({ globs: [], problems: [] });
  });
});

describe('what must not be published', () => {
  it.each([
    'publish: { exclude: [drafts/**], papers: full }',
    'publish: { exclude: [] }',
    'publish: {}',
    'published: 2026-01-04',
    'strict: true',
  ])('can be understood of `%s`', (line) => {
    expect(publishProblemsOf(line)).toEqual([]);
  });

  it.each([
    ['one glob without a list', 'publish: { exclude: drafts/** }'],
    ['a list without `exclude`', 'publish: [drafts/**]'],
    ['a misspelt `exclude`', 'publish: { exlude: [drafts/**] }'],
    ['a form of papers that there is not', 'publish: { papers: none }'],
    ['a glob that could take for ever', 'publish: { exclude: ["*a*a*a*a*a*b"] }'],
    ['a single word', 'publish: false'],
    ['broken YAML', 'publish: { exclude: [drafts/**'],
    ['in another case', 'Publish: { exclude: [drafts/**] }'],
    ['misspelt', 'publsh: { exclude: [drafts/**] }'],
    ['there twice', 'publish: { exclude: [drafts/**] }\npublish: { papers: full }'],
  ])('stops every build where it is %s', (_, line) => {
    expect(publishProblemsOf(line)).toMatchObject([{ code: 'unusable-publish', path: 'program.md', line: 4, column: 1 }]);
  });

  it('stops every build where the frontmatter that states it never ends', () => {
    const text = '---\nproject: P\npublish: { exclude: [drafts/**] }\n\n# Program\n';
    expect(checkPublish({ path: 'program.md', text, digest: 'any', problems: [] })).toMatchObject([{ code: 'unusable-publish', line: 3 }]);
  });

  it('is not looked for in prose', () => {
    const text = '# Program\n\npublish: what is true\n';
    expect(checkPublish({ path: 'program.md', text, digest: 'any', problems: [] })).toEqual([]);
  });
});
