import { expect, test } from 'vitest';
import { excerptParts, repeats, resultCount } from '#client/search/excerpt.ts';

test('an excerpt is plain text and the words that were found', () => {
  expect(excerptParts('Use <mark>rotary</mark> with &lt;script&gt; tags.')).toEqual([
    { text: 'Use ', marked: false },
    { text: 'rotary', marked: true },
    { text: ' with <script> tags.', marked: false },
  ]);
});

test('one that stops within a sentence says so', () => {
  expect(excerptParts('It fell from 0.99 to').at(-1)).toEqual({ text: ' …', marked: false });
  expect(excerptParts('It fell.')).toEqual([{ text: 'It fell.', marked: false }]);
  expect(excerptParts('')).toEqual([]);
});

test('the spaces that made Japanese searchable are gone again', () => {
  expect(excerptParts('val_bpb と <mark>日本語</mark> の テキスト。')).toEqual([
    { text: 'val_bpb と', marked: false },
    { text: '日本語', marked: true },
    { text: 'のテキスト。', marked: false },
  ]);
});

test('one result is not "results"', () => {
  expect([0, 1, 1024].map(resultCount)).toEqual(['0 results', '1 result', '1,024 results']);
});

test('an excerpt that says what the title says is known, however it is marked and ended', () => {
  const title = 'Loss fell by 0.011 on three seeds';
  expect(repeats('Loss <mark>fell</mark> by 0.011 on three seeds.', title)).toBe(true);
  expect(repeats('<mark>fell</mark> by 0.011 on', title)).toBe(true);
  expect(repeats('Superseded by another. Loss <mark>fell</mark> by 0.011 on three seeds.', title)).toBe(false);
});
