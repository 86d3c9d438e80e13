import { expect, test } from 'vitest';
import { codeSpans } from '#views/code-spans.ts';

test('what stands between backticks is code', () => {
  expect(codeSpans('`priors --version` takes 0.39 s, `priors` less')).toEqual([
    { text: 'priors --version', code: true },
    { text: ' takes 0.39 s, ', code: false },
    { text: 'priors', code: true },
    { text: ' less', code: false },
  ]);
});

test('a backtick without a partner, or around nothing, is a backtick', () => {
  expect(codeSpans('5` and more')).toEqual([{ text: '5` and more', code: false }]);
  expect(codeSpans('a `` b')).toEqual([{ text: 'a `` b', code: false }]);
  expect(codeSpans('')).toEqual([]);
});
