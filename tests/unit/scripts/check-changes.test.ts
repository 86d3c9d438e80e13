import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policyCodes } from '#diagnostics/codes/policy.ts';
import { comparePlaces } from '#diagnostics/diagnostic.ts';
import { summarize } from '#diagnostics/report.ts';
import type { Comparison } from '#changes/read-changes.ts';
import { checkChanges } from '../../../scripts/check-changes.ts';
import { loadWorkspace } from '../../../scripts/workspace.ts';
import { createWorkspace, runPriors, runProgram } from '../../workspace.ts';

const program = `---
project: Tiny
metric: { name: loss, direction: lower }
files:
  frozen: [program.md, eval.py, meta_journal.md]
  global: [RESEARCH_JOURNAL.md, results.tsv]
  append_only: ['*_journal.md']
---
`;
const files = {
  'program.md': program,
  'eval.py': 'print(1)\n',
  'notes.md': '# Notes\n',
  'results.tsv': 'commit\tloss\tstatus\n0640555\t0.5\tbaseline\n',
  'RESEARCH_JOURNAL.md': '# Journal\n\n## 2026-01-01: First\n\nA.\n',
  'lab_journal.md': '# Lab\n\n## 2026-01-01: First\n\nA.\n',
  'human_journal.md': '# Human\n\n## 2026-01-01: First\n\nHello.\n',
};
const entry = '## 2026-01-02: Second\n\nB.\n\n';

/** A repository whose branch `main` holds the files, on a new branch `exp/rotary`. */
async function repository(): Promise<string> {
  const root = createWorkspace(files);
  await git(root, 'init', '--quiet', '--initial-branch=main');
  await commitAll(root);
  await git(root, 'checkout', '--quiet', '-b', 'exp/rotary');
  return root;
}

async function git(root: string, ...args: string[]): Promise<void> {
  const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', '-c', 'commit.gpgsign=false'];
  const { code, stderr } = await runProgram('git', [...identity, ...args], { cwd: root });
  expect(code, stderr).toBe(0);
}

async function commitAll(root: string): Promise<void> {
  await git(root, 'add', '--all');
  await git(root, 'commit', '--quiet', '--message', 'exp(rotary): change');
}

const edit = (root: string, path: string, change: (text: string) => string): void =>
  writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));

/** The policy diagnostics, `code path:line`, and how many errors there are. */
async function policy(root: string, comparison: Comparison): Promise<{ found: string[]; errors: number }> {
  const workspace = await loadWorkspace({ workspace: root, cache: createWorkspace() });
  const diagnostics = [...workspace.diagnostics, ...(await checkChanges(workspace, comparison))].sort(comparePlaces);
  const codes = Object.keys(policyCodes);
  return {
    found: diagnostics.filter(({ code }) => codes.includes(code)).map(({ code, path, line }) => `${code} ${path}:${line}`),
    errors: summarize(diagnostics).errors,
  };
}

const since = (ref: string): Comparison => ({ with: 'base', ref });
const staged: Comparison = { with: 'staged' };

