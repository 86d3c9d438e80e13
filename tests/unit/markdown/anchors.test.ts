import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { anchorOf, createAnchors } from '#markdown/anchors.ts';

describe('anchorOf', () => {
  test.each([
    ['Next Steps', 'next-steps'],
    ['Results: p<0.05 & more', 'results-p005--more'],
    ['snake_case and `code`', 'snake_case-and-code'],
    ['日本語の見出し', '日本語の見出し'],
    ['Größe – Maß', 'größe--maß'],
    ['مقدمة', 'مقدمة'],
    ['❌ 🎉', '-'],
    ['🎉', 'section'],
    ['', 'section'],
    ['-- a --', '---a---'],
  ])('makes of %j what GitHub makes of it, and never nothing: %j', (text, anchor) => {
    expect(anchorOf(text)).toBe(anchor);
  });

  test('leaves an anchor as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => anchorOf(anchorOf(text)) === anchorOf(text)));
  });

  test('gives composed and decomposed letters the same anchor', () => {
    expect(anchorOf('Cafe\u0301')).toBe(anchorOf('Caf\u00e9'));
  });
});

describe('createAnchors', () => {
  test('numbers repeated headings without colliding with one that is written with a number', () => {
    const anchorFor = createAnchors();
    expect(['Results', 'Results 1', 'Results', 'Results'].map(anchorFor)).toEqual(['results', 'results-1', 'results-2', 'results-3']);
  });
});
