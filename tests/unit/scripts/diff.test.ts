import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knowledgeChangesSchema, type KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { createResearchProject } from '../../research-project.ts';
import { createWorkspace, runPriors, runProgram } from '../../workspace.ts';

const git = async (root: string, ...parameters: readonly string[]): Promise<void> => {
  const { code, stderr } = await runProgram('git', ['-c', 'user.name=Somebody', '-c', 'user.email=s@example.org', ...parameters], {
    cwd: root,
  });
  expect(code, stderr).toBe(0);
};

/** A repository whose first commit is a small workspace. */
async function createRepository(files: Readonly<Record<string, string>>): Promise<string> {
  const root = createWorkspace(files);
  await git(root, 'init', '--quiet', '--initial-branch=main');
  await git(root, 'add', '--all');
  await git(root, 'commit', '--quiet', '--message', 'Begin');
  return root;
}

async function diff(root: string, base = 'HEAD', workspace = root): Promise<KnowledgeChangesJson> {
  const { code, stdout, stderr } = await runPriors([
    'diff',
    base,
    '--workspace',
    workspace,
    '--cache',
    createWorkspace(),
    '--format',
    'json',
  ]);
  expect(code, stderr).toBe(0);
  // What is written is what the schema of its readers takes.
  return knowledgeChangesSchema.parse(JSON.parse(stdout));
}

const idea = (title: string, text = 'How.', day = '02'): string =>
  `---\ntitle: ${title}\ndate: 2026-01-${day}\nhypothesis: It helps\n---\n\n${text}\n`;
const workspace = {
  'program.md': '---\nproject: Tiny\nmetric: { name: loss, direction: lower }\n---\n\n# Tiny\n',
  'ideas/2026-01-02_rotary.md': idea('Rotary'),
  'journal.md': '# Journal\n\n## 2026-01-02: Began\n\nText.\n',
  'results.tsv': 'commit\tloss\tstatus\naaaaaaa\t0.99\tbaseline\n',
};

