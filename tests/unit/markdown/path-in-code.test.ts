import { expect, test } from 'vitest';

import { pathInCode } from '#markdown/path-in-code.ts';

test.each([
  ['research/ideas/x.md', 'research/ideas/x.md', null],
  ['./a.py', './a.py', null],
  ['../src/a-b_c.ts', '../src/a-b_c.ts', null],
  ['/logs/run 1.log'.replace(' ', '-'), '/logs/run-1.log', null],
  ['results.tsv', 'results.tsv', null],
  ['src/a.py:12', 'src/a.py', null],
  ['src/a.py:12-20', 'src/a.py', null],
  ['ideas/x.md#next-steps', 'ideas/x.md', 'next-steps'],
  ['Größe/日本.md', 'Größe/日本.md', null],
])('%s names a file', (code, path, fragment) => {
  expect(pathInCode(code)).toEqual({ path, fragment });
});

test.each([
  'python train.py',
  'https://a.example/x.md',
  '*.md',
  '{model}.yaml',
  'x.unknown',
  '.md',
  'a/',
  'f(x)',
  '$HOME/a.md',
  'a\\b.md',
  `${'a/'.repeat(200)}x.md`,
])('%s is only code', (code) => {
  expect(pathInCode(code)).toBeNull();
});
