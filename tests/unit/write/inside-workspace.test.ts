import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertPlainName, placeInside, realWorkspace, workspacePath } from '#write/inside-workspace.ts';
import { createWorkspace } from '../../workspace.ts';

describe('placeInside', () => {
  it('accepts what lies within, there or not yet', async () => {
    const root = await realWorkspace(createWorkspace({ 'results.tsv': '' }));
    expect(await placeInside(root, 'results.tsv')).toBe(join(root, 'results.tsv'));
    expect(await placeInside(root, 'a/b/../c.md')).toBe(join(root, 'a/c.md'));
    expect(await placeInside(root, join(root, 'x.md'))).toBe(join(root, 'x.md'));
  });

  it.each(['../x', 'a/../../x', '/etc/passwd', '.', '', 'a\0b', 'a\\..\\b'])('refuses %j', async (path) => {
    const root = await realWorkspace(createWorkspace());
    await expect(placeInside(root, path)).rejects.toThrow(/outside the workspace|characters/);
  });

  it('refuses a folder beside the workspace whose name only begins alike', async () => {
    const root = await realWorkspace(createWorkspace());
    await expect(placeInside(root, `${root}-other/x`)).rejects.toThrow(/outside the workspace/);
  });

  it('refuses links that leave the workspace, lead nowhere, or stand above a new file', async () => {
    const root = await realWorkspace(createWorkspace());
    const elsewhere = createWorkspace();
    await symlink(elsewhere, join(root, 'away'));
    await symlink(join(elsewhere, 'not-there'), join(root, 'nowhere.tsv'));
    for (const path of ['away', 'away/x.md', 'away/deep/x.md', 'nowhere.tsv', 'nowhere.tsv/x']) {
      await expect(placeInside(root, path), path).rejects.toThrow(/outside the workspace/);
    }
  });

  it.each(['.git/x.tsv', 'a/.hidden/x.md', '.x.md', 'node_modules/x.tsv', 'experiments/dist/a.log'])(
    'refuses %s, which nobody would read',
    async (path) => {
      const root = await realWorkspace(createWorkspace());
      await expect(placeInside(root, path)).rejects.toThrow(/would not be read/);
    },
  );

  it('follows links that stay within', async () => {
    const root = await realWorkspace(createWorkspace({ 'tables/a.tsv': '' }));
    await symlink('tables/a.tsv', join(root, 'results.tsv'));
    expect(workspacePath(root, await placeInside(root, 'results.tsv'))).toBe('tables/a.tsv');
  });
});

describe('realWorkspace', () => {
  it('follows a link to the workspace itself', async () => {
    const root = createWorkspace();
    const alias = join(createWorkspace(), 'alias');
    await symlink(root, alias);
    expect(await realWorkspace(alias)).toBe(root);
  });

  it.each(['not-there', 'a.md'])('refuses %s, which is no folder', async (name) => {
    const root = createWorkspace({ 'a.md': '' });
    await expect(realWorkspace(join(root, name))).rejects.toThrow(/no folder/);
  });
});

describe('assertPlainName', () => {
  it.each(['cap_8L', 'Bash &', '実験'])('accepts %s', (name) => {
    expect(() => assertPlainName(name, 'an experiment')).not.toThrow();
  });

  it.each(['', '.', '..', '.hidden', 'a/b', 'a\nb', ' a'])('refuses %j', (name) => {
    expect(() => assertPlainName(name, 'an experiment')).toThrow(/cannot be the name/);
  });
});
