import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareFiles } from '#git/compare-files.ts';
import { folderWith } from '../ingest/temporary-folder.ts';

test('a changed file is found, and no filter is run that the configuration of the repository names', async () => {
  const folder = folderWith({ 'a.md': 'text\n', '.gitattributes': '*.md filter=evil\n*.txt filter=worse\n' });
  const trace = join(folder, 'was-run');
  const program = join(folder, 'program.sh');
  writeFileSync(program, `#!/bin/sh\ntouch '${trace}'\ncat\n`, { mode: 0o755 });
  const git = (...parameters: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...parameters], { cwd: folder, encoding: 'utf8' });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Begin');
  for (const key of ['filter.evil.clean', 'filter.evil.process', 'filter.worse.clean']) git('config', key, program);
  git('config', 'filter.evil.required', 'true');
  writeFileSync(join(folder, 'a.md'), 'another text\n');
  expect(await compareFiles(folder, ['--name-only', 'HEAD'])).toBe('a.md\0');
  expect(existsSync(trace)).toBe(false);
});
