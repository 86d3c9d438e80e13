import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSiteFolder } from '#publishing/read-site-folder.ts';
import { createWorkspace } from '../../workspace.ts';
import { siteFolder } from './sites.ts';

const base = '/research/preview/pr-7/';
const strangers = (folder: string): ReturnType<typeof readSiteFolder> => readSiteFolder(folder, 'a stranger');

describe('the folder of a built site', () => {
  it('is read as what it is: its files, and the path that it was built for', async () => {
    const folder = siteFolder(base, { 'index.html': 'hello', 'ideas/a/index.html': 'a' });
    const site = await strangers(folder);
    expect(site.base).toBe(base);
    expect(site.files.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['.nojekyll', 0],
      ['.priors-site.json', 46],
      ['ideas/a/index.html', 1],
      ['index.html', 5],
    ]);
  });

  it.each([
    ['to a file outside', '/etc/passwd'],
    ['to a file of the site', 'index.html'],
    ['to nothing', 'nowhere'],
  ])('holds no symbolic link %s, whoever built it', async (_, target) => {
    const folder = siteFolder(base);
    symlinkSync(target, join(folder, 'page.html'));
    await expect(strangers(folder)).rejects.toThrow(/page\.html: it is a symbolic link/);
    await expect(readSiteFolder(folder, 'us')).rejects.toThrow(/page\.html: it is a symbolic link/);
  });

  it('is not reached by a symbolic link itself, nor left by one to a folder', async () => {
    const folder = siteFolder(base);
    const link = join(createWorkspace(), 'site');
    symlinkSync(folder, link);
    await expect(strangers(link)).rejects.toThrow(/is not a folder/);
    symlinkSync('/', join(folder, 'ideas'));
    await expect(strangers(folder)).rejects.toThrow(/ideas: it is a symbolic link/);
  });

  it('holds nothing that is no file: no pipe, no second name of a file elsewhere', async () => {
    const folder = siteFolder(base);
    execFileSync('mkfifo', [join(folder, 'pipe.html')]);
    await expect(strangers(folder)).rejects.toThrow(/pipe\.html: it is neither a file nor a folder/);
    const linked = siteFolder(base);
    linkSync(join(createWorkspace({ 'secret.txt': 's' }), 'secret.txt'), join(linked, 'secret.txt'));
    await expect(strangers(linked)).rejects.toThrow(/secret\.txt: it is linked to from elsewhere/);
  });

  it('is held to sizes: of a file, and of all together', async () => {
    const folder = siteFolder(base);
    const sparse = (name: string, megabytes: number): void => {
      writeFileSync(join(folder, name), '');
      truncateSync(join(folder, name), megabytes * 1024 * 1024 + 1);
    };
    sparse('a.json', 50);
    await expect(strangers(folder)).rejects.toThrow(/a\.json: it has 50\.0 MB, more than 50 MB/);
    for (const name of ['a', 'b', 'c', 'd', 'e']) sparse(`${name}.json`, 49);
    await expect(strangers(folder)).rejects.toThrow(/e\.json: with it the site has more than 200 MB/);
    await expect(readSiteFolder(folder, 'us')).resolves.toMatchObject({ base });
  });

  it.each([
    ['missing', null],
    ['no JSON', '<p>'],
    ['of another form', '{"schema":2,"base":"/"}'],
    ['without a path', '{"schema":1,"base":"https://example.org"}'],
    ['far too long', `{"schema":1,"base":"/"}${' '.repeat(10_000)}`],
  ])('is no site where its marker is %s', async (_, marker) => {
    const folder = createWorkspace({ 'index.html': '', ...(marker === null ? {} : { '.priors-site.json': marker }) });
    await expect(strangers(folder)).rejects.toThrow(/\.priors-site\.json: it is missing or not what Priors writes/);
  });

  it('says of everything that is wrong what and where, but not without end', async () => {
    const folder = siteFolder(base, Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.php`, ''])));
    const refusal = await strangers(folder).then(String, String);
    expect(refusal.match(/Priors makes no \.php files/g)).toHaveLength(20);
    expect(refusal).toContain('and perhaps more');
  });

  it('may hold the names that Priors makes of files, whoever built it, and none that leads elsewhere', async () => {
    const named = { 'ideas/aux/index.html': '', 'files/a: b.tsv': '', 'files/A/x.tsv': '', 'files/a/x.tsv': '' };
    for (const builtBy of ['us', 'a stranger'] as const) {
      const folder = siteFolder(base, named);
      const { files } = await readSiteFolder(folder, builtBy);
      expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(Object.keys(named)));
      writeFileSync(join(folder, '..\\x.html'), '');
      await expect(readSiteFolder(folder, builtBy)).rejects.toThrow(/backslash/);
      rmSync(join(folder, '..\\x.html'));
      mkdirSync(join(folder, '.git'));
      await expect(readSiteFolder(folder, builtBy)).rejects.toThrow(/part of git/);
    }
  });
});
