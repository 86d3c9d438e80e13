import { describe, expect, test } from 'vitest';
import { knowledgeChangesSchema, type KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { changesMarkdown, commentMarker } from '#views/changes/changes-markdown.ts';
import { nothing } from './make-changes.ts';

const added = (number: number, title = `Idea ${number}`): KnowledgeChangesJson['entries'][number] => ({
  change: 'added',
  kind: 'idea',
  id: `idea/${number}`,
  title,
  path: `ideas/${number}.md`,
  url: `/ideas/${number}/`,
  was: null,
  words: { added: 0, removed: 0 },
});

const problem = (line: number): KnowledgeChangesJson['diagnostics']['new'][number] => ({
  code: 'dead-link',
  severity: 'error',
  path: 'ideas/1.md',
  line,
  column: 1,
  message: 'The link leads nowhere',
  hint: 'Mend it.',
  is_policy: false,
});

const withEntries = (count: number, title?: string): KnowledgeChangesJson => ({
  ...nothing,
  headline: `${count} ideas added.`,
  is_change: true,
  entries: Array.from({ length: Math.min(count, 1000) }, (_, index) => added(index + 1, title)),
  beyond: { ...nothing.beyond, entries: Math.max(0, count - 1000) },
});

describe('changesMarkdown', () => {
  test('says in one line that a change touches no knowledge', () => {
    expect(changesMarkdown(nothing, { preview: null })).toBe(
      `${commentMarker}\n\nNothing changes in knowledge. From \`aaaaaaa\` (origin/main) to \`bbbbbbb\`.\n`,
    );
  });

  test('begins with the marker and the headline, and links into the preview', () => {
    const text = changesMarkdown(withEntries(1), { preview: 'https://lab.github.io/research/preview/pr-12/' });
    expect(text.split('\n').slice(0, 3)).toEqual([
      commentMarker,
      '',
      '### 1 ideas added. · [Preview](<https://lab.github.io/research/preview/pr-12/>)',
    ]);
    expect(text).toContain('- **added** idea [Idea 1](<https://lab.github.io/research/preview/pr-12/ideas/1/>) `ideas/1.md`');
  });

  test('links nothing where there is no preview', () => {
    expect(changesMarkdown(withEntries(1), { preview: null })).toContain('- **added** idea Idea 1 `ideas/1.md`');
  });

  test('shows the first ten of a sort and folds the others', () => {
    const lines = changesMarkdown(withEntries(12), { preview: null }).split('\n');
    const fold = lines.indexOf('<details><summary>2 more</summary>');
    expect(lines.filter((line, index) => line.startsWith('- **added**') && index < fold)).toHaveLength(10);
    expect(lines.filter((line, index) => line.startsWith('- **added**') && index > fold)).toHaveLength(2);
  });

  test('is no longer than GitHub allows, however much changes, and says that it was cut', () => {
    const changes: KnowledgeChangesJson = {
      ...withEntries(4000, 'A title of some length, '.repeat(20)),
      diagnostics: { errors: 1000, warnings: 0, gone: 0, new: Array.from({ length: 1000 }, (_, index) => problem(index + 1)) },
    };
    const text = changesMarkdown(changes, { preview: 'https://lab.github.io/research/preview/pr-12/' });
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toContain('This comment is cut');
    expect(text).toMatch(/…and [\d,]+ more\./);
    expect(text.split('<details>').length).toBe(text.split('</details>').length);
  });

  test('cuts nothing that fits, and says so only where it was cut', () => {
    const text = changesMarkdown(withEntries(700), { preview: null });
    expect(text).not.toContain('This comment is cut');
    expect(text.match(/^- \*\*added\*\*/gm)).toHaveLength(700);
    // More than the list holds: that is said by their number.
    const more = changesMarkdown({ ...withEntries(1), beyond: { ...nothing.beyond, entries: 200 } }, { preview: null });
    expect(more).toContain('…and 200 more.');
    expect(more).not.toContain('This comment is cut');
  });

  test('says that private files would be published, and that what is not committed was compared', () => {
    const text = changesMarkdown({ ...withEntries(1), unveiled: 2, is_committed: false }, { preview: null });
    expect(text).toContain('> [!CAUTION]\n> 2 files that are private at the base would be published.');
    expect(text).toContain('to `bbbbbbb` and what is not committed.');
  });

  test('says loudly that META_MODE was used', () => {
    const text = changesMarkdown({ ...withEntries(1), meta_mode: ['eval.py'] }, { preview: null });
    expect(text).toContain('> [!CAUTION]\n> **META\\_MODE=1**');
    expect(text).toContain('`eval.py`');
  });

  test('titles of a stranger stay text', () => {
    const text = changesMarkdown(withEntries(1, '<img src=x> [x](https://evil.example) @everybody'), { preview: null });
    expect(text).not.toMatch(/<img|\]\(https:\/\/evil|@everybody/);
  });
});

describe('what a stranger sends is read as data', () => {
  const read = (changed: Partial<KnowledgeChangesJson>): boolean => knowledgeChangesSchema.safeParse({ ...nothing, ...changed }).success;

  test('addresses lead nowhere but into the site', () => {
    expect(read({ entries: [added(1)] })).toBe(true);
    for (const url of [
      'https://evil.example/',
      '//evil.example/',
      'javascript:alert(1)',
      '/a b',
      '/x)(y',
      '/x>',
      '/../other/',
      '/a/%2e%2E/b',
      '/a/./b',
      '/..',
    ])
      expect(read({ entries: [{ ...added(1), url }] }), url).toBe(false);
  });

  test('lists and texts are bounded', () => {
    expect(read({ entries: Array.from({ length: 1001 }, (_, index) => added(index)) })).toBe(false);
    expect(read({ headline: 'x'.repeat(3000) })).toBe(false);
  });
});