describe('priors diff', { timeout: 60_000 }, () => {
  test('says that nothing changes where nothing does, and where only files change that hold no knowledge', async () => {
    const root = await createRepository({ ...workspace, 'train.py': 'print()\n' });
    expect(await diff(root)).toMatchObject({ is_change: false, headline: 'Nothing changes in knowledge.' });
    writeFileSync(join(root, 'train.py'), 'print(1)\n');
    expect(await diff(root)).toMatchObject({ is_change: false });
  });

  test('names what was added, changed, renamed and removed, committed or not', async () => {
    const root = await createRepository({ ...workspace, 'notes/old.md': '# Old\n\nOld text.\n', 'notes/gone.md': '# Gone\n\nText.\n' });
    writeFileSync(join(root, 'ideas/2026-01-03_norm.md'), idea('Norm'));
    writeFileSync(join(root, 'ideas/2026-01-02_rotary.md'), idea('Rotary', 'How, in detail.'));
    await git(root, 'mv', 'notes/old.md', 'notes/new.md');
    await git(root, 'rm', '--quiet', 'notes/gone.md');
    await git(root, 'add', '--all');
    await git(root, 'commit', '--quiet', '--message', 'Change');
    writeFileSync(join(root, 'journal.md'), '# Journal\n\n## 2026-01-04: Went on\n\nMore.\n\n## 2026-01-02: Began\n\nText.\n');
    const { entries } = await diff(root, 'HEAD~1');
    expect(entries.map(({ change, kind, path, was }) => [change, kind, path, was?.path ?? null])).toEqual([
      ['added', 'journal', 'journal.md', null],
      ['added', 'idea', 'ideas/2026-01-03_norm.md', null],
      ['changed', 'idea', 'ideas/2026-01-02_rotary.md', null],
      ['renamed', 'page', 'notes/new.md', 'notes/old.md'],
      ['removed', 'page', 'notes/gone.md', null],
    ]);
    expect(entries[2]?.words).toEqual({ added: 2, removed: 0 });
  });

  test('follows a file that was moved and that git was not told of', async () => {
    const root = await createRepository(workspace);
    mkdirSync(join(root, '1_ideas'));
    renameSync(join(root, 'ideas/2026-01-02_rotary.md'), join(root, '1_ideas/2026-01-02_rotary.md'));
    expect((await diff(root)).entries).toMatchObject([{ change: 'renamed', was: { path: 'ideas/2026-01-02_rotary.md' } }]);
  });

  test('compares with where the branch began, not with what came on the other since', async () => {
    const root = await createRepository(workspace);
    await git(root, 'checkout', '--quiet', '-b', 'work');
    await git(root, 'checkout', '--quiet', 'main');
    writeFileSync(join(root, 'ideas/2026-01-03_norm.md'), idea('Norm'));
    await git(root, 'add', '--all');
    await git(root, 'commit', '--quiet', '--message', 'Meanwhile');
    await git(root, 'checkout', '--quiet', 'work');
    expect(await diff(root, 'main')).toMatchObject({ is_change: false });
  });

  test('reads a workspace that is a folder of its repository, and one that did not exist yet', async () => {
    const root = await createRepository({ 'README.md': '# Code\n' });
    for (const [path, text] of Object.entries(workspace)) {
      mkdirSync(join(root, 'lab', path, '..'), { recursive: true });
      writeFileSync(join(root, 'lab', path), text);
    }
    const { entries, tables } = await diff(root, 'HEAD', join(root, 'lab'));
    expect(entries.map(({ path }) => path).toSorted()).toEqual(['ideas/2026-01-02_rotary.md', 'journal.md', 'program.md']);
    expect(tables).toMatchObject([{ path: 'results.tsv', added: 1 }]);
  });

  test('counts results that git ignores as no part of the change', async () => {
    const root = await createRepository({ ...workspace, '.gitignore': 'results.tsv\n' });
    writeFileSync(join(root, 'results.tsv'), `${workspace['results.tsv']}bbbbbbb\t0.98\tkeep\n`);
    expect(await diff(root)).toMatchObject({ is_change: false, tables: [] });
  });

  test('names new problems with their place, and counts those that are gone', async () => {
    const root = await createRepository({ ...workspace, 'notes.md': '# Notes\n\n[gone](nowhere.md)\n' });
    writeFileSync(join(root, 'notes.md'), '# Notes\n\nA line more.\n\n[gone](elsewhere.md)\n');
    const { diagnostics, headline } = await diff(root);
    expect(diagnostics).toMatchObject({ errors: 0, warnings: 1, gone: 1, new: [{ code: 'dead-link', path: 'notes.md', line: 5 }] });
    expect(headline).toBe('1 page changed; 1 new warning.');
  });

  test('says what the file policy forbids, and loudly what META_MODE allowed', async () => {
    const files = 'files: { frozen: [eval.py] }\n---\n\n# Tiny';
    const root = await createRepository({
      ...workspace,
      'program.md': workspace['program.md'].replace('---\n\n# Tiny', files),
      'eval.py': 'print(1)\n',
    });
    writeFileSync(join(root, 'eval.py'), 'print(2)\n');
    const forbidden = await diff(root);
    expect(forbidden.diagnostics.new).toMatchObject([{ code: 'frozen-file', severity: 'error', is_policy: true }]);
    expect(forbidden.headline).toBe('1 change that the file policy forbids.');
    writeFileSync(join(root, 'human_journal.md'), '# Journal\n\n## 2026-01-05\n\nMETA_MODE=1: a better evaluation.\n');
    const { stdout } = await runPriors(['diff', 'HEAD', '--workspace', root, '--cache', createWorkspace()]);
    expect(stdout).toContain('META\\_MODE=1');
  });

  test('tells nothing of files that are not published', async () => {
    const root = await createRepository({
      ...workspace,
      'program.md': workspace['program.md'].replace('---\n\n# Tiny', 'publish: { exclude: [drafts] }\n---\n\n# Tiny'),
      'drafts/secret-plan.md': '# The secret plan\n\nText.\n',
    });
    writeFileSync(join(root, 'drafts/secret-plan.md'), '# The secret plan\n\n[x](nowhere.md)\n');
    writeFileSync(join(root, 'drafts/another-secret.md'), '# Another secret\n');
    expect(await diff(root)).toMatchObject({ is_change: false });
  });

  test('tells nothing of what the change itself hides, nor of what it would uncover', async () => {
    const exclude = (list: string): string =>
      workspace['program.md'].replace('---\n\n# Tiny', `publish: { exclude: [${list}] }\n---\n\n# Tiny`);
    const files = {
      'notes/secret.md': '# The secret plan\n\n- Claim: ACME pays 5 % more.\n',
      'tables/secret.tsv': workspace['results.tsv'],
    };
    const hiding = await createRepository({ ...workspace, ...files });
    writeFileSync(join(hiding, 'program.md'), exclude('notes, tables'));
    const hidden = await diff(hiding);
    expect(JSON.stringify(hidden)).not.toMatch(/secret|ACME/);
    expect(hidden.entries).toMatchObject([{ change: 'changed', path: 'program.md' }]);

    const uncovering = await createRepository({ ...workspace, ...files, 'program.md': exclude('notes, tables') });
    writeFileSync(join(uncovering, 'program.md'), workspace['program.md']);
    const uncovered = await diff(uncovering);
    expect(JSON.stringify(uncovered)).not.toMatch(/secret|ACME/);
    expect(uncovered).toMatchObject({ unveiled: 2, headline: '1 page changed; 2 private files would be published.' });
  });

  test('says in a sentence that nothing can be told while program.md cannot be understood', async () => {
    const root = await createRepository(workspace);
    writeFileSync(join(root, 'program.md'), workspace['program.md'].replace('---\n\n# Tiny', 'publish: { exclude: 5 }\n---\n\n# Tiny'));
    const changes = await diff(root);
    expect(changes).toMatchObject({
      is_change: true,
      entries: [],
      tables: [],
      diagnostics: { errors: 1, new: [{ code: 'unusable-publish' }] },
    });
    expect(changes.headline).toContain('What changes cannot be told');
  });

  test('names rows that were rewritten with what stood there, and rows that are gone', async () => {
    const root = await createRepository({
      ...workspace,
      'results.tsv': `${workspace['results.tsv']}bbbbbbb\t0.98\tkeep\nccccccc\t0.97\tdiscard\n`,
    });
    writeFileSync(join(root, 'results.tsv'), `${workspace['results.tsv']}bbbbbbb\t0.90\tkeep\n`);
    const { tables, headline } = await diff(root);
    expect(tables).toMatchObject([
      {
        changed_rows: [{ id: 'run/results/2', cells: [{ column: 'loss', before: '0.98', after: '0.90' }] }],
        removed_rows: [{ ordinal: 3, value: '0.97', status: 'discard' }],
      },
    ]);
    expect(headline).toContain('1 run changed; 1 run removed; best loss 0.98 → 0.90');
  });

  test('names the commit that it is told to, and says that files are not committed', async () => {
    const root = await createRepository(workspace);
    expect(await diff(root)).toMatchObject({ is_committed: true });
    writeFileSync(join(root, 'ideas/2026-01-03_norm.md'), idea('Norm'));
    expect(await diff(root)).toMatchObject({ is_committed: false });
    const { stdout } = await runPriors([
      'diff',
      'HEAD',
      '--workspace',
      root,
      '--cache',
      createWorkspace(),
      '--head',
      'c'.repeat(40),
      '--format',
      'json',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ head: 'c'.repeat(40) });
  });

  test('finds vague conclusions and what was there before that is like a new idea', async () => {
    const root = await createRepository(workspace);
    mkdirSync(join(root, 'logs'));
    writeFileSync(
      join(root, 'logs/20260105-100000-norm.md'),
      '---\nsubject: Norm\ndate: 2026-01-05\ntags: [training]\nconclusions: ["Works well"]\n---\n\n## Achievement\n\nDone.\n\n## Rationale\n\nWhy.\n',
    );
    writeFileSync(join(root, 'ideas/2026-01-05_rotary-values.md'), idea('Rotary values', 'How.', '05'));
    const { vague, similar } = await diff(root);
    expect(vague).toMatchObject([{ title: 'Norm', line: 5 }]);
    expect(similar).toMatchObject([{ title: 'Rotary values', earlier: [{ title: 'Rotary', words: ['rotary'] }] }]);
  });

  test('is used wrongly outside git and with a branch that nobody knows', async () => {
    const outside = await runPriors(['diff', 'main', '--workspace', createWorkspace(workspace), '--cache', createWorkspace()]);
    expect(outside).toMatchObject({ code: 2, stdout: '' });
    expect(outside.stderr).toContain('no git repository');
    const root = await createRepository(workspace);
    const unknown = await runPriors(['diff', 'nobody', '--workspace', root, '--cache', createWorkspace()]);
    expect(unknown).toMatchObject({ code: 2 });
    expect(unknown.stderr).toContain('git knows no commit "nobody"');
  });
});

test('a merge on the way changes no more than it brings', { timeout: 60_000 }, async () => {
  const project = createResearchProject();
  const changes = await diff(project.root, 'main~1');
  // The last commit on main recorded what ran; everything before is as it was.
  expect(changes.entries.filter(({ change }) => change === 'removed')).toEqual([]);
  expect(changes.ideas.map(({ title, before, after }) => [title, before, after])).toEqual([
    ['Flash attention', 'proposed', 'queued'],
    ['Gated mlp', 'proposed', 'running'],
    ['Sliding window', 'proposed', 'invalid'],
  ]);
});
