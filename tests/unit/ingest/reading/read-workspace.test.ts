import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, symlinkSync } from 'node:fs';
import type * as fs from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readProgram, readWorkspace } from '#ingest/reading/read-workspace.ts';
import { folderWith } from '../temporary-folder.ts';

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
      'a/curve.jsonl': '{}',
      'ideas/_TEMPLATE.md': 'template',
      'human_journal.md': 'private',
      '.env': 'SECRET=1',
      '.git/HEAD': 'ref',
      '5_worktrees/x/b.md': 'copy',
      'node_modules/x/README.md': 'not ours',
    });
    expect(pathsOf(sources)).toEqual(['B.markdown', 'a/results.tsv', 'a/scaffold.log', 'b.md']);
    expect(assets).toEqual(['a/curve.jsonl', 'a/figure.png', 'ideas/_TEMPLATE.md']);
    expect(pathsOf(skipped)).toEqual([
      '.env',
      '.git',
      '5_worktrees',
      'a/curve.jsonl',
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
    const { readWorkspace: readWithRefusal } = await import('#ingest/reading/read-workspace.ts');
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

  it('reads larger tables and run logs than texts, and says what is too large for each', async () => {
    const large = (start: string, megabytes = 6) => Buffer.alloc(megabytes * 1024 * 1024, start);
    const { sources, assets, skipped, problems } = await read({
      'big.md': large('x'),
      'results.tsv': large('commit\tloss\n'),
      'huge.tsv': large('commit\tloss\n', 33),
      'events.log': large('[2026-01-04 09:30:00] VERIFY_MODEL: Llama\n'),
      'scaffold.log': large('step 1 loss 3.2\n'),
    });
    expect(pathsOf(sources)).toEqual(['events.log', 'results.tsv']);
    expect(assets).toEqual(['big.md', 'huge.tsv', 'scaffold.log']);
    expect(skipped).toEqual([
      { path: 'big.md', reason: 'Larger than 5 MB' },
      { path: 'huge.tsv', reason: 'Larger than 32 MB' },
      { path: 'scaffold.log', reason: 'Larger than 5 MB, and no run log' },
    ]);
    expect(problems).toMatchObject([
      { code: 'too-large-file', path: 'big.md', message: 'Unexpected 6 MB, expected at most 5 MB' },
      { code: 'too-large-file', path: 'huge.tsv' },
    ]);
  });

  it('opens a file whose name does not tell what it is, and reads on only if it is ours', async () => {
    const { sources, assets, skipped } = await read({
      'a.md': 'A',
      'run.jsonl': '{"timestamp":"2026-01-04T09:30:00Z","action":"START"}\n',
      'data.jsonl': '{"prompt":"a"}\n',
      'notes.txt': 'Dear all,\n',
      'package.json': '{ "name": "x" }',
      'events.txt': '[2026-01-04 09:30:00] VERIFY_MODEL: Llama\n',
    });
    expect(pathsOf(sources)).toEqual(['a.md', 'events.txt', 'run.jsonl']);
    expect(assets).toEqual(['data.jsonl', 'notes.txt', 'package.json']);
    expect(skipped).toEqual([
      { path: 'data.jsonl', reason: 'JSON Lines that are no run log' },
      { path: 'notes.txt', reason: 'Plain text that is no run log' },
    ]);
  });

  it('does not read other checkouts, environments and caches under any name', async () => {
    const { sources, skipped } = await read({
      'a.md': 'A',
      'idea/.git': 'gitdir: ../.git/worktrees/idea\n',
      'idea/a.md': 'copy',
      'python/pyvenv.cfg': '',
      'python/LICENSE.md': 'not ours',
      'kept/CACHEDIR.TAG': 'Signature: 8a477f597d28d172789f06886806bc55',
      'kept/a.md': 'cached',
      'env/README.md': 'an environment to learn in',
    });
    expect(pathsOf(sources)).toEqual(['a.md', 'env/README.md']);
    expect(pathsOf(skipped)).toEqual(['idea', 'kept', 'python']);
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

describe('readWorkspace in a git repository', () => {
  const ignored = {
    '.gitignore': 'private.md\nresults.tsv\n/out/\n*.log\nnode_modules\n',
    'a.md': 'A',
    'private.md': 'not published',
    'results.tsv': 'commit\tval_bpb\n187e419\t0.99\n',
    'words.tsv': 'commit\tval_bpb\n',
    'train.log': 'step 1 loss 3.2\n',
    'out/design.log': '[2026-01-04 09:30:00] VERIFY_MODEL: Llama\n',
    'out/notes.md': 'not published',
    'out/plot.png': 'png',
    'out/sub/RESEARCH_JOURNAL.md': '## 2026-01-04\n',
    'out/train.tsv': 'sentence\tlabel\nGood\t1\n',
    'out/node_modules/x/results.tsv': 'commit\tval_bpb\n',
  };

  it('leaves out what git ignores, apart from results tables, run logs and journals', async () => {
    const folder = folderWith(ignored);
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    const { sources, assets, skipped, problems } = await readWorkspace(folder, []);
    expect(pathsOf(sources)).toEqual(['a.md', 'out/design.log', 'out/sub/RESEARCH_JOURNAL.md', 'results.tsv', 'words.tsv']);
    expect(assets).toEqual([]);
    expect(skipped).toEqual([
      { path: '.git', reason: 'Hidden folders are not read' },
      { path: '.gitignore', reason: 'Hidden files are not read' },
      { path: 'out', reason: 'git ignores it' },
      { path: 'private.md', reason: 'git ignores it' },
      { path: 'train.log', reason: 'git ignores it' },
    ]);
    expect(problems).toEqual([]);
  });

  it('asks the repository around a workspace, but reads a workspace that is itself ignored', async () => {
    const folder = folderWith({ '.gitignore': '/lab/private.md\n/all/\n', 'lab/a.md': '', 'lab/private.md': '', 'all/a.md': '' });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    expect(pathsOf((await readWorkspace(join(folder, 'lab'), [])).sources)).toEqual(['a.md']);
    expect(pathsOf((await readWorkspace(join(folder, 'all'), [])).sources)).toEqual(['a.md']);
  });

  it('follows no link to what git ignores', async () => {
    const folder = folderWith({ '.gitignore': '/private/\n', 'private/a.md': 'not published' });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    symlinkSync('private/a.md', join(folder, 'a.md'));
    expect((await readWorkspace(folder, [])).sources).toEqual([]);
  });

  it('says where git cannot be asked, without a path of this machine, and reads everything', async () => {
    const folder = folderWith(ignored);
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    appendFileSync(join(folder, '.git/config'), '[broken\n');
    const { sources, problems } = await readWorkspace(folder, []);
    expect(pathsOf(sources)).toContain('private.md');
    expect(problems).toMatchObject([{ code: 'git-not-asked', path: '.' }]);
    expect(problems[0]?.message).not.toContain(folder);
  });

  it('runs nothing that the configuration of a repository names', async () => {
    const folder = folderWith({ 'a.md': 'A', 'run.sh': '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n' });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    chmodSync(join(folder, 'run.sh'), 0o755);
    execFileSync('git', ['config', 'core.fsmonitor', join(folder, 'run.sh')], { cwd: folder });
    await readWorkspace(folder, []);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
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
