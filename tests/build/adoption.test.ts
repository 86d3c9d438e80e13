import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { createWorkspace, runPriors, type Outcome, type WorkspaceFiles } from '../workspace.ts';
import { workflowFiles } from '#adoption/workflow-files.ts';

// Each test starts the command anew, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const table = 'commit\tval_bpb\tstatus\tdescription\n187e419\t0.99\tkeep\thalve the batch\n';
const readme = '# Tiny models\n\nWe ask how far a tiny language model gets in five minutes.\n';
const workflows = workflowFiles({ workspace: '.' }).map(({ path }) => path);

/** A git repository with these files, and a remote. */
function repository(files: WorkspaceFiles): string {
  const root = createWorkspace(files);
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: root });
  execFileSync('git', ['remote', 'add', 'origin', 'https://me:ghp_secret@github.com/me/lab.git'], { cwd: root });
  return root;
}

/** All files but git's own, with their bytes. */
function bytesBelow(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => !/^\.git(?:\/|$)/.test(path));
  return Object.fromEntries(
    paths.filter((path) => statSync(join(root, path)).isFile()).map((path) => [path, readFileSync(join(root, path)).toString('base64')]),
  );
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const init = (root: string, ...options: readonly string[]): Promise<Outcome> => runPriors(['init', ...options], { cwd: root });

/** Runs it again: nothing changes, and it says so. */
async function expectIdempotent(root: string, ...options: readonly string[]): Promise<void> {
  const before = bytesBelow(root);
  const { code, stdout } = await init(root, ...options);
  expect(code, stdout).toBe(0);
  expect(stdout).toContain('program.md unchanged');
  expect(bytesBelow(root)).toEqual(before);
}

