import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIsCommitted, readRepository } from '#adoption/read-repository.ts';
import { createWorkspace } from '../../workspace.ts';

const git = (cwd: string, ...parameters: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...parameters], { cwd, encoding: 'utf8' });

function repository(): string {
  const root = createWorkspace({ 'a.md': 'text\n', '.gitattributes': '*.md filter=evil\n' });
  git(root, 'init', '--quiet');
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', 'Begin');
  return root;
}

describe('readIsCommitted', () => {
  it('says whether git has files as they are, and takes those that are not there for no difference', async () => {
    const root = repository();
    expect(await readIsCommitted(root, ['a.md', 'gone.md'])).toBe(true);
    writeFileSync(join(root, 'b.md'), 'text\n');
    expect(await readIsCommitted(root, ['a.md', 'b.md'])).toBe(false);
    git(root, 'add', 'b.md');
    expect(await readIsCommitted(root, ['a.md', 'b.md'])).toBe(false);
    expect(await readIsCommitted(root, ['a.md'])).toBe(true);
    writeFileSync(join(root, 'a.md'), 'another\n');
    expect(await readIsCommitted(root, ['a.md'])).toBe(false);
    const fresh = createWorkspace({ 'a.md': 'text\n' });
    git(fresh, 'init', '--quiet');
    expect(await readIsCommitted(fresh, ['a.md'])).toBe(false);
  });

  it('runs no filter that the configuration of the repository names', async () => {
    const root = repository();
    const trace = join(root, '.git/was-run');
    git(root, 'config', 'filter.evil.clean', `touch '${trace}'; cat`);
    writeFileSync(join(root, 'a.md'), 'TEXT\n');
    expect(await readIsCommitted(root, ['a.md'])).toBe(false);
    expect(existsSync(trace)).toBe(false);
  });
});

describe('readRepository', () => {
  it('gives a root that holds the folder, wherever the configuration says that the files lie', async () => {
    const root = repository();
    mkdirSync(join(root, 'lab'));
    git(root, 'config', 'core.worktree', createWorkspace({}));
    expect(await readRepository(join(root, 'lab'))).toMatchObject({ root, folder: 'lab', hasCommit: true });
  });
});
