import { expect, test } from 'vitest';
import { codeSpans } from '#views/code-spans.ts';

test('what stands between backticks is code', () => {
  expect(codeSpans('`priors --version` takes 0.39 s, `priors` less')).toEqual([
    { text: 'priors --version', as: 'code' },
    { text: ' takes 0.39 s, ', as: 'words' },
    { text: 'priors', as: 'code' },
    { text: ' less', as: 'words' },
  ]);
});

test('a backtick without a partner, or around nothing, is a backtick', () => {
  expect(codeSpans('5` and more')).toEqual([{ text: '5` and more', as: 'words' }]);
  expect(codeSpans('a `` b')).toEqual([{ text: 'a `` b', as: 'words' }]);
  expect(codeSpans('')).toEqual([]);
});

test('what stands between two pairs of asterisks is strong', () => {
  expect(codeSpans('**Ceiling**: 2 ** 3 and `**x**`')).toEqual([
    { text: 'Ceiling', as: 'strong' },
    { text: ': 2 ** 3 and ', as: 'words' },
    { text: '**x**', as: 'code' },
  ]);
});