describe('priors init', () => {
  test('gives a program frontmatter, leaves its text byte for byte, adds the workflows, and touches nothing else', async () => {
    const text = '\uFEFF# Lab\r\n\r\n---\r\n\r\nWhat we try.\r\nNo line end here';
    const files = {
      'program.md': text,
      'results.tsv': table,
      'README.md': readme,
      'train.py': 'print(1)',
      '.gitignore': 'node_modules/\n',
    };
    const root = repository(files);
    const { code, stdout, stderr } = await init(root);
    expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });

    const { 'program.md': program = '', ...others } = bytesBelow(root);
    expect(Buffer.from(program, 'base64').toString()).toBe(
      [
        ...['\uFEFF---', '# inferred from program.md:1', 'title: Lab', '# inferred from README.md:3'],
        ...['project: We ask how far a tiny language model gets in five minutes.'],
        ...['# inferred from results.tsv:1; the direction is guessed from the name', 'metric:', '  name: val_bpb', '  direction: lower'],
        ...['# the git remote "origin"', 'repository: https://github.com/me/lab', '---', '', text.slice(1)],
      ].join('\r\n'),
    );
    const expected = { ...files, ...Object.fromEntries(workflowFiles({ workspace: '.' }).map((file) => [file.path, file.text])) };
    const { 'program.md': _, ...untouched } = expected;
    expect(others).toEqual(Object.fromEntries(Object.entries(untouched).map(([path, each]) => [path, base64(each)])));

    expect(stdout).toContain('program.md given frontmatter; the text below it is as it was');
    expect(stdout).toContain('The site is then at https://me.github.io/lab/');
    expect(stdout).not.toContain('ghp_secret');
    const check = await runPriors(['check', '--workspace', '.', '--cache', createWorkspace()], { cwd: root });
    expect(check.stdout).toContain('No problems');
    await expectIdempotent(root);
  });

  test('leaves frontmatter that is there alone, and says what it lacks and could have', async () => {
    const text = '---\ntitle: Lab\n---\n\n# Lab\n';
    const root = repository({ 'program.md': text, 'results.tsv': table, 'README.md': readme });
    const { code, stdout } = await init(root);
    expect(code).toBe(0);
    expect(readFileSync(join(root, 'program.md'), 'utf8')).toBe(text);
    expect(stdout).toContain('metric is required in program.md. It could be: { name: val_bpb, direction: lower }');
    expect(stdout).toContain('project is required in program.md. It could be: We ask how far');
  });

  test('makes a program in a bare folder outside git, without inventing anything, and says why there are no workflows', async () => {
    const root = createWorkspace();
    const { code, stdout } = await init(root);
    expect(code, stdout).toBe(0);
    expect(Object.keys(bytesBelow(root))).toEqual(['program.md']);
    expect(readFileSync(join(root, 'program.md'), 'utf8')).toContain('project: Not described yet\n');
    expect(stdout).toContain('none: this is no git repository');
    expect(stdout).toMatch(/Left for you\n {2}- project: fill in.*\n {2}- metric: fill in/);
  });

  test('puts workflows at the root of the repository, for a workspace in a folder of it', async () => {
    const root = repository({ 'lab/results.tsv': table, 'README.md': readme });
    const { code, stdout } = await init(join(root), '--workspace', 'lab');
    expect(code, stdout).toBe(0);
    for (const { path, text } of workflowFiles({ workspace: 'lab' })) expect(readFileSync(join(root, path), 'utf8')).toBe(text);
    expect(statSync(join(root, 'lab/program.md')).isFile()).toBe(true);
    // From within the folder it is the same.
    const inside = await init(join(root, 'lab'));
    expect(inside.stdout).toContain(`${workflows[0] ?? ''} unchanged`);
    expect(inside.stdout).toContain('git add lab/program.md');
  });

  test('says which files that it reads git does not have: the published site would lack them', async () => {
    const root = repository({ 'results.tsv': table, 'README.md': readme, '.gitignore': 'results.tsv\n' });
    execFileSync('git', ['add', 'README.md'], { cwd: root });
    expect((await init(root)).stdout).toContain('  - results.tsv is not in git: the published site lacks what is not committed.\n');
    expect((await runPriors(['doctor'], { cwd: root })).stdout).toContain('advice   program.md, results.tsv are not in git');
  });

  test('says what a program further down would mean', async () => {
    const root = repository({ 'lab/program.md': '# Lab\n\nLower val_bpb wins.\n', 'lab/results.tsv': table, 'README.md': readme });
    const { stdout } = await init(root, '--dry-run');
    expect(stdout).toContain(
      'With --workspace lab it would be the program: the site would hold that folder alone, 1 of 2 entries and 1 of 1 tables.',
    );
  });

  test('writes nothing in a dry run, no cache either', async () => {
    const root = repository({ 'program.md': '# Lab\n', 'results.tsv': table });
    const before = bytesBelow(root);
    const { code, stdout } = await init(root, '--dry-run', '--format', 'json');
    expect(code).toBe(0);
    expect(bytesBelow(root)).toEqual(before);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 1,
      dry_run: true,
      found: { tables: [{ path: 'results.tsv', metric: 'val_bpb' }] },
      program: { action: 'prepended' },
      workflows: workflows.map((path) => ({ path, action: 'created' })),
    });
  });

  test('leaves a workflow that is there as it is, and says that it differs', async () => {
    const [first = ''] = workflows;
    const root = repository({ [first]: 'mine\n', 'results.tsv': table });
    const { code, stdout } = await init(root);
    expect(code).toBe(0);
    expect(readFileSync(join(root, first), 'utf8')).toBe('mine\n');
    expect(stdout).toContain(`${first} kept: it is there, and differs`);
  });

  test('adds no workflows where none are wanted', async () => {
    const root = repository({ 'results.tsv': table });
    expect((await init(root, '--no-workflows')).stdout).toContain('none: not asked for');
    expect(Object.keys(bytesBelow(root)).toSorted()).toEqual(['program.md', 'results.tsv']);
  });

  test.each<[string, (root: string) => void, string]>([
    ['read-only', (root) => chmodSync(join(root, 'program.md'), 0o444), 'is read-only'],
    ['no UTF-8 text', (root) => writeFileSync(join(root, 'program.md'), Buffer.from([0x23, 0x20, 0xe9, 0x0a])), 'is not UTF-8 text'],
  ])('does not write a program that is %s, goes on with the rest, and ends with 1', async (_, spoil, said) => {
    const root = repository({ 'program.md': '# Lab\n' });
    spoil(root);
    const before = readFileSync(join(root, 'program.md'));
    const { code, stdout } = await init(root);
    expect(stdout).toContain(said);
    expect(code).toBe(1);
    expect(readFileSync(join(root, 'program.md'))).toEqual(before);
    expect(stdout).toContain(`${workflows[0] ?? ''} written`);
  });

  test('follows no symbolic link out of the repository', async () => {
    const outside = createWorkspace({ 'program.md': '# Elsewhere\n' });
    const root = repository({ 'results.tsv': table });
    symlinkSync(outside, join(root, '.github'));
    symlinkSync(join(outside, 'program.md'), join(root, 'program.md'));
    const { code, stdout } = await init(root);
    expect(code).toBe(1);
    expect(stdout).toContain('lies outside the repository');
    expect(stdout).toContain('program.md NOT written');
    expect(bytesBelow(outside)).toEqual({ 'program.md': base64('# Elsewhere\n') });
  });

  test('repeats no credential that an introduction holds', async () => {
    const token = ['gh', 'p_', 'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5'].join('');
    const root = repository({ 'README.md': `# Lab\n\nThis study needs the token ${token} to fetch its data.\n` });
    const { stdout } = await init(root);
    expect(stdout + readFileSync(join(root, 'program.md'), 'utf8')).not.toContain(token);
  });

  test('makes no pages of what installing Priors adds to a repository', async () => {
    const root = repository({
      'results.tsv': table,
      'package.json': '{ "devDependencies": { "priors": "file:.priors/priors-0.1.0.tgz" } }',
      'package-lock.json': '{}',
      '.priors/priors-0.1.0.tgz': 'packed',
      '.priors/README.md': '# Hidden',
      'node_modules/priors/README.md': '# Priors',
      '.gitignore': 'node_modules/\ndist/\n',
    });
    const { stdout } = await init(root);
    expect(stdout).not.toContain('npm pack');
    const check = await runPriors(['check', '--workspace', '.', '--format', 'json', '--cache', createWorkspace()], { cwd: root });
    // The shape is what the expectation is about.
    const { files } = JSON.parse(check.stdout) as { readonly files: readonly { readonly path: string }[] };
    expect(files.map(({ path }) => path)).toEqual(['program.md', 'results.tsv']);
  });

  test('used on a folder that is not there, ends with 2', async () => {
    const { code, stderr } = await init(createWorkspace(), '--workspace', 'gone');
    expect(stderr).toContain('There is no folder "gone"');
    expect(code).toBe(2);
  });
});

