import { describe, expect, test } from 'vitest';
import { matchEntries, type Likeness } from '#changes/knowledge/match-entries.ts';
import type { Entry } from '#schemas/entry.ts';
import { makeEntry } from '../../graph/make-content.ts';

const never = (): Likeness => 'different';
const always = (): Likeness => 'same';
const match = (
  before: readonly Entry[],
  after: readonly Entry[],
  renames: readonly (readonly [string, string])[] = [],
  likeness: (a: Entry, b: Entry) => Likeness = never,
): string[] =>
  matchEntries(before, after, new Map(renames), likeness).map(({ before: old, after: now }) => `${old?.id ?? '–'} → ${now?.id ?? '–'}`);

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
    expect(match([rotary], [moved], [], always)).toEqual(['idea/2026-01-01-rotary → idea/2026-01-01-rope']);
    expect(match([rotary], [moved], [], never)).toHaveLength(2);
  });

  test('knows a section whose heading or date was corrected', () => {
    const section = (title: string, date: string): Entry =>
      makeEntry('journal', 'log.md', { id: `journal/log/${date}-${title}`, title, date, digest: `${title}${date}` });
    const other = section('other', '2026-01-01');
    const headingOnly = (): Likeness => 'same but for the heading';
    expect(match([section('Wramup', '2026-01-02'), other], [section('Warmup', '2026-01-02'), other], [], headingOnly)).toEqual([
      'journal/log/2026-01-02-Wramup → journal/log/2026-01-02-Warmup',
      'journal/log/2026-01-01-other → journal/log/2026-01-01-other',
    ]);
    expect(match([section('Warmup', '2026-02-01'), other], [section('Warmup', '2026-01-02'), other])).toEqual([
      'journal/log/2026-02-01-Warmup → journal/log/2026-01-02-Warmup',
      'journal/log/2026-01-01-other → journal/log/2026-01-01-other',
    ]);
  });

  test('knows a file that stayed as it was, though another of the same name gave it another id', () => {
    const state = makeEntry('page', 'lab/state.md', { id: 'page/state' });
    const renamed = { ...state, id: 'page/state-05ab53' as const };
    const second = makeEntry('page', 'docs/state.md', { id: 'page/state-9a8b7c' });
    expect(match([state], [second, renamed])).toEqual(['– → page/state-9a8b7c', 'page/state → page/state-05ab53']);
  });

  test('follows the folder of an experiment that has no summary', () => {
    const experiment = (path: string): Entry => makeEntry('experiment', path, { digest: '' });
    const renames = [['experiments/sweep/design.log', 'experiments/rank-sweep/design.log']] as const;
    expect(match([experiment('experiments/sweep')], [experiment('experiments/rank-sweep')], renames)).toEqual([
      'experiment/sweep → experiment/rank-sweep',
    ]);
  });

  test('takes no entry for two', () => {
    const copy = makeEntry('idea', 'ideas/2026-01-02_rope.md', { title: rotary.title });
    const other = makeEntry('idea', 'ideas/2026-01-03_rope.md', { title: rotary.title });
    expect(match([rotary], [copy, other], [], always).filter((pair) => pair.startsWith('idea'))).toHaveLength(1);
  });
});
