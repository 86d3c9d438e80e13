import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runGit } from '#git/run-git.ts';
import { folderWith } from '../ingest/temporary-folder.ts';

/** A repository whose one commit is signed, and whose configuration names a program wherever git would run one; it leaves a file behind. */
function hostileRepository(): { readonly folder: string; readonly trace: string } {
  const folder = folderWith({ 'a.md': 'text\n' });
  const trace = join(folder, 'was-run');
  const program = join(folder, 'program.sh');
  writeFileSync(program, `#!/bin/sh\ntouch '${trace}'\n`, { mode: 0o755 });
  const git = (...parameters: readonly string[]): string => execFileSync('git', parameters, { cwd: folder, encoding: 'utf8' }).trim();
  git('init', '--quiet');
  git('add', 'a.md');
  const person = 'A <a@example.org> 1767225600 +0000';
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n aGVsbG8=\n -----END PGP SIGNATURE-----';
  writeFileSync(join(folder, 'commit'), `tree ${git('write-tree')}\nauthor ${person}\ncommitter ${person}\n${signature}\n\nsigned\n`);
  git('update-ref', 'HEAD', git('hash-object', '-t', 'commit', '-w', 'commit'));
  for (const [key, value] of [
    ['log.showSignature', 'true'],
    ['gpg.program', program],
    ['core.fsmonitor', program],
    ['core.sshCommand', program],
    ['core.pager', program],
  ] as const)
    git('config', key, value);
  return { folder, trace };
}

afterEach(() => vi.unstubAllEnvs());

describe('runGit', () => {
  it.each([
    ['log', ['log', '-1', '--format=%H']],
    ['ls-files', ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z']],
    ['status', ['status', '--porcelain']],
  ])('runs no program that the configuration of a repository names: %s', async (_, parameters) => {
    const { folder, trace } = hostileRepository();
    await runGit(folder, parameters);
    expect(existsSync(trace)).toBe(false);
  });

  it('reaches no other repository, whatever its address', async () => {
    const { folder, trace } = hostileRepository();
    await expect(runGit(folder, ['ls-remote', `ext::${join(folder, 'program.sh')}`])).rejects.toThrow(/not allowed/);
    await expect(runGit(folder, ['ls-remote', 'ssh://example.org/a.git'])).rejects.toThrow(/not allowed/);
    expect(existsSync(trace)).toBe(false);
  });

  it('looks at the repository of the folder also while git runs a hook of another one', async () => {
    const { folder } = hostileRepository();
    vi.stubEnv('GIT_DIR', join(folder, 'elsewhere'));
    expect(await runGit(folder, ['rev-parse', '--git-dir'])).toBe('.git\n');
  });

  it('takes no folder of a commit for a repository, whose configuration would then count', async () => {
    const { folder, trace } = hostileRepository();
    for (const place of [folder, folderWith({})]) {
      const inner = join(place, 'content');
      mkdirSync(inner);
      execFileSync('git', ['init', '--quiet', '--bare'], { cwd: inner });
      execFileSync('git', ['config', 'core.fsmonitor', join(folder, 'program.sh')], { cwd: inner });
    }
    expect(await runGit(join(folder, 'content'), ['rev-parse', '--show-toplevel', '--show-prefix'])).toBe(`${folder}\ncontent/\n`);
    expect(await runGit(join(folder, 'content/objects'), ['rev-parse', '--show-prefix'])).toBe('content/objects/\n');
    expect(existsSync(trace)).toBe(false);
  });

  it('refuses a folder that is built like a repository where there is none around it', async () => {
    const folder = folderWith({});
    execFileSync('git', ['init', '--quiet', '--bare'], { cwd: folder });
    await expect(runGit(folder, ['rev-parse', '--git-dir'])).rejects.toThrow(/cannot use bare repository/);
  });

  it('takes the files around the repository for its files, wherever its configuration says they lie', async () => {
    const { folder } = hostileRepository();
    execFileSync('git', ['config', 'core.worktree', folderWith({})], { cwd: folder });
    expect(await runGit(folder, ['rev-parse', '--show-toplevel'])).toBe(`${folder}\n`);
    expect(await runGit(folder, ['ls-files', '--modified'])).toBe('');
  });

  it('waits for no file without an end that the configuration names', async () => {
    const { folder } = hostileRepository();
    const fifo = join(folder, 'endless');
    execFileSync('mkfifo', [fifo]);
    for (const key of ['mailmap.file', 'diff.orderFile', 'core.attributesFile'])
      execFileSync('git', ['config', key, fifo], { cwd: folder });
    writeFileSync(join(folder, 'a.md'), 'TEXT\n');
    expect(await runGit(folder, ['log', '-1', '--format=%aN', '--name-status'])).toContain('a.md');
    expect(await runGit(folder, ['diff', '--name-only', 'HEAD'])).toBe('a.md\n');
  });

  it('finds the repository of a linked worktree, and goes past a .git that is none', async () => {
    const { folder } = hostileRepository();
    const linked = join(folderWith({}), 'linked');
    execFileSync('git', ['worktree', 'add', '--quiet', '--detach', linked], { cwd: folder });
    mkdirSync(join(linked, 'notes/.git'), { recursive: true });
    expect(await runGit(join(linked, 'notes'), ['rev-parse', '--show-toplevel', '--show-prefix'])).toBe(`${linked}\nnotes/\n`);
  });
});
