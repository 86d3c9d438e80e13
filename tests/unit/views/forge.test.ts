import { describe, expect, it } from 'vitest';
import { forgeOf } from '#views/forge.ts';

describe('repository addresses', () => {
  it.each([
    ['https://github.com/o/n', 'https://github.com/o/n/commit/0640555', 'https://github.com/o/n/blob/HEAD/a/b.py#L3'],
    ['https://github.com/o/n.git/', 'https://github.com/o/n/commit/0640555', 'https://github.com/o/n/blob/HEAD/a/b.py#L3'],
    ['git@github.com:o/n.git', 'https://github.com/o/n/commit/0640555', 'https://github.com/o/n/blob/HEAD/a/b.py#L3'],
    ['ssh://git@github.com/o/n.git', 'https://github.com/o/n/commit/0640555', 'https://github.com/o/n/blob/HEAD/a/b.py#L3'],
    [
      'https://gitlab.example.org/g/s/n',
      'https://gitlab.example.org/g/s/n/-/commit/0640555',
      'https://gitlab.example.org/g/s/n/-/blob/HEAD/a/b.py#L3',
    ],
    ['https://bitbucket.org/o/n', 'https://bitbucket.org/o/n/commits/0640555', 'https://bitbucket.org/o/n/src/HEAD/a/b.py#lines-3'],
    ['https://codeberg.org/o/n', 'https://codeberg.org/o/n/commit/0640555', null],
  ])('%s', (repository, commit, file) => {
    const forge = forgeOf(repository);
    expect([forge?.commit('0640555'), forge?.file('a/b.py', 3)]).toEqual([commit, file]);
  });

  it.each(['javascript:alert(1)', 'file:///home/me/repo', '/home/me/repo', 'not a url', ''])('takes no address from "%s"', (repository) => {
    expect(forgeOf(repository)).toBeNull();
  });

  it('encodes what content put into a commit or path', () => {
    expect(forgeOf('https://github.com/o/n')?.commit('"><script>')).toBe('https://github.com/o/n/commit/%22%3E%3Cscript%3E');
  });
});