describe('check --base-ref', () => {
  it('allows what grows, what is new and what nobody governs', async () => {
    const root = await repository();
    edit(root, 'results.tsv', (text) => `${text}187e419\t0.4\tkeep\n`);
    edit(root, 'RESEARCH_JOURNAL.md', (text) => text.replace('## 2026-01-01', `${entry}## 2026-01-01`));
    edit(root, 'lab_journal.md', (text) => text.replace('## 2026-01-01', `${entry}## 2026-01-01`));
    edit(root, 'notes.md', () => '# Other notes\n');
    mkdirSync(join(root, 'ideas'));
    writeFileSync(join(root, 'new_journal.md'), '# New\n\n## 2026-01-02\n\nText.\n');
    expect(await policy(root, since('main'))).toEqual({ found: [], errors: 0 });
    await commitAll(root);
    expect(await policy(root, since('main'))).toEqual({ found: [], errors: 0 });
  });

  it('names each frozen, append-only and global file that was changed, with its line, whether committed or not', async () => {
    const root = await repository();
    edit(root, 'eval.py', () => 'print(1)\nprint(2)\n');
    edit(root, 'lab_journal.md', (text) => text.replace('A.', 'Another.'));
    await commitAll(root);
    edit(root, 'results.tsv', (text) => text.replace('0.5', '0.4'));
    edit(root, 'RESEARCH_JOURNAL.md', (text) => text.replace('A.', 'Another.'));
    expect(await policy(root, since('main'))).toEqual({
      found: [
        'global-file RESEARCH_JOURNAL.md:5',
        'frozen-file eval.py:2',
        'append-only-file lab_journal.md:5',
        'global-file results.tsv:2',
      ],
      errors: 4,
    });
  });

  it('takes a rename for a file that went, and minds deleting', async () => {
    const root = await repository();
    renameSync(join(root, 'eval.py'), join(root, 'evaluate.py'));
    rmSync(join(root, 'lab_journal.md'));
    await commitAll(root);
    expect(await policy(root, since('main'))).toEqual({
      found: ['frozen-file eval.py:1', 'append-only-file lab_journal.md:1'],
      errors: 2,
    });
  });

  it('takes other line ends for no change', async () => {
    const root = await repository();
    for (const path of ['eval.py', 'lab_journal.md', 'results.tsv']) edit(root, path, (text) => text.replaceAll('\n', '\r\n'));
    expect(await policy(root, since('main'))).toEqual({ found: [], errors: 0 });
  });

  it('lets frozen files change in the change that writes META_MODE=1, and says so', async () => {
    const root = await repository();
    edit(root, 'eval.py', () => 'print(2)\n');
    edit(root, 'human_journal.md', (text) => text.replace('## 2026-01-01', '## 2026-01-02: Evaluation\n\nMETA_MODE=1\n\n## 2026-01-01'));
    expect(await policy(root, since('main'))).toEqual({ found: ['meta-mode human_journal.md:5'], errors: 0 });
    await commitAll(root);
    await git(root, 'checkout', '--quiet', '-b', 'exp/next');
    edit(root, 'eval.py', () => 'print(3)\n');
    // That it was allowed once allows nothing now.
    expect(await policy(root, since('exp/rotary'))).toEqual({ found: ['frozen-file eval.py:1'], errors: 1 });
  });

  it('does not let a change of program.md allow itself', async () => {
    const root = await repository();
    edit(root, 'program.md', (text) => text.replace('[program.md, eval.py, meta_journal.md]', '[]'));
    edit(root, 'eval.py', () => 'print(2)\n');
    expect((await policy(root, since('main'))).found).toEqual(['frozen-file eval.py:1', 'frozen-file program.md:5']);
  });

  it('lets global files change on the main branch', async () => {
    const root = await repository();
    await git(root, 'checkout', '--quiet', 'main');
    edit(root, 'results.tsv', (text) => text.replace('0.5', '0.4'));
    edit(root, 'eval.py', () => 'print(2)\n');
    expect(await policy(root, since('HEAD'))).toEqual({ found: ['frozen-file eval.py:1'], errors: 1 });
  });

  it('compares with where a branch began: what came to main since is no change of it', async () => {
    const root = await repository();
    await git(root, 'checkout', '--quiet', 'main');
    edit(root, 'lab_journal.md', (text) => text.replace('## 2026-01-01', `${entry}## 2026-01-01`));
    await commitAll(root);
    await git(root, 'checkout', '--quiet', 'exp/rotary');
    expect(await policy(root, since('main'))).toEqual({ found: [], errors: 0 });
  });

  it('lets a worktree append to the copy at the root, and minds what it does to its own', async () => {
    const root = await repository();
    await git(root, 'checkout', '--quiet', 'main');
    const worktree = join(createWorkspace(), 'rotary');
    await git(root, 'worktree', 'add', '--quiet', worktree, 'exp/rotary');
    writeFileSync(join(worktree, 'train.py'), 'print(2)\n');
    edit(root, 'results.tsv', (text) => `${text}187e419\t0.4\tkeep\n`);
    edit(root, 'RESEARCH_JOURNAL.md', (text) => text.replace('## 2026-01-01', `${entry}## 2026-01-01`));
    expect(await policy(worktree, since('main'))).toEqual({ found: [], errors: 0 });
    expect(await policy(root, since('main'))).toEqual({ found: [], errors: 0 });
    edit(worktree, 'results.tsv', (text) => text.replace('0.5', '0.4'));
    expect(await policy(worktree, since('main'))).toEqual({ found: ['global-file results.tsv:2'], errors: 1 });
  });

  it('of a workspace within a repository asks for its own files only', async () => {
    const root = createWorkspace({ 'lab/program.md': program, 'lab/eval.py': 'print(1)\n', 'eval.py': 'print(1)\n' });
    await git(root, 'init', '--quiet', '--initial-branch=main');
    await commitAll(root);
    edit(root, 'eval.py', () => 'print(2)\n');
    edit(root, 'lab/eval.py', () => 'print(2)\n');
    expect((await policy(join(root, 'lab'), since('HEAD'))).found).toEqual(['frozen-file eval.py:1']);
  });

  it('minds what is frozen also where a commit makes the workspace look like a repository, and where a submodule is frozen', async () => {
    const root = createWorkspace({
      'lab/program.md': program.replace('eval.py,', 'eval.py, inner,'),
      'lab/eval.py': 'print(1)\n',
      'lab/inner/a.md': 'A',
      'lab/HEAD': 'ref: refs/heads/main\n',
      'lab/config': '[core]\n\trepositoryformatversion = 0\n\tbare = true\n',
      'lab/objects/.keep': '',
      'lab/refs/.keep': '',
    });
    const lab = join(root, 'lab');
    const inner = join(lab, 'inner');
    for (const place of [inner, root]) {
      await git(place, 'init', '--quiet', '--initial-branch=main');
      await commitAll(place);
    }
    edit(root, 'lab/eval.py', () => 'print(2)\n');
    edit(root, 'lab/inner/a.md', () => 'B');
    await commitAll(inner);
    expect((await policy(lab, since('HEAD'))).found).toEqual(['frozen-file eval.py:1', 'frozen-file inner:1']);
    await git(root, 'add', '--all');
    expect((await policy(lab, { with: 'staged' })).found).toEqual(['frozen-file eval.py:1', 'frozen-file inner:1']);
  });

  it.each([
    ['an unknown ref', ['--base-ref', 'nowhere'], 'git knows no commit "nowhere"'],
    ['what looks like an option', ['--base-ref=--output=x'], 'git knows no commit "--output=x"'],
  ])('says with exit code 2 what is wrong with %s', async (_, options, message) => {
    const outcome = await runPriors(['check', '--workspace', await repository(), ...options]);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(message);
  });

  it.each([
    ['check', (root: string) => ['check', '--workspace', root, '--base-ref', 'main']],
    ['check --staged', (root: string) => ['check', '--workspace', root, '--staged']],
    ['diff', (root: string) => ['diff', 'main', '--workspace', root]],
    ['build', (root: string) => ['build', '--workspace', root, '--base-ref', 'main', '--out', join(root, 'out')]],
  ])('says with exit code 2 that there is no repository, and what to do, whoever asks: %s', async (_, options) => {
    const outcome = await runPriors(options(createWorkspace(files)));
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('The workspace lies in no git repository\n  Only in a repository can it be compared');
    expect(outcome.stderr).not.toContain('option');
  });

  it('says of a folder that is not there just that, and no more than without a base', async () => {
    const nowhere = join(createWorkspace(), 'nowhere');
    const check = ['check', '--workspace', nowhere, '--format', 'json'];
    const plain = await runPriors(check);
    expect(plain).toMatchObject({ code: 1 });
    expect(plain.stdout).toContain('missing-workspace');
    expect(await runPriors([...check, '--base-ref', 'main'])).toEqual(plain);
    expect(await runPriors([...check, '--staged'])).toEqual(plain);
    const build = ['build', '--workspace', nowhere, '--out', join(createWorkspace(), 'out')];
    expect(await runPriors([...build, '--base-ref', 'main'])).toEqual(await runPriors(build));
    const diff = await runPriors(['diff', 'main', '--workspace', nowhere]);
    expect(diff.code).not.toBe(0);
    expect(diff.stderr).toMatch(/There is no folder ".*nowhere" to read/);
    expect(diff.stderr).not.toContain('repository');
  });

  it('tells histories that began apart from one that was cut off', async () => {
    const root = await repository();
    await git(root, 'checkout', '--quiet', '--orphan', 'apart');
    expect((await runPriors(['check', '--workspace', root, '--base-ref', 'main'])).stderr).toContain('The branch has no commit yet');
    // The same files in the same second would be the same commit.
    edit(root, 'notes.md', () => '# Apart\n');
    await commitAll(root);
    const apart = await runPriors(['check', '--workspace', root, '--base-ref', 'main']);
    expect(apart).toMatchObject({ code: 2 });
    expect(apart.stderr).toContain('"main" and HEAD have no commit in common\n  Their histories began apart');
    expect(apart.stderr).not.toContain('unshallow');

    edit(root, 'notes.md', () => '# More\n');
    await commitAll(root);
    const shallow = createWorkspace();
    await git(shallow, 'clone', '--quiet', '--depth=1', '--no-single-branch', `file://${root}`, '.');
    const cut = await runPriors(['check', '--workspace', shallow, '--base-ref', 'origin/main']);
    expect(cut).toMatchObject({ code: 2 });
    expect(cut.stderr).toContain('git fetch --unshallow');
  });
});