describe('priors doctor', () => {
  test('tells programs and people what is there and what is missing, and changes nothing', async () => {
    const root = repository({ 'lab/results.tsv': table });
    const before = bytesBelow(root);
    const { code, stdout } = await runPriors(['doctor', '--workspace', 'lab', '--format', 'json'], { cwd: root });
    // The shape is what the expectations are about.
    const report = JSON.parse(stdout) as { readonly conditions: readonly { readonly id: string; readonly state: string }[] };
    expect(report).toMatchObject({ schema: 1, workspace: 'lab', summary: { missing: 0 } });
    expect(Object.fromEntries(report.conditions.map(({ id, state }) => [id, state]))).toMatchObject({
      ...{ node: 'ok', git: 'ok', packages: 'ok', 'search-engine': 'ok', cache: 'ok', output: 'ok' },
      ...{ workspace: 'ok', program: 'advice', problems: 'ok', metric: 'advice' },
      ...{ history: 'advice', package: 'advice', workflows: 'advice', pages: 'advice' },
    });
    expect(code).toBe(0);
    expect(bytesBelow(root)).toEqual(before);
    const text = await runPriors(['doctor', '--workspace', 'lab'], { cwd: root });
    expect(text.stdout).toMatch(
      /^Machine\n {2}ok {7}Node [^]*\n\nWorkspace\n[^]*\n\nPublishing\n[^]*\n\nNothing that Priors needs is missing\.\n$/,
    );
  });

  test('ends with 1 where Priors cannot work: no workspace, an output that would be lost', async () => {
    const root = createWorkspace({ 'dist/mine.txt': 'x' });
    mkdirSync(join(root, 'empty'));
    for (const workspace of ['gone', 'empty']) {
      const { code, stdout } = await runPriors(['doctor', '--workspace', workspace], { cwd: root });
      expect(stdout).toContain('it holds files that Priors did not make');
      expect(stdout).toContain('2 things that Priors needs are missing.');
      expect(code).toBe(1);
    }
  });
});
