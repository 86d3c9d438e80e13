import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runPriors } from '../../workspace.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../docs/guide/agents.md'), 'utf8');
const pasted = /```markdown\n([^]*?)```/.exec(guide)?.[1] ?? '';
/** Every command of the text to paste, as far as it stands in one code span: `new report --title …`. */
const commands = Array.from(pasted.matchAll(/npx priors ([^`]+)`/g), ([, command = '']) => command.replaceAll(/\s+/g, ' '));

it('tells agents only of commands and options that there are', async () => {
  expect(commands.length).toBeGreaterThanOrEqual(8);
  // Columns of a table are options of `record`, whichever the table has.
  const columns = new Set(['--commit', '--val_bpb', '--status']);
  for (const command of commands) {
    const name =
      command
        .split(' --')[0]
        ?.split(' ')
        .filter((word) => /^[a-z]+$/.test(word)) ?? [];
    const { stdout, code } = await runPriors([...name, '--help']);
    expect(code, command).toBe(0);
    for (const [option] of command.matchAll(/--[a-z][\w-]*/g))
      if (!columns.has(option) && option !== '--short') expect(stdout, command).toContain(option);
  }
});