describe('check --staged', () => {
  it('looks at what the next commit would hold, and at nothing else', async () => {
    const root = await repository();
    edit(root, 'eval.py', () => 'print(2)\n');
    expect(await policy(root, staged)).toEqual({ found: [], errors: 0 });
    await git(root, 'add', 'eval.py');
    edit(root, 'eval.py', () => 'print(1)\n');
    expect(await policy(root, staged)).toEqual({ found: ['frozen-file eval.py:1'], errors: 1 });
  });

  it('says that there is nothing to compare with before the first commit', async () => {
    const root = createWorkspace(files);
    await git(root, 'init', '--quiet');
    const outcome = await runPriors(['check', '--workspace', root, '--staged']);
    expect(outcome).toMatchObject({ code: 2 });
    expect(outcome.stderr).toContain('The branch has no commit yet');
  });

  it('cannot be asked together with a base', async () => {
    const outcome = await runPriors(['check', '--staged', '--base-ref', 'main']);
    expect(outcome).toMatchObject({ code: 2 });
  });
});

it('has the lists of the seed in a strict workspace without "files", and none in a lenient one', async () => {
  for (const [strict, expected] of [
    ['strict: true\n', ['frozen-file eval.py:1']],
    ['', []],
  ] as const) {
    const root = createWorkspace({
      'program.md': `---\nproject: Tiny\nmetric: { name: loss, direction: lower }\n${strict}---\n`,
      'eval.py': 'print(1)\n',
    });
    mkdirSync(dirname(join(root, 'a/b')), { recursive: true });
    await git(root, 'init', '--quiet', '--initial-branch=main');
    await commitAll(root);
    edit(root, 'eval.py', () => 'print(2)\n');
    expect((await policy(root, since('HEAD'))).found).toEqual(expected);
  }
});
