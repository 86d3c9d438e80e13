import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinWords, segmentHtml, segmentWords } from '#search/segment-words.ts';

test('scripts without spaces are cut into words, others stay as they are', () => {
  expect(segmentWords('日本語のテキスト').trim()).toBe('日本語 の テキスト');
  expect(segmentWords('val_bpb fell, p<0.05, über')).toBe('val_bpb fell, p<0.05, über');
});

test('in HTML only the text is cut: ids and addresses stay as they are', () => {
  expect(segmentHtml('<h2 id="日本語の>x">日本語の</h2>')).toBe('<h2 id="日本語の>x"> 日本語 の </h2>');
});

test('joining takes out what cutting put in', () => {
  const words = fc.array(fc.constantFrom('日本語', 'の', 'テキスト', '研究', 'ノート')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(words, (text) => {
      expect(joinWords(segmentWords(text)).trim()).toBe(text);
    }),
  );
});

test('text of any kind keeps all of its characters but spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(segmentWords(text).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});
