import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { link } from 'node:fs/promises';
import type * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readEarlierFiles } from '#changes/read-earlier-files.ts';
import { createWorkspace, type WorkspaceFiles } from '../../workspace.ts';

vi.mock('node:fs/promises', async (original) => {
  const promises = await original<typeof fs>();
  return { ...promises, link: vi.fn(promises.link) };
});
afterEach(() => vi.clearAllMocks());

const git = (cwd: string, parameters: readonly string[], input: string | Buffer = ''): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...parameters], { cwd, input })
    .toString('utf8')
    .trim();

function repository(files: WorkspaceFiles): string {
  const root = createWorkspace(files);
  git(root, ['init', '--quiet']);
  git(root, ['add', '--all']);
  git(root, ['commit', '--quiet', '--allow-empty', '--message', 'Begin']);
  return root;
}

type Entry = readonly [mode: string, name: string | Buffer, content: string | readonly Entry[] | { readonly object: string }];

/** Makes a tree as nobody could with git alone, and gives its name. */
function treeOf(root: string, entries: readonly Entry[]): string {
  const raw = entries.map(([mode, name, content]) => {
    const object =
      typeof content === 'string'
        ? git(root, ['hash-object', '-w', '--stdin'], content)
        : 'object' in content
          ? content.object
          : treeOf(root, content);
    return Buffer.concat([Buffer.from(`${mode} `), Buffer.from(name), Buffer.from([0]), Buffer.from(object, 'hex')]);
  });
  return git(root, ['hash-object', '-w', '-t', 'tree', '--literally', '--stdin'], Buffer.concat(raw));
}

const commitOf = (root: string, entries: readonly Entry[]): string => git(root, ['commit-tree', '-m', 'x', treeOf(root, entries)]);

