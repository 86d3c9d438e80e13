import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createWorkspace, runPriors } from '../workspace.ts';

const checkout = dirname(dirname(import.meta.dirname));
const memory = '/dev/shm';
const isOtherDisk = existsSync(memory) && statSync(memory).dev !== statSync(checkout).dev;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function expectBuilt(parent: string): Promise<void> {
  folders.push(mkdtempSync(parent));
  const folder = join(folders.at(-1) ?? '', 'site');
  const workspace = createWorkspace({ 'program.md': '# Tiny\n' });
  const { code, stdout, stderr } = await runPriors(['build', '--workspace', workspace, '--cache', createWorkspace(), '--out', folder]);
  expect(code, stdout + stderr).toBe(0);
  expect(existsSync(join(folder, 'index.html'))).toBe(true);
}

it('builds into a folder whose path begins like that of the checkout', { timeout: 120_000 }, () =>
  expectBuilt(join(dirname(checkout), `${basename(checkout)}-site-`)),
);

it.runIf(isOtherDisk)('builds onto another disk', { timeout: 120_000 }, () => expectBuilt(join(memory, 'priors-site-')));
