import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createSentences, cutText } from '#markdown/sentences.ts';

function sentenceWith(text: string, word: string): string {
  const start = text.indexOf(word);
  return createSentences(text)(start, start + word.length);
}

describe('the sentence around a stretch', () => {
  test.each([
    ['One. Two HERE now. Three.', 'Two HERE now.'],
    ['Loss fell to 0.97 HERE! Good.', 'Loss fell to 0.97 HERE!'],
    ['As in e.g. HERE and Fig. 3 it is. No.', 'As in e.g. HERE and Fig. 3 it is.'],
    ['「いいえ。」ここHEREです。はい。', 'ここHEREです。'],
    ['(It was HERE.) Then.', '(It was HERE.)'],
    ['HERE', 'HERE'],
  ])('of %j is %j', (text, sentence) => {
    expect(sentenceWith(text, 'HERE')).toBe(sentence);
  });

  test('is cut at words around the stretch when it is long', () => {
    const sentence = sentenceWith(`${'before '.repeat(100)}HERE ${'after '.repeat(100)}`, 'HERE');
    expect(sentence).toMatch(/^…(?:before )+HERE (?:after ?)+…$/u);
    expect(sentence.length).toBeLessThanOrEqual(240);
    expect(sentence.length).toBeGreaterThan(200);
  });

  test('is never longer than 240 characters and a part of the text', () => {
    const words = fc.array(fc.constantFrom('a', 'word', 'end.', 'é', '🎉', '日本語。', 'x'.repeat(300)), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat({ max: 50 }), (parts, at, length) => {
        const text = parts.join(' ');
        const start = at % text.length;
        const sentence = createSentences(text)(start, Math.min(text.length, start + length));
        expect(sentence.length).toBeLessThanOrEqual(240);
        expect(text).toContain(sentence.replace(/^…|…$/gu, ''));
      }),
    );
  });
});

describe('cutText', () => {
  test.each([
    ['short', 10, 'short'],
    ['one two three', 10, 'one two…'],
    ['aaaaaaaaaaaaaaa', 10, 'aaaaaaaaa…'],
    ['aaaaaaaa🎉🎉🎉', 10, 'aaaaaaaa…'],
  ])('cuts %j to %d', (text, maximum, expected) => {
    expect(cutText(text, maximum)).toBe(expected);
  });
});
