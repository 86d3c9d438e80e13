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

  it.each([
    ['https://github.com/o/n', 'dev', 'https://github.com/o/n/commits/dev/a/b%20c.md', 'https://github.com/o/n/edit/dev/a/b%20c.md'],
    ['https://github.com/o/n', null, 'https://github.com/o/n/commits/HEAD/a/b%20c.md', 'https://github.com/o/n/edit/HEAD/a/b%20c.md'],
    ['https://gitlab.com/o/n', 'a/b', 'https://gitlab.com/o/n/-/commits/a/b/a/b%20c.md', 'https://gitlab.com/o/n/-/edit/a/b/a/b%20c.md'],
    [
      'https://bitbucket.org/o/n',
      'a/b',
      'https://bitbucket.org/o/n/history-node/a/b/a/b%20c.md',
      'https://bitbucket.org/o/n/src/a/b/a/b%20c.md?mode=edit&at=a%2Fb',
    ],
    [
      'https://codeberg.org/o/n',
      'main',
      'https://codeberg.org/o/n/commits/branch/main/a/b%20c.md',
      'https://codeberg.org/o/n/_edit/main/a/b%20c.md',
    ],
    ['https://codeberg.org/o/n', null, null, null],
    ['https://code.example.org/o/n', 'main', null, null],
  ])('%s on %s: where the history of a file is, and where it can be edited', (repository, branch, history, edit) => {
    const forge = forgeOf(repository, branch);
    expect([forge?.history('a/b c.md'), forge?.edit('a/b c.md')]).toEqual([history, edit]);
  });

  it('shows a file of Codeberg where the main branch is known', () => {
    expect(forgeOf('https://codeberg.org/o/n', 'main')?.file('a/b.py', 3)).toBe('https://codeberg.org/o/n/src/branch/main/a/b.py#L3');
  });

  it.each(['javascript:alert(1)', 'file:///home/me/repo', '/home/me/repo', 'not a url', ''])('takes no address from "%s"', (repository) => {
    expect(forgeOf(repository)).toBeNull();
  });

  it('encodes what content put into a commit or path', () => {
    expect(forgeOf('https://github.com/o/n')?.commit('"><script>')).toBe('https://github.com/o/n/commit/%22%3E%3Cscript%3E');
  });
});
