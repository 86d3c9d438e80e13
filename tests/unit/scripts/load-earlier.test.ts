import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder } from '../../../scripts/workspace.ts';
import { createWorkspace, runPriors, runProgram } from '../../workspace.ts';

const git = async (cwd: string, ...parameters: readonly string[]): Promise<void> => {
  const { code, stderr } = await runProgram('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...parameters], { cwd });
  expect(code, stderr).toBe(0);
};

async function createRepository(): Promise<string> {
  const root = createWorkspace({ 'program.md': '# Tiny\n', 'notes.md': '# Notes\n\nOne.\n' });
  await git(root, 'init', '--quiet', '--initial-branch=main');
  await git(root, 'add', '--all');
  await git(root, 'commit', '--quiet', '--message', 'Begin');
  writeFileSync(join(root, 'notes.md'), '# Notes\n\nTwo.\n');
  // What may change is said by the program as it was.
  writeFileSync(join(root, 'program.md'), '# Tiny models\n');
  await git(root, 'commit', '--quiet', '--all', '--message', 'Go on');
  return root;
}

describe('the state of a base', { timeout: 60_000 }, () => {
  test('cannot be read in a clone without the files of earlier commits, which is said with what to do', async () => {
    const [origin, place] = [await createRepository(), createWorkspace()];
    await git(origin, 'config', 'uploadpack.allowFilter', 'true');
    await git(place, 'clone', '--quiet', '--filter=blob:none', `file://${origin}`, 'clone');
    const clone = join(place, 'clone');
    for (const command of [
      ['diff', 'HEAD~1'],
      ['check', '--base-ref', 'HEAD~1'],
      ['build', '--base-ref', 'HEAD~1', '--out', join(place, 'out')],
    ]) {
      const { code, stderr } = await runPriors([...command, '--workspace', clone, '--cache', createWorkspace()]);
      expect(stderr).toContain(
        'The repository lacks files of earlier commits\n  Clone it without --filter, or get what is missing: git fetch --refetch --no-filter.',
      );
      expect(code).toBe(2);
    }
    await git(clone, 'fetch', '--quiet', '--refetch', '--no-filter');
    expect((await runPriors(['diff', 'HEAD~1', '--workspace', clone, '--cache', createWorkspace()])).stdout).toContain('changed');
  });

  test('leaves nothing in the cache, and removes what a run that was killed left, not what another works with', async () => {
    const [root, cache] = [await createRepository(), createWorkspace()];
    const folder = cacheFolder(cache, root);
    const machine = hostname().replaceAll(/[^\w.]/g, '_');
    const ended = (await runProgram(process.execPath, ['-p', 'process.pid'], { cwd: root })).stdout.trim();
    const alive = [`earlier-${machine}-${process.pid}-aaaaaa`, 'earlier-elsewhere-1-bbbbbb'];
    for (const name of [...alive, `earlier-${machine}-${ended}-cccccc`]) mkdirSync(join(folder, name, 'notes'), { recursive: true });
    expect((await runPriors(['diff', 'HEAD~1', '--workspace', root, '--cache', cache])).code).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('earlier-'))).toEqual(alive.toSorted());
  });
});
