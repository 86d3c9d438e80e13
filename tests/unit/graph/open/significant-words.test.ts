import { expect, it } from 'vitest';
import { significantWords } from '#graph/significant-words.ts';

it.each([
  ['Try the rotary base on longer sequences', ['rotary', 'base', 'longer', 'sequences']],
  ['Run it again and check the results', []],
  ['Is `val_bpb` at seed 42 luck?', ['val_bpb', 'seed', '42', 'luck']],
  ['学習率を下げる', ['学習', '習率', '率を', 'を下', '下げ', 'げる']],
])('of %j are %j', (text, words) => {
  expect([...significantWords(text).values()]).toEqual(words);
});

it('are the same in the forms of a word', () => {
  const stems = ['parse', 'parsing', 'parsed', 'parses'].flatMap((word) => [...significantWords(word).keys()]);
  expect(new Set(stems).size).toBe(1);
});
