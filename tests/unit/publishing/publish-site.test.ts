import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPreview, closePreview, publishPreview, publishSite } from '#publishing/publish-site.ts';
import type { PagesBranch } from '#publishing/pages-branch.ts';
import { remoteRepository, siteFolder, type Remote } from './sites.ts';

const pages = ({ checkout }: Remote): PagesBranch => ({ folder: checkout, remote: 'origin', branch: 'gh-pages' });
const preview = (number: number, text = 'preview'): string => siteFolder(`/r/preview/pr-${number}/`, { 'index.html': text });
const publish = (remote: Remote, number: number, text?: string, keep = 20): ReturnType<typeof publishPreview> =>
  publishPreview(preview(number, text), number, null, keep, pages(remote));
const listed = (remote: Remote): unknown => JSON.parse(remote.text('preview/previews.json'));

describe('publishing the site', () => {
  it('makes the branch, byte for byte, whatever git would do to line ends', async () => {
    const remote = remoteRepository();
    remote.git('config', 'core.autocrlf', 'input');
    const folder = siteFolder('/r/', { 'index.html': 'a\r\nb\n', '.gitattributes': '* text eol=lf\n', 'ideas/a/index.html': 'x' });
    const { commit, files } = await publishSite(folder, pages(remote));
    expect(files).toBe(5);
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
    expect(remote.files()).toEqual(['.gitattributes', '.nojekyll', '.priors-site.json', 'ideas/a/index.html', 'index.html']);
    expect(remote.text('index.html')).toBe('a\r\nb\n');
  });

  it('leaves the checkout as it is: no branch, no object, no file', async () => {
    const remote = remoteRepository();
    await publishSite(siteFolder('/r/'), pages(remote));
    expect(remote.git('count-objects')).toMatch(/^0 objects/);
    expect(remote.git('for-each-ref') + remote.git('status', '--porcelain')).toBe('');
  });

  it('replaces all but previews and the domain, in one commit without parents', async () => {
    const remote = remoteRepository();
    await publishSite(siteFolder('/r/', { 'old.html': 'old' }), pages(remote));
    await publish(remote, 7);
    remote.git('fetch', '--quiet', 'origin', 'gh-pages');
    remote.git('checkout', '--quiet', '-b', 'gh-pages', 'FETCH_HEAD');
    writeFileSync(join(remote.checkout, 'CNAME'), 'example.org\n');
    remote.git('add', 'CNAME');
    remote.git('commit', '--quiet', '--message', 'Set the domain');
    remote.git('push', '--quiet', 'origin', 'gh-pages');
    await publishSite(siteFolder('/', { 'new.html': 'new' }), pages(remote));
    expect(remote.files()).toEqual([
      '.nojekyll',
      '.priors-site.json',
      'CNAME',
      'new.html',
      'preview/pr-7/.nojekyll',
      'preview/pr-7/.priors-site.json',
      'preview/pr-7/index.html',
      'preview/previews.json',
    ]);
    remote.git('fetch', '--quiet', '--force', 'origin', 'gh-pages');
    expect(remote.git('rev-list', '--count', 'FETCH_HEAD').trim()).toBe('1');
  });

  it('refuses a preview, which would replace the site itself', async () => {
    const remote = remoteRepository();
    await expect(publishSite(preview(12), pages(remote))).rejects.toThrow(/preview of pull request 12.*--pull-request 12/s);
    await expect(publishSite(siteFolder('/r/', { preview: 'a file of that name' }), pages(remote))).rejects.toThrow(/would replace/);
  });

  it('closes no preview on a branch that Priors did not publish', async () => {
    const remote = remoteRepository();
    remote.git('checkout', '--quiet', '-b', 'work');
    mkdirSync(join(remote.checkout, 'preview/pr-7'), { recursive: true });
    writeFileSync(join(remote.checkout, 'preview/pr-7/notes.txt'), 'work\n');
    remote.git('add', '--all');
    remote.git('commit', '--quiet', '--message', 'Work');
    remote.git('push', '--quiet', 'origin', 'work');
    await expect(closePreview(7, { ...pages(remote), branch: 'work' })).rejects.toThrow(/did not publish/);
  });

  it('finds its branch also beside one whose name ends like it', async () => {
    const remote = remoteRepository();
    remote.git('checkout', '--quiet', '-b', 'a/refs/heads/gh-pages');
    remote.git('commit', '--quiet', '--allow-empty', '--message', 'Odd');
    remote.git('push', '--quiet', 'origin', 'a/refs/heads/gh-pages');
    expect((await publishSite(siteFolder('/r/', { 'index.html': 'one' }), pages(remote))).commit).not.toBeNull();
    expect((await publishSite(siteFolder('/r/', { 'index.html': 'two' }), pages(remote))).commit).not.toBeNull();
  });

  it('makes no new commit for the same site', async () => {
    const remote = remoteRepository();
    const folder = siteFolder('/r/');
    expect((await publishSite(folder, pages(remote))).commit).not.toBeNull();
    expect((await publishSite(folder, pages(remote))).commit).toBeNull();
  });

  it('never replaces a branch that somebody works on', async () => {
    const remote = remoteRepository();
    writeFileSync(join(remote.checkout, 'README.md'), 'Work');
    remote.git('add', '--all');
    remote.git('commit', '--quiet', '--message', 'Work');
    remote.git('push', '--quiet', 'origin', 'main');
    const target = { ...pages(remote), branch: 'main' };
    await expect(publishSite(siteFolder('/r/'), target)).rejects.toThrow(/main of origin holds files that Priors did not publish/);
    await expect(publishPreview(preview(1), 1, null, 20, target)).rejects.toThrow(/Priors did not publish/);
    expect(remote.files('main')).toEqual(['README.md']);
  });

  it('says what is wrong where there is no such remote, no such branch name, and no way to the remote', async () => {
    const remote = remoteRepository();
    const folder = siteFolder('/r/');
    await expect(publishSite(folder, { ...pages(remote), remote: 'elsewhere' })).rejects.toThrow(/There is no remote "elsewhere"/);
    await expect(publishSite(folder, { ...pages(remote), branch: 'a..b' })).rejects.toThrow(/not the name of a branch/);
    remote.git('remote', 'set-url', 'origin', 'ext::sh -c touch%20/tmp/never');
    await expect(publishSite(folder, pages(remote))).rejects.toThrow(/not allowed/);
    rmSync(remote.bare, { recursive: true });
    remote.git('remote', 'set-url', 'origin', remote.bare);
    await expect(publishSite(folder, pages(remote))).rejects.toThrow(/could not be read/);
  });

  it('does not replace previews by a folder of the site that is called so', async () => {
    const remote = remoteRepository();
    await expect(publishSite(siteFolder('/r/', { 'preview/pr-1/index.html': '' }), pages(remote))).rejects.toThrow(/branch itself keeps/);
  });
});

