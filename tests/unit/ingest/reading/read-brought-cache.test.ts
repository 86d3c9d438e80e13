import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBroughtCache } from '#ingest/reading/read-brought-cache.ts';
import { folderWith } from '../temporary-folder.ts';

const below = 'node_modules/.cache/priors/content-1234abcd';

function commit(folder: string): string {
  for (const parameters of [
    ['init', '--quiet'],
    ['add', '--all', '--force'],
  ])
    execFileSync('git', parameters, { cwd: folder });
  return folder;
}

function linked(target: string, path: string, folder = folderWith({})): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  symlinkSync(target, join(folder, path));
  return folder;
}

describe('readBroughtCache', () => {
  it('has nothing against a folder that is not there, that git does not know, or that lies in no repository', async () => {
    const file = { [`${below}/parsed/a.json`]: '{}' };
    const repository = commit(folderWith({ 'a.md': 'text' }));
    for (const folder of [repository, folderWith({}), folderWith(file)]) expect(await readBroughtCache(join(folder, below))).toBe(null);
    mkdirSync(join(repository, below, 'parsed'), { recursive: true });
    expect(await readBroughtCache(join(repository, below))).toBe(null);
  });

  it('refuses one that git has files of', async () => {
    const folder = commit(folderWith({ [`${below}/parsed/a.json`]: '{}' }));
    expect(await readBroughtCache(join(folder, below))).toMatch(/^git has files of ".+"$/);
  });

  it('refuses one that a link of a commit leads to, also where it leads elsewhere in the commit', async () => {
    for (const path of ['node_modules', 'node_modules/.cache', 'node_modules/.cache/priors', below]) {
      const folder = commit(linked(folderWith({}), path));
      expect(await readBroughtCache(join(folder, below))).toMatch(/^".+" is a link that is in git$/);
    }
    const inside = folderWith({ 'evil/.cache/priors/content-1234abcd/parsed/a.json': '{}' });
    symlinkSync('evil', join(inside, 'node_modules'));
    execFileSync('git', ['init', '--quiet'], { cwd: inside });
    execFileSync('git', ['add', 'evil'], { cwd: inside });
    expect(await readBroughtCache(join(inside, below))).toMatch(/^git has files of ".+"$/);
  });

  it('follows a link that somebody made for a cache of their own, and none within the folder', async () => {
    const own = linked(folderWith({}), 'node_modules');
    execFileSync('git', ['init', '--quiet'], { cwd: own });
    expect(await readBroughtCache(join(own, below))).toBe(null);
    expect(await readBroughtCache(join(linked(folderWith({}), `${below}/parsed`), below))).toMatch(/parsed" is a link$/);
  });
});
