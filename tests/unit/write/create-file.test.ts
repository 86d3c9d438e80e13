import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFile, createUnderFreeName, replaceFile } from '#write/create-file.ts';
import { createWorkspace } from '../../workspace.ts';
import { filesBelow } from './files-below.ts';

describe('createFile', () => {
  it('never touches a file that is there', async () => {
    const root = createWorkspace({ 'a.md': 'old' });
    expect(await createFile(join(root, 'a.md'), 'new')).toBe(false);
    expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('old');
    expect(filesBelow(root)).toEqual(['a.md']);
  });

  it('makes folders, and leaves nothing but the file', async () => {
    const root = createWorkspace();
    expect(await createFile(join(root, 'x/y/a.md'), 'new')).toBe(true);
    expect(filesBelow(root)).toEqual(['x/y/a.md']);
  });
});

describe('createUnderFreeName', () => {
  it('gives each of many writers of one name a file of its own', async () => {
    const root = createWorkspace();
    const files = await Promise.all(
      Array.from({ length: 20 }, (_, index) => createUnderFreeName(root, '20260104-093000-x', '.md', String(index))),
    );
    expect(new Set(files).size).toBe(20);
    expect(files.filter((file) => file.endsWith('/20260104-093000-x.md'))).toHaveLength(1);
    for (const file of files) expect(file).toMatch(/\/20260104-093000-x(?:-[0-9a-f]{6})?\.md$/);
    expect((await Promise.all(files.map((file) => readFile(file, 'utf8')))).map(Number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index),
    );
    expect(filesBelow(root)).toHaveLength(20);
  });
});

describe('replaceFile', () => {
  it('keeps the permissions', async () => {
    const root = createWorkspace();
    await writeFile(join(root, 'a'), 'old', { mode: 0o600 });
    await replaceFile(join(root, 'a'), 'new', (await stat(join(root, 'a'))).mode);
    expect(await readFile(join(root, 'a'), 'utf8')).toBe('new');
    expect((await stat(join(root, 'a'))).mode & 0o777).toBe(0o600);
  });
});
