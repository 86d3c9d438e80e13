import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWorkspace, runPriors, runProgram } from '../../workspace.ts';
import { cacheFolder } from '../../../scripts/workspace.ts';

const priors = (cwd: string, ...parameters: readonly string[]) => runPriors([...parameters, '--workspace', 'content'], { cwd });

async function commit(root: string): Promise<void> {
  await runProgram('git', ['init', '--quiet'], { cwd: root });
  await runProgram('git', ['add', '--all', '--force'], { cwd: root });
}

/** The folder of the cache, relative to where the command runs. */
const placeIn = (root: string): string =>
  join('node_modules/.cache/priors', cacheFolder('', join(root, 'content')).split('/').at(-1) ?? '');

test('a cache that came with a commit is not read, nor is anything removed by way of it', { timeout: 60_000 }, async () => {
  const root = createWorkspace({ 'content/a.md': '# A\n' });
  // Made by the command itself, so that it would be read if it were trusted.
  expect(await priors(root, 'check')).toMatchObject({ code: 0 });
  expect(readdirSync(join(root, placeIn(root)))).toContain('parsed');
  await commit(root);
  for (const command of [['check'], ['new', 'idea', '--title', 'X', '--hypothesis', 'Y']]) {
    const { code, stderr } = await priors(root, ...command);
    expect(stderr).toMatch(/^The cache cannot be trusted: git has files of /);
    expect(code).toBe(2);
  }

  const [victim, linked] = [createWorkspace({ 'a.json': '{}' }), createWorkspace({ 'content/a.md': '# A\n' })];
  cpSync(join(root, placeIn(root), 'parsed'), victim, { recursive: true });
  const before = readdirSync(victim);
  mkdirSync(join(linked, placeIn(linked)), { recursive: true });
  symlinkSync(victim, join(linked, placeIn(linked), 'parsed'));
  await commit(linked);
  expect(await priors(linked, 'check')).toMatchObject({ code: 2 });
  expect(readdirSync(victim)).toEqual(before);
});
