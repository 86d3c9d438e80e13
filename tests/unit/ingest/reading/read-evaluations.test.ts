import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frozenFiles, readEvaluations } from '#ingest/reading/read-evaluations.ts';
import type { Table } from '#schemas/results.ts';
import { createWorkspace } from '../../../workspace.ts';

/** A repository in which `eval.py` says each of these in turn; gives the commits, oldest first. */
function repository(versions: readonly string[], files: Readonly<Record<string, string>> = {}): { folder: string; commits: string[] } {
  const folder = createWorkspace(files);
  const git = (...parameters: string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...parameters], { cwd: folder, encoding: 'utf8' }).trim();
  git('init', '--quiet');
  const commits = versions.map((version, index) => {
    writeFileSync(join(folder, 'eval.py'), version);
    writeFileSync(join(folder, 'train.py'), String(index));
    git('add', '.');
    git('commit', '--quiet', '-m', version);
    return git('rev-parse', 'HEAD');
  });
  return { folder, commits };
}

function tableOf(commits: readonly string[]): Table {
  const rows = commits.map((commit, index) => ({ ordinal: index + 1, line: index + 2, lastLine: index + 2, cells: [commit, '0.5'] }));
  return { id: 'results', path: 'results.tsv', columns: ['commit', 'loss'], headerLine: 1, notes: [], rows };
}

describe('readEvaluations', () => {
  it('gives commits with the same evaluation the same mark, whole or cut short, and another where it changed', async () => {
    const { folder, commits } = repository(['a', 'a', 'b']);
    const [first = '', second = '', third = ''] = commits;
    const found = await readEvaluations(folder, ['eval.py'], [tableOf([first, second.slice(0, 8), third])]);
    expect(found[first]).toMatch(/^[0-9a-f]{8}$/);
    expect(found[second.slice(0, 8)]).toBe(found[first]);
    expect(found[third]).not.toBe(found[first]);
  });

  it('takes globs, and leaves out Markdown, which evaluates nothing', async () => {
    const { folder, commits } = repository(['a'], { 'program.md': '# P', 'eval/score.py': 'x' });
    const [commit = ''] = commits;
    const found = await readEvaluations(folder, ['program.md', '{eval,eval/*}.py'], [tableOf([commit])]);
    expect(found[commit]).toMatch(/^[0-9a-f]{8}\+[0-9a-f]{8}$/);
    expect(await readEvaluations(folder, ['program.md'], [tableOf([commit])])).toEqual({});
  });

  it('knows nothing of commits that the repository lacks, outside a repository, or where nothing is frozen', async () => {
    const { folder, commits } = repository(['a']);
    const table = tableOf(['1234567', 'baseline', ...commits]);
    expect(Object.keys(await readEvaluations(folder, ['eval.py'], [table]))).toEqual(commits);
    expect(await readEvaluations(folder, ['gone.py'], [table])).toEqual({});
    expect(await readEvaluations(folder, [], [table])).toEqual({});
    expect(await readEvaluations(createWorkspace(), ['eval.py'], [table])).toEqual({});
  });
});

describe('frozenFiles', () => {
  it('are those of program.md, else the evaluation of the seed in a strict workspace', () => {
    expect(frozenFiles({ files: { frozen: ['a.py'] }, strict: true })).toEqual(['a.py']);
    expect(frozenFiles({ strict: true })).toEqual(['eval.py']);
    expect(frozenFiles({})).toEqual([]);
  });
});
