import { describe, expect, test } from 'vitest';

import { findInCode, findInText, paperOfUrl } from '#markdown/find-mentions.ts';

const inText = (text: string) => findInText(text).map((mention) => mention.text);
const inCode = (text: string) => findInCode(text).map((mention) => mention.text);

describe('commits', () => {
  test.each(['187e419', '88e6082', 'a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8c9d0'])('%s is one in prose', (commit) => {
    expect(inText(`fixed in ${commit}, then (${commit}).`)).toEqual([commit, commit]);
  });

  test.each([
    '0640555',
    '1234567',
    'deadbeef',
    'abcdefg',
    '187e41',
    'A187E419',
    '187e419z',
    'x187e419',
    'a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8c9d0a',
    '550e8400-e29b-41d4-a716-446655440000',
    'run_187e419',
    'a/187e419',
    '#187e419',
    '3.187e419',
  ])('%s is none in prose', (text) => {
    expect(inText(`see ${text} here`)).toEqual([]);
  });

  test('nothing but digits is one behind the word and in code', () => {
    expect(inText('since commit 0640555 and commits: 1234567')).toEqual(['0640555', '1234567']);
    expect(inCode('0640555')).toEqual(['0640555']);
  });

  test.each(['20260104', '20260104093000', '1000000', '123456', 'deadbeef', 'x = 0640555'])('code that says %s names none', (code) => {
    expect(inCode(code)).toEqual([]);
  });

  test('a command in code may name one', () => {
    expect(findInCode('git show 187e419')).toEqual([{ kind: 'commit', text: '187e419', written: '187e419', index: 9 }]);
  });
});

describe('papers', () => {
  test.each([
    ['see arXiv:2512.24880.', ['arXiv:2512.24880']],
    ['(arxiv: 2512.24880v2)', ['arXiv:2512.24880v2']],
    ['arXiv:hep-th/9901001', ['arXiv:hep-th/9901001']],
    ['doi:10.1000/xyz123.', ['doi:10.1000/xyz123']],
    ['(10.1016/S0000-0000(99)00001-1)', ['doi:10.1016/S0000-0000(99)00001-1']],
    ['version 2512.24880 and 10.5/3', []],
  ])('in %j are %j', (text, papers) => {
    expect(inText(text)).toEqual(papers);
  });

  test.each([
    ['https://arxiv.org/abs/2512.24880', 'arXiv:2512.24880'],
    ['https://arxiv.org/pdf/2512.24880v1.pdf', 'arXiv:2512.24880v1'],
    ['http://www.arxiv.org/html/2512.24880', 'arXiv:2512.24880'],
    ['https://huggingface.co/papers/2512.24880', 'arXiv:2512.24880'],
    ['https://doi.org/10.1000/xyz123', 'doi:10.1000/xyz123'],
    ['https://example.com/abs/2512.24880', null],
    ['https://arxiv.org/list/cs.LG', null],
  ])('%s is the address of %s', (url, paper) => {
    expect(paperOfUrl(url)).toBe(paper);
  });
});
