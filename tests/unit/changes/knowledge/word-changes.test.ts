import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordChanges } from '#changes/knowledge/word-changes.ts';
import type { Stretch } from '#schemas/since.ts';

/** `[-gone-]{+came+}` */
const written = (stretches: readonly Stretch[]): string =>
  stretches.map(({ is, text }) => (is === 'same' ? text : is === 'added' ? `{+${text}+}` : `[-${text}-]`)).join('');
const hunks = (before: string, after: string): string[] => wordChanges(before, after).hunks.map(({ stretches }) => written(stretches));

describe('wordChanges', () => {
  test('finds the words that changed in a line', () => {
    expect(hunks('A longer warmup helps.\n', 'A much longer warmup hurts.\n')).toEqual(['A {+much +}longer warmup [-helps-]{+hurts+}.\n']);
    expect(wordChanges('A longer warmup helps.\n', 'A much longer warmup hurts.\n')).toMatchObject({ added: 2, removed: 1 });
  });

  test('says nothing of texts that are the same', () => {
    expect(wordChanges('One\n', 'One\n')).toEqual({ hunks: [], added: 0, removed: 0 });
    expect(wordChanges('', '')).toEqual({ hunks: [], added: 0, removed: 0 });
  });

  test('shows two lines around a change and leaves out the others', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
    const changed = lines.with(9, 'line ten');
    const { hunks: found } = wordChanges(lines.join('\n'), changed.join('\n'));
    expect(found).toHaveLength(1);
    expect(found[0]?.line).toBe(8);
    expect(written(found[0]?.stretches ?? [])).toBe('line 8\nline 9\nline [-10-]{+ten+}\nline 11\nline 12\n');
  });

  test('keeps two changes that are far from each other apart, each with its line', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);
    const changed = lines.with(2, 'other').with(25, 'another');
    expect(wordChanges(lines.join('\n'), changed.join('\n')).hunks.map(({ line }) => line)).toEqual([1, 24]);
  });

  test('loses no word: what stayed and went is the text before, what stayed and came the text after', () => {
    // So short that no line is left out.
    const text = fc
      .array(fc.constantFrom('a', 'b', 'the loss', 'fell', '', '- x', '½ ü'), { maxLength: 5 })
      .map((lines) => lines.join('\n').replace(/\n+$/, ''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { hunks: found } = wordChanges(before, after);
        const all = found.flatMap(({ stretches }) => stretches);
        const of = (without: Stretch['is']): string => all.flatMap(({ is, text: part }) => (is === without ? [] : [part])).join(''); // prettier-ignore
        if (before === after) expect(found).toEqual([]);
        else {
          expect(of('added').trimEnd()).toBe(before.trimEnd());
          expect(of('removed').trimEnd()).toBe(after.trimEnd());
        }
      }),
    );
  });

  test('takes texts that have nothing in common for one that went and one that came', () => {
    const before = Array.from({ length: 6000 }, (_, index) => `a${index}`).join('\n');
    const after = Array.from({ length: 6000 }, (_, index) => `b${index}`).join('\n');
    const { hunks: found, added, removed } = wordChanges(before, after);
    expect([added, removed]).toEqual([6000, 6000]);
    expect(found[0]?.stretches.map(({ is }) => is)).toEqual(['removed', 'added']);
  });
});