describe('readEarlierFiles', () => {
  it('puts what has not changed there as the same file, and what has as it was', async () => {
    const root = repository({ 'a.md': 'A', 'notes/b.md': 'B', '.gitignore': 'results.tsv\n' });
    writeFileSync(join(root, 'notes/b.md'), 'changed');
    writeFileSync(join(root, 'results.tsv'), 'x\n');
    const target = createWorkspace();
    expect(await readEarlierFiles(root, 'HEAD', target, ['results.tsv', 'vanished.tsv'])).toBe(0);
    expect(statSync(join(target, 'a.md')).ino).toBe(statSync(join(root, 'a.md')).ino);
    expect(readFileSync(join(target, 'notes/b.md'), 'utf8')).toBe('B');
    expect(readFileSync(join(target, 'results.tsv'), 'utf8')).toBe('x\n');
  });

  it('copies what cannot have a second name: on another disk, or where that is forbidden', async () => {
    const root = repository({ 'a.md': 'A', '.gitignore': 'results.tsv\nlink.tsv\n' });
    writeFileSync(join(root, 'results.tsv'), 'x\n');
    symlinkSync('results.tsv', join(root, 'link.tsv'));
    for (const code of ['EXDEV', 'EPERM']) {
      vi.mocked(link).mockImplementation(() => Promise.reject(Object.assign(new Error(code), { code })));
      const target = createWorkspace();
      expect(await readEarlierFiles(root, 'HEAD', target, ['results.tsv', 'link.tsv'])).toBe(0);
      expect(readdirSync(target).toSorted()).toEqual(['.gitignore', 'a.md', 'link.tsv', 'results.tsv']);
      expect(readlinkSync(join(target, 'link.tsv'))).toBe('results.tsv');
      expect(readFileSync(join(target, 'results.tsv'), 'utf8')).toBe('x\n');
    }
    vi.mocked(link).mockImplementation((from, to) => Promise.resolve(linkSync(from, to)));
  });

  const odd: readonly (readonly [what: string, leftOut: number, entries: readonly Entry[]])[] = [
    ['a name that is too long', 1, [['100644', `${'L'.repeat(300)}.md`, 'x']]],
    ['a folder whose name is too long', 1, [['40000', 'L'.repeat(300), [['100644', 'a.md', 'x']]]]],
    ['the target of a link that is too long', 1, [['120000', 'l', 'x'.repeat(5000)]]],
    ['no target of a link', 1, [['120000', 'l', '']]],
    ['a NUL in the target of a link', 1, [['120000', 'l', 'a\0b']]],
    ['a name twice', 1, [['100644', 'dup.md', 'x'], ['100644', 'dup.md', 'y']]],
    ['a file and a folder of one name', 1, [['100644', 'fd', 'x'], ['40000', 'fd', [['100644', 'a.md', 'x']]]]],
    ['a link and a folder of one name', 1, [['120000', 'fd', '/tmp'], ['40000', 'fd', [['100644', 'a.md', 'x']]]]],
    ['names that lead elsewhere', 3, [['40000', '..', [['100644', 'a.md', 'x']]], ['40000', '.git', [['100644', 'config', 'x']]], ['100644', '/tmp/x.md', 'x']]],
    ['a submodule, which is no file', 0, [['160000', 'sub', { object: '12'.repeat(20) }]]],
  ]; // prettier-ignore
  it.each(odd)('leaves out what no disk can hold, and counts it: %s', async (_, leftOut, entries) => {
    const root = repository({ 'other.md': 'x' });
    const commit = commitOf(root, [['100644', 'a.md', 'A'], ...entries]);
    const target = join(createWorkspace(), 'target');
    execFileSync('mkdir', [target]);
    expect(await readEarlierFiles(root, commit, target, [])).toBe(leftOut);
    expect(readFileSync(join(target, 'a.md'), 'utf8')).toBe('A');
    expect(readdirSync(join(target, '..'))).toEqual(['target']);
  });

  it('leaves out a file that lies too deep', async () => {
    const root = repository({});
    let deep: Entry = ['100644', 'x.md', 'x'];
    for (let depth = 0; depth < 1100; depth += 1) deep = ['40000', 'ddd', { object: treeOf(root, [deep]) }];
    expect(await readEarlierFiles(root, commitOf(root, [deep]), createWorkspace(), [])).toBe(1);
  });

  it('keeps names with a backslash and names that are no UTF-8, changed or not', async () => {
    const names = [Buffer.from('a\\b.md'), Buffer.from([0x62, 0xff, 0xfe]), Buffer.from([0x62, 0xfe, 0xff])];
    const root = repository({});
    const target = createWorkspace();
    const commit = commitOf(root, names.map((name, index): Entry => ['100644', name, `${index}`])); // prettier-ignore
    git(root, ['reset', '--quiet', '--hard', commit]);
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), names[1] ?? Buffer.from('')]), 'changed');
    expect(await readEarlierFiles(root, commit, target, [])).toBe(0);
    const found = readdirSync(target, { encoding: 'buffer' });
    expect(found.map((name) => name.toString('latin1')).toSorted()).toEqual(names.map((name) => name.toString('latin1')).toSorted());
    const texts = names.map((name) => readFileSync(Buffer.concat([Buffer.from(`${target}/`), name]), 'utf8'));
    expect(texts).toEqual(['0', '1', '2']);
  });

  it('writes nothing by way of a link', async () => {
    const [root, outside] = [repository({}), createWorkspace()];
    const target = createWorkspace();
    const commit = commitOf(root, [['120000', 'l', outside], ['40000', 'l', [['120000', 'm', 'x'], ['100644', 'n.md', 'x']]]]); // prettier-ignore
    await readEarlierFiles(root, commit, target, []);
    expect(readdirSync(outside)).toEqual([]);
    expect(lstatSync(join(target, 'l')).isDirectory()).toBe(true);
  });

  it('says in a sentence that git cannot read a tree', async () => {
    const root = repository({});
    const commit = commitOf(root, [['100644', '', 'x']]);
    await expect(readEarlierFiles(root, commit, createWorkspace(), [])).rejects.toThrow('git failed: fatal: empty filename in tree entry');
  });

  it('fails with what to do where the repository lacks a file', async () => {
    const root = repository({});
    const commit = commitOf(root, [['100644', 'a.md', { object: '12'.repeat(20) }]]);
    await expect(readEarlierFiles(root, commit, createWorkspace(), [])).rejects.toThrow('The repository lacks files of earlier commits');
    const other = repository({ 'a.md': 'A' });
    const object = git(other, ['rev-parse', 'HEAD:a.md']);
    rmSync(join(other, '.git/objects', object.slice(0, 2), object.slice(2)));
    writeFileSync(join(other, 'a.md'), 'changed');
    await expect(readEarlierFiles(other, 'HEAD', createWorkspace(), [])).rejects.toThrow('The repository lacks files of earlier commits');
    expect(existsSync(join(other, 'a.md'))).toBe(true);
  });
});
