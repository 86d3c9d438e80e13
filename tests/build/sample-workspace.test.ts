import { expect, it } from 'vitest';
import { createWorkspace, runPriors } from '../workspace.ts';

it('keeps the rules that it asks others to keep: the sample workspace passes a strict check without a warning', async () => {
  const check = await runPriors(['check', '--workspace', 'content', '--cache', createWorkspace(), '--max-warnings', '0']);
  expect(check, check.stdout).toMatchObject({ code: 0 });
  expect(check.stdout).toMatch(/^No problems in \d+ files/);
});