describe('publishing a preview', () => {
  it('changes nothing but its own folder and the list', async () => {
    const remote = remoteRepository();
    await publishSite(siteFolder('/r/'), pages(remote));
    await publish(remote, 7, 'first');
    await publish(remote, 9);
    const before = remote.files().filter((path) => !path.startsWith('preview/pr-7/'));
    await publishPreview(siteFolder('/r/preview/pr-7/', { 'other.html': 'second' }), 7, null, 20, pages(remote));
    expect(remote.files().filter((path) => !path.startsWith('preview/pr-7/'))).toEqual(before);
    expect(remote.files().filter((path) => path.endsWith('.html'))).toEqual([
      'index.html',
      'preview/pr-7/other.html',
      'preview/pr-9/index.html',
    ]);
    expect(listed(remote)).toMatchObject({ schema: 1, previews: [{ number: 7 }, { number: 9 }] });
  });

  it('makes no new commit for the same preview', async () => {
    const remote = remoteRepository();
    expect((await publish(remote, 7)).commit).not.toBeNull();
    expect((await publish(remote, 7)).commit).toBeNull();
  });

  it('keeps the newest, in the order in which they were published', async () => {
    const remote = remoteRepository();
    for (const number of [3, 1, 2]) await publish(remote, number, 'x', 3);
    await publish(remote, 3, 'again', 3);
    expect((await publish(remote, 4, 'x', 3)).removed).toEqual([1]);
    expect(remote.files().filter((path) => path.endsWith('index.html'))).toEqual([
      'preview/pr-2/index.html',
      'preview/pr-3/index.html',
      'preview/pr-4/index.html',
    ]);
  });

  it('keeps twenty, of which the oldest goes for the twenty-first', async () => {
    const remote = remoteRepository();
    for (let number = 1; number <= 20; number += 1) expect((await publish(remote, number)).removed).toEqual([]);
    expect((await publish(remote, 21)).removed).toEqual([1]);
    expect(remote.files().filter((path) => path.endsWith('index.html'))).toHaveLength(20);
    expect(remote.files()).not.toContain('preview/pr-1/index.html');
    expect(remote.files()).toContain('preview/pr-2/index.html');
  }, 120_000);

  it('refuses a preview that was built for another path', async () => {
    const remote = remoteRepository();
    await expect(publishPreview(preview(8), 7, null, 20, pages(remote))).rejects.toThrow(/built for \/r\/preview\/pr-8\//);
    await expect(publishPreview(preview(7), 7, '/other/preview/pr-7/', 20, pages(remote))).rejects.toThrow(/not for \/other/);
    await expect(checkPreview(siteFolder('/'), 7, null)).rejects.toThrow(/built for \//);
    expect(await checkPreview(preview(7), 7, '/r/preview/pr-7/')).toBe(3);
    expect(remote.files()).toEqual([]);
  });

  it('begins again where others publish at the same time: none is lost', async () => {
    const remote = remoteRepository();
    await Promise.all([publishSite(siteFolder('/r/'), pages(remote)), ...[1, 2, 3, 4].map((number) => publish(remote, number))]);
    expect(remote.files().filter((path) => path.endsWith('index.html'))).toEqual([
      'index.html',
      ...[1, 2, 3, 4].map((number) => `preview/pr-${number}/index.html`),
    ]);
  }, 120_000);

  it('says so where somebody else wrote the list', async () => {
    const remote = remoteRepository();
    await publish(remote, 7);
    remote.git('fetch', '--quiet', 'origin', 'gh-pages');
    remote.git('checkout', '--quiet', '-b', 'gh-pages', 'FETCH_HEAD');
    writeFileSync(join(remote.checkout, 'preview/previews.json'), '{}');
    remote.git('commit', '--quiet', '--all', '--message', 'Break it');
    remote.git('push', '--quiet', 'origin', 'gh-pages');
    await expect(publish(remote, 8)).rejects.toThrow(/not what Priors writes/);
  });
});

describe('closing a preview', () => {
  it('removes it, and is quiet where there is none', async () => {
    const remote = remoteRepository();
    expect(await closePreview(7, pages(remote))).toBeNull();
    await publishSite(siteFolder('/r/'), pages(remote));
    await publish(remote, 7);
    await publish(remote, 70);
    expect(await closePreview(7, pages(remote))).toMatch(/^[0-9a-f]{40}$/);
    expect(remote.files().filter((path) => path.endsWith('index.html'))).toEqual(['index.html', 'preview/pr-70/index.html']);
    expect(listed(remote)).toMatchObject({ previews: [{ number: 70 }] });
    expect(await closePreview(7, pages(remote))).toBeNull();
  });
});
