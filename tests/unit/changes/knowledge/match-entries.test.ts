import { describe, expect, test } from 'vitest';
import { matchEntries } from '#changes/knowledge/match-entries.ts';
import type { Entry } from '#schemas/entry.ts';
import { makeEntry } from '../../graph/make-content.ts';

const never = (): boolean => false;
const match = (
  before: readonly Entry[],
  after: readonly Entry[],
  renames: readonly (readonly [string, string])[] = [],
  sameText: (a: Entry, b: Entry) => boolean = never,
): string[] =>
  matchEntries(before, after, new Map(renames), sameText).map(({ before: old, after: now }) => `${old?.id ?? '–'} → ${now?.id ?? '–'}`);

const rotary = makeEntry('idea', 'ideas/2026-01-01_rotary.md');
const rope = makeEntry('idea', 'ideas/2026-01-01_rope.md');

describe('matchEntries', () => {
  test('knows an entry by its id, wherever its file lies', () => {
    expect(match([rotary], [{ ...rotary, path: '1_ideas/2026-01-01_rotary.md' }])).toEqual([
      'idea/2026-01-01-rotary → idea/2026-01-01-rotary',
    ]);
  });

  test('follows a file that git sees renamed', () => {
    expect(match([rotary], [rope], [[rotary.path, rope.path]])).toEqual(['idea/2026-01-01-rotary → idea/2026-01-01-rope']);
    expect(match([rotary], [rope])).toEqual(['– → idea/2026-01-01-rope', 'idea/2026-01-01-rotary → –']);
  });

  test('tells the sections of a renamed journal apart by title and date', () => {
    const section = (file: string, title: string, date: string): Entry =>
      makeEntry('journal', `${file}.md`, { id: `journal/${file}/${date}-${title}`, title, date });
    const [old, now] = [
      [section('log', 'a', '2026-01-02'), section('log', 'b', '2026-01-01')],
      [section('journal', 'new', '2026-01-03'), section('journal', 'a', '2026-01-02'), section('journal', 'b', '2026-01-01')],
    ];
    expect(match(old, now, [['log.md', 'journal.md']])).toEqual([
      '– → journal/journal/2026-01-03-new',
      'journal/log/2026-01-02-a → journal/journal/2026-01-02-a',
      'journal/log/2026-01-01-b → journal/journal/2026-01-01-b',
    ]);
  });

  test('sees that a file git does not know yet is one that is gone, where the text is the same', () => {
    const moved = makeEntry('idea', 'ideas/2026-01-01_rope.md', { title: rotary.title });
    expect(match([rotary], [moved], [], () => true)).toEqual(['idea/2026-01-01-rotary → idea/2026-01-01-rope']);
    expect(match([rotary], [moved], [], never)).toHaveLength(2);
  });

  test('takes no entry for two', () => {
    const copy = makeEntry('idea', 'ideas/2026-01-02_rope.md', { title: rotary.title });
    const other = makeEntry('idea', 'ideas/2026-01-03_rope.md', { title: rotary.title });
    expect(match([rotary], [copy, other], [], () => true).filter((pair) => pair.startsWith('idea'))).toHaveLength(1);
  });
});
