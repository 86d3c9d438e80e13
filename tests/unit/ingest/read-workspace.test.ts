import { symlinkSync } from 'node:fs';
import type * as fs from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readProgram, readWorkspace } from '#ingest/read-workspace.ts';
import { folderWith } from './temporary-folder.ts';

const read = (files: Readonly<Record<string, string | Uint8Array>>, ignore: string[] = []) => readWorkspace(folderWith(files), ignore);
const pathsOf = (items: readonly { path: string }[]) => items.map(({ path }) => path);

describe('readWorkspace', () => {
  it('reads what Priors understands, lists what links may lead to, and says what it skips', async () => {
    const { sources, assets, skipped, problems } = await read({
      'b.md': 'B',
      'B.markdown': 'B',
      'a/results.tsv': 'x\ty',
      'a/scaffold.log': 'text',
      'a/figure.png': 'png',
      'a/run.jsonl': '{}',
      'ideas/_TEMPLATE.md': 'template',
      'human_journal.md': 'private',
      '.env': 'SECRET=1',
      '.git/HEAD': 'ref',
      '5_worktrees/x/b.md': 'copy',
      'node_modules/x/README.md': 'not ours',
    });
    expect(pathsOf(sources)).toEqual(['B.markdown', 'a/results.tsv', 'a/scaffold.log', 'b.md']);
    expect(assets).toEqual(['a/figure.png', 'a/run.jsonl', 'ideas/_TEMPLATE.md']);
    expect(pathsOf(skipped)).toEqual([
      '.env',
      '.git',
      '5_worktrees',
      'a/run.jsonl',
      'human_journal.md',
      'ideas/_TEMPLATE.md',
      'node_modules',
    ]);
    expect(skipped.every(({ reason }) => reason !== '')).toBe(true);
    expect(problems).toEqual([]);
  });

  it('never reads a site that Priors built into the workspace', async () => {
    const { sources, skipped } = await read({ 'a.md': 'A', 'site/.priors-site.json': '{}', 'site/pages/a.md': 'A' });
    expect(pathsOf(sources)).toEqual(['a.md']);
    expect(pathsOf(skipped)).toEqual(['site']);
  });

  it('gives a file the same digest as long as its path and bytes are the same', async () => {
    const [a, b, moved, changed] = await Promise.all([
      read({ 'a.md': 'A' }),
      read({ 'a.md': 'A' }),
      read({ 'b.md': 'A' }),
      read({ 'a.md': 'B' }),
    ]);
    expect(a.sources[0]?.digest).toBe(b.sources[0]?.digest);
    expect(a.sources[0]?.digest).not.toBe(moved.sources[0]?.digest);
    expect(a.sources[0]?.digest).not.toBe(changed.sources[0]?.digest);
  });

  it('leaves out what program.md ignores, with all of a folder', async () => {
    const { sources, skipped } = await read(
      { 'a.md': '', 'drafts/b.md': '', 'drafts/deep/c.md': '', 'd.draft.md': '', 'e(1).md': '', 'e1.md': '' },
      ['drafts', '*.draft.md', 'e(1).md'],
    );
    expect(pathsOf(sources)).toEqual(['a.md', 'e1.md']);
    expect(skipped).toEqual(['d.draft.md', 'drafts', 'e(1).md'].map((path) => ({ path, reason: 'Ignored by program.md' })));
  });

  it('says of a folder that is not there, and names no path of this machine', async () => {
    const folder = join(folderWith({}), 'gone');
    expect((await readWorkspace(folder, [])).problems).toMatchObject([
      { code: 'missing-workspace', path: '.', line: 1, column: 1, message: 'There is no folder "gone" to read' },
    ]);
  });

  it('says of a folder with nothing to publish that it is empty', async () => {
    const folder = folderWith({ 'figure.png': 'png' });
    expect((await readWorkspace(folder, [])).problems).toMatchObject([
      { code: 'empty-workspace', message: `The folder "${basename(folder)}" holds no Markdown file, results table or run log` },
    ]);
  });

  it('does not take a file for a workspace', async () => {
    const folder = folderWith({ 'a.md': 'A' });
    expect((await readWorkspace(join(folder, 'a.md'), [])).problems).toMatchObject([{ code: 'missing-workspace' }]);
  });

  it('reports a file that it may not read, and reads the others', async () => {
    vi.doMock('node:fs/promises', async (original) => {
      const real = await original<typeof fs>();
      const readFile = (path: string): Promise<Buffer> =>
        path.endsWith('a.md') ? Promise.reject(Object.assign(new Error(`EACCES: ${path}`), { code: 'EACCES' })) : real.readFile(path);
      return { ...real, readFile };
    });
    vi.resetModules();
    const { readWorkspace: readWithRefusal } = await import('#ingest/read-workspace.ts');
    const { sources, unreadable, problems } = await readWithRefusal(folderWith({ 'a.md': 'A', 'b.md': 'B' }), []);
    vi.doUnmock('node:fs/promises');
    expect(pathsOf(sources)).toEqual(['b.md']);
    expect(unreadable).toMatchObject([{ path: 'a.md', kind: 'unreadable' }]);
    expect(problems).toMatchObject([{ code: 'unreadable-file', path: 'a.md', message: 'The file cannot be read: permission denied' }]);
  });

  it('follows links to files of the workspace and refuses all others', async () => {
    const outside = folderWith({ 'secret.md': 'secret' });
    const folder = folderWith({ 'a.md': 'A', 'sub/b.md': 'B', '.env': 'SECRET=1', 'human_journal.md': 'private' });
    const links = {
      'inside.md': 'a.md',
      'outside.md': join(outside, 'secret.md'),
      'hidden.md': '.env',
      'private.md': 'human_journal.md',
      'gone.md': 'nothing',
      'loop.md': 'loop.md',
      'sub/up': '..',
      folder: 'sub',
      away: outside,
    };
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
    const { sources, skipped } = await readWorkspace(folder, []);
    expect(pathsOf(sources)).toEqual(['a.md', 'inside.md', 'sub/b.md']);
    expect(Object.fromEntries(skipped.map(({ path, reason }) => [path, reason]))).toEqual({
      '.env': 'Hidden files are not read',
      away: 'A symbolic link that leaves the workspace',
      folder: 'A symbolic link to a folder, which is read at its own place only',
      'gone.md': 'A symbolic link that leads nowhere or round in a circle',
      'hidden.md': 'A symbolic link to a file that is not read',
      'human_journal.md': 'human_journal.md stays private',
      'loop.md': 'A symbolic link that leads nowhere or round in a circle',
      'outside.md': 'A symbolic link that leaves the workspace',
      'private.md': 'A symbolic link to a file that is not read',
      'sub/up': 'A symbolic link to a folder, which is read at its own place only',
    });
  });

  it('skips what is too large to be writing', async () => {
    const { sources, assets, skipped } = await read({ 'a.md': 'A', 'big.md': Buffer.alloc(5 * 1024 * 1024 + 1, 'x') });
    expect(pathsOf(sources)).toEqual(['a.md']);
    expect(assets).toEqual(['big.md']);
    expect(skipped).toEqual([{ path: 'big.md', reason: 'Larger than 5 MB' }]);
  });

  it('gives paths in one Unicode form, and reads one of two that differ only in it', async () => {
    const { sources, skipped } = await read({ 'Cafe\u0301.md': 'A', 'Caf\u00e9.md': 'B' });
    expect(pathsOf(sources)).toEqual(['Caf\u00e9.md']);
    expect(skipped).toHaveLength(1);
  });

  it('reads any names', async () => {
    const names = ['Bash &.md', "what's #1? (50%) ; $x > y = !.md", '実験.md', 'تجربة.md'];
    expect(pathsOf((await read(Object.fromEntries(names.map((name) => [name, 'x'])))).sources)).toEqual([...names].sort());
  });
});

describe('readProgram', () => {
  it('reads the program alone, or nothing', async () => {
    expect((await readProgram(folderWith({ 'program.md': 'P', 'a.md': 'A' })))?.text).toBe('P');
    expect(await readProgram(folderWith({ 'a.md': 'A' }))).toBeNull();
    expect(await readProgram(join(folderWith({}), 'gone'))).toBeNull();
  });

  it('follows the same links as reading the workspace does, so that nothing ignored is read', async () => {
    const folder = folderWith({ 'docs/plan.md': 'P' });
    symlinkSync('docs/plan.md', join(folder, 'program.md'));
    expect((await readProgram(folder))?.text).toBe('P');
    const other = folderWith({});
    symlinkSync(join(folder, 'docs/plan.md'), join(other, 'program.md'));
    expect(await readProgram(other)).toBeNull();
  });
});
