import { expect, test } from 'vitest';

import { readAddress } from '#markdown/link-address.ts';

test.each(['https://a.example/x?y#z', 'HTTP://a.example', 'mailto:a@b.example'])('%s leads outside as it is', (url) => {
  expect(readAddress(url)).toEqual({ type: 'outside', url });
});

test.each(['//a.example/x', '\\\\a.example/x', '/\\a.example/x'])('%s has no scheme and gets one', (url) => {
  expect(readAddress(url)).toEqual({ type: 'outside', url: 'https://a.example/x' });
});

test.each([
  'javascript:alert(1)',
  ' JavaScript:x',
  'java\tscript:x',
  '\u0001javascript:x',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'C:\\x.md',
  'blob:x',
  '',
  '  ',
  '#',
])('%j is not followed', (url) => {
  expect(readAddress(url)).toEqual({ type: 'refused' });
});

test.each([
  ['../ideas/x.md', '../ideas/x.md', null],
  ['/ideas/x.md', '/ideas/x.md', null],
  ['a%20b.md#Next%20Steps', 'a b.md', 'next-steps'],
  ['100%.md', '100%.md', null],
  ['src/a.py#L12', 'src/a.py', 'L12'],
  ['ideas/#x', 'ideas/', 'x'],
  ['x.md#', 'x.md', null],
])('%s is looked up in the workspace', (url, target, fragment) => {
  expect(readAddress(url)).toEqual({ type: 'workspace', target, fragment });
});

test('a fragment alone is a heading of the same text', () => {
  expect(readAddress('#Next Steps')).toEqual({ type: 'heading', fragment: 'next-steps', written: 'Next Steps' });
});
