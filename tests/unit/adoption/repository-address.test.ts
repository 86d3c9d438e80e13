import { expect, it } from 'vitest';
import { repositoryAddress } from '#adoption/repository-address.ts';

it.each([
  ['https://github.com/me/lab.git', 'https://github.com/me/lab'],
  ['https://github.com/me/lab/', 'https://github.com/me/lab'],
  ['https://me:ghp_secret@github.com/me/lab.git', 'https://github.com/me/lab'],
  ['https://oauth2:a@b@gitlab.example.org:8443/group/sub/lab.git?private_token=x#y', null],
  ['https://oauth2:token@gitlab.example.org:8443/group/sub/lab.git?private_token=x#y', 'https://gitlab.example.org:8443/group/sub/lab'],
  ['http://forge.local/me/lab', 'http://forge.local/me/lab'],
  ['git@github.com:me/lab.git', 'https://github.com/me/lab'],
  ['org-1234@github.com:me/lab.git', 'https://github.com/me/lab'],
  ['ssh://git@forge.example.org:2222/me/lab.git', 'https://forge.example.org/me/lab'],
  ['git+ssh://me:secret@forge.example.org/me/lab', 'https://forge.example.org/me/lab'],
  ['/srv/git/lab.git', null],
  ['../lab', null],
  ['file:///srv/git/lab.git', null],
  ['git://example.org/lab.git', null],
  ['C:\\lab', null],
  ['https://github.com/', null],
  ['https://github.com/../../etc', null],
  ['', null],
])('of %s is %s, without credentials', (remote, url) => {
  const address = repositoryAddress(remote);
  expect(address?.url ?? null).toBe(url);
  expect(JSON.stringify(address)).not.toMatch(/secret|token|oauth/);
});
