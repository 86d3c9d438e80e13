import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptySelection, orders, readQuery, selectedCount, toggled, writeQuery } from '#client/search/query.ts';

describe('the address of a search', () => {
  test('names words, facets and order', () => {
    const selection = { kind: ['idea', 'log'], status: [], tag: ['r&d'], year: ['2026'] };
    expect(writeQuery({ text: ' rotary 50% ', selection, order: 'date' })).toBe(
      '?q=rotary+50%25&kind=idea&kind=log&tag=r%26d&year=2026&sort=date',
    );
  });

  test('is empty where nothing is asked', () => {
    expect(writeQuery({ text: '  ', selection: emptySelection, order: 'relevance' })).toBe('');
  });

  test('restores every query that it was made from', () => {
    const values = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }));
    const query = fc.record({
      text: fc.string({ unit: 'grapheme' }).map((text) => text.trim()),
      selection: fc.record({ kind: values, status: values, tag: values, year: values }),
      order: fc.constantFrom(...orders),
    });
    fc.assert(
      fc.property(query, (before) => {
        expect(readQuery(writeQuery(before))).toEqual(before);
      }),
    );
  });

  test.each([
    ['an unknown order', '?q=a&sort=price'],
    ['unknown parameters', '?q=a&utm_source=mail&__proto__=1'],
    ['empty and repeated values', '?q=a&kind='],
  ])('is read without %s', (_, search) => {
    expect(readQuery(search)).toEqual({ text: 'a', selection: emptySelection, order: 'relevance' });
  });

  test('counts a value once that it repeats', () => {
    expect(readQuery('?kind=idea&kind=idea').selection.kind).toEqual(['idea']);
  });
});

test('a value that is chosen joins its facet, one that is not leaves it, others stay', () => {
  const chosen = toggled({ ...emptySelection, kind: ['idea'], tag: ['data'] }, 'kind', 'log', true);
  expect(chosen).toEqual({ ...emptySelection, kind: ['idea', 'log'], tag: ['data'] });
  expect(selectedCount(chosen)).toBe(3);
  expect(toggled(chosen, 'kind', 'idea', false).kind).toEqual(['log']);
});
