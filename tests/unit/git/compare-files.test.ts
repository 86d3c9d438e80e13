import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareFiles } from '#git/compare-files.ts';
import { folderWith } from '../ingest/temporary-folder.ts';

test('a changed file is found, and no filter is run that the configuration of the repository names', async () => {
  const folder = folderWith({
    'a.md': 'text\n',
    'b.md': 'text\n',
    '.gitattributes': '*.md filter=evil\n*.txt filter=worse\nb.md filter=a=b\n',
  });
  const trace = join(folder, 'was-run');
  const program = join(folder, 'program.sh');
  writeFileSync(program, `#!/bin/sh\ntouch '${trace}'\ncat\n`, { mode: 0o755 });
  const git = (...parameters: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...parameters], { cwd: folder, encoding: 'utf8' });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Begin');
  for (const key of ['filter.evil.clean', 'filter.evil.process', 'filter.worse.clean', 'filter.a=b.clean']) git('config', key, program);
  git('config', 'filter.evil.required', 'true');
  for (const name of ['a.md', 'b.md']) writeFileSync(join(folder, name), 'another text\n');
  expect(await compareFiles(folder, ['--name-only', 'HEAD'])).toBe('a.md\0b.md\0');
  expect(existsSync(trace)).toBe(false);
});

test('in a submodule nothing is run that its own configuration names, and another commit of it is seen', async () => {
  const folder = folderWith({ 'a.md': 'text\n', 'inner/b.md': 'text\n', 'inner/.gitattributes': '*.md filter=evil\n' });
  const inner = join(folder, 'inner');
  const trace = join(folder, '.git/was-run');
  const git = (cwd: string, ...parameters: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...parameters], { cwd, encoding: 'utf8' });
  for (const place of [inner, folder]) {
    git(place, 'init', '--quiet');
    git(place, '-c', 'advice.addEmbeddedRepo=false', 'add', '--all');
    git(place, 'commit', '--quiet', '--message', 'Begin');
  }
  git(inner, 'config', 'filter.evil.clean', `touch '${trace}'; cat`);
  writeFileSync(join(inner, 'b.md'), 'TEXT\n');
  expect(await compareFiles(folder, ['--name-only', 'HEAD'])).toBe('');
  expect(existsSync(trace)).toBe(false);
  git(inner, 'commit', '--quiet', '--allow-empty', '--message', 'Go on');
  expect(await compareFiles(folder, ['--name-only', 'HEAD'])).toBe('inner\0');
});
