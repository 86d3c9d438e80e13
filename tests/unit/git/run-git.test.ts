import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
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
});
