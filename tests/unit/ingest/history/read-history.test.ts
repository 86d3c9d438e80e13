import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHistory } from '#ingest/history/read-history.ts';
import type { FileRecord } from '#schemas/workspace.ts';
import { appearanceOfLine } from '#schemas/history.ts';
import { makeContent, makeEntry, makeTable } from '../../graph/make-content.ts';
import { createWorkspace } from '../../../workspace.ts';

interface Repository {
  readonly root: string;
  readonly git: (...parameters: readonly string[]) => string;
  /** Writes files and commits them, a minute after the commit before; gives the hash. */
  readonly commit: (message: string, files?: Readonly<Record<string, string>>) => string;
}

function repository(root = createWorkspace()): Repository {
  let minute = 0;
  const git = (...parameters: readonly string[]): string => {
    const date = `2026-01-01T10:${String(minute).padStart(2, '0')}:00+01:00`;
    return execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...parameters], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    }).trim();
  };
  git('init', '--quiet', '--initial-branch=main');
  const commit: Repository['commit'] = (message, files = {}) => {
    minute += 1;
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', message);
    return git('rev-parse', 'HEAD');
  };
  return { root, git, commit };
}

const idea = (expected: string): string =>
  `---\ntitle: Rotary\n${expected}---\n\nText that stays as it is, so that git sees the same file.\n`;
const content = makeContent({
  entries: [makeEntry('idea', 'ideas/rotary.md'), makeEntry('report', 'reports/rotary.md')],
  tables: [makeTable('results.tsv', 'commit\tloss', 'a\t1', 'b\t2')],
});

const fileAt: FileRecord = { path: '', kind: 'table', entries: 0, rows: 0, events: 0, unaccounted: [] };

describe('the branches and commits of experiments', () => {
  it('belong to the slug that their subject or their branch names', async () => {
    const { root, git, commit } = repository();
    commit('Begin');
    git('checkout', '--quiet', '-b', 'exp/rotary');
    const plain = commit('Rotate');
    const named = commit('exp(rotary_two): rotate more');
    git('checkout', '--quiet', 'main');
    const history = await readHistory(root, content);
    expect(history).toMatchObject({
      isCut: false,
      mainBranch: 'main',
      branches: [{ slug: 'rotary', name: 'exp/rotary', head: named, isMerged: false }],
    });
    expect(history?.commits.map(({ hash, slug, by, isOnMain }) => ({ hash, slug, by, isOnMain }))).toEqual([
      { hash: named, slug: 'rotary_two', by: 'subject', isOnMain: false },
      { hash: plain, slug: 'rotary', by: 'branch', isOnMain: false },
    ]);
  });

  it('are known after a merge, also when the branch is gone', async () => {
    const { root, git, commit } = repository();
    commit('Begin');
    git('checkout', '--quiet', '-b', 'exp/rotary');
    const own = commit('Rotate');
    git('checkout', '--quiet', 'main');
    commit('Something else');
    git('merge', '--quiet', '--no-ff', '--message', 'Merge pull request #12 from lab/exp/rotary', 'exp/rotary');
    const merged = await readHistory(root, content);
    expect(merged?.branches).toMatchObject([{ isMerged: true }]);
    git('branch', '--delete', 'exp/rotary');
    const history = await readHistory(root, content);
    expect(history?.branches).toEqual([]);
    expect(history?.commits).toMatchObject([{ hash: own, slug: 'rotary', by: 'branch', isOnMain: true }]);
  });

  it('tell a branch that was just begun from one that was merged', async () => {
    const { root, git, commit } = repository();
    commit('Begin');
    git('branch', 'exp/rotary');
    expect((await readHistory(root, content))?.branches).toMatchObject([{ isMerged: null, isInWorktree: false }]);
    git('worktree', 'add', '--quiet', join(createWorkspace(), 'rotary'), 'exp/rotary');
    expect((await readHistory(root, content))?.branches).toMatchObject([{ isInWorktree: true }]);
  });
});

describe('what belongs to which branch', () => {
  const slugs = async (root: string) => (await readHistory(root, content))?.commits.map(({ subject, slug }) => `${subject}: ${slug}`);

  it('ends where another branch begins: an experiment on an experiment, or on a branch of another sort', async () => {
    const { root, git, commit } = repository();
    commit('Begin');
    git('checkout', '--quiet', '-b', 'dev');
    commit('Work on dev');
    git('checkout', '--quiet', '-b', 'exp/zeta');
    commit('Try zeta');
    git('checkout', '--quiet', '-b', 'exp/alpha');
    commit('Try alpha on it');
    expect(await slugs(root)).toEqual(['Try alpha on it: alpha', 'Try zeta: zeta']);
  });

  it('is no more what came to the main branch of the remote, be the one here behind', async () => {
    const { root, git, commit } = repository();
    const begin = commit('Begin');
    const clone = join(createWorkspace(), 'clone');
    commit('Go on upstream');
    execFileSync('git', ['clone', '--quiet', root, clone]);
    execFileSync('git', ['checkout', '--quiet', '-b', 'exp/alpha'], { cwd: clone });
    execFileSync('git', ['branch', '--quiet', '--force', 'main', begin], { cwd: clone });
    expect(await slugs(clone)).toEqual([]);
    expect(git('branch', '--list')).toContain('main');
  });

  it('is not called merged where nobody can tell which branch is the main one', async () => {
    const { root, git, commit } = repository();
    commit('Begin');
    git('branch', '--move', 'trunk');
    git('branch', 'other');
    git('checkout', '--quiet', '-b', 'exp/alpha');
    commit('Try alpha');
    expect(await readHistory(root, content)).toMatchObject({
      mainBranch: null,
      branches: [{ isMerged: null }],
      commits: [{ slug: 'alpha', isOnMain: false }],
    });
    git('branch', '--quiet', '--delete', 'other');
    expect(await readHistory(root, content)).toMatchObject({ mainBranch: 'trunk', branches: [{ isMerged: false }] });
  });

  it('masks what looks like a credential', async () => {
    const { root, commit } = repository();
    commit(`exp(rotary): use ghp_${'a1B2'.repeat(9)}`);
    expect((await readHistory(root, content))?.commits[0]?.subject).not.toContain('a1B2');
  });
});

describe('the last change of a file', () => {
  it('is one that is here, not one of a branch that is not', async () => {
    const { root, git, commit } = repository();
    const begin = commit('Begin', { 'results.tsv': 'commit\tloss\n' });
    git('checkout', '--quiet', '-b', 'exp/rotary');
    commit('Change it', { 'results.tsv': 'commit\tloss\na\t1\n' });
    git('checkout', '--quiet', 'main');
    expect((await readHistory(root, content))?.lastChanges['results.tsv']).toMatchObject({ commit: begin });
  });

  it('is known in a clone that has no texts of files', async () => {
    const { root, git, commit } = repository();
    commit('Propose', { 'ideas/rotary.md': idea('expected: "-0.05"\n') });
    commit('Move', { 'ideas/other.md': idea('') });
    git('config', 'uploadpack.allowFilter', 'true');
    const clone = join(createWorkspace(), 'clone');
    execFileSync('git', ['clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${root}`, clone], { stdio: 'pipe' });
    expect(await readHistory(clone, content)).toMatchObject({ predictions: null, lastChanges: { 'ideas/rotary.md': { order: 1 } } });
  });
});

describe('predictions', () => {
  it('are those of the first commit that states one, whatever was edited later and whatever the file was called', async () => {
    const { root, commit } = repository();
    commit('Propose', { '1_ideas/rotary.md': idea('') });
    const first = commit('Say what is expected', { '1_ideas/rotary.md': idea('expected: "-0.05"\nmetric: loss\n') });
    mkdirSync(join(root, 'ideas'));
    renameSync(join(root, '1_ideas/rotary.md'), join(root, 'ideas/rotary.md'));
    commit('Move the ideas');
    commit('Know better', { 'ideas/rotary.md': idea('expected: "+0.01"\nmetric: loss\n') });
    expect((await readHistory(root, content))?.predictions).toEqual({
      'ideas/rotary.md': { commit: first, date: '2026-01-01T10:02:00+01:00', order: 2, isEdge: false, expected: '-0.05', metric: 'loss' },
    });
  });

  it('are none that only the published site holds, here or in the remote', async () => {
    const { root, git, commit } = repository();
    commit('Begin');
    git('checkout', '--quiet', '--orphan', 'gh-pages');
    commit('Publish the site', { 'ideas/rotary.md': idea('expected: "-0.9"\nmetric: loss\n') });
    git('update-ref', 'refs/remotes/origin/gh-pages', 'HEAD');
    git('checkout', '--quiet', 'main');
    commit('Propose', { 'ideas/rotary.md': idea('expected: "-0.05"\nmetric: loss\n') });
    const history = await readHistory(root, content);
    expect(JSON.stringify(history?.predictions)).toContain('-0.05');
    expect(JSON.stringify(history)).not.toMatch(/-0\.9|gh-pages|Publish the site/);
  });

  it('come with the commits of reports and of rows, as far as these are committed', async () => {
    const { root, commit } = repository();
    commit('Propose', { 'ideas/rotary.md': idea('expected: "-0.05"\n'), 'results.tsv': 'commit\tloss\na\t1\n' });
    const reported = commit('Report', { 'reports/rotary.md': 'It held.\n' });
    writeFileSync(join(root, 'results.tsv'), 'commit\tloss\na\t1\nb\t2\n');
    const history = await readHistory(root, content);
    expect(history?.reports['reports/rotary.md']).toMatchObject({ commit: reported, order: 2 });
    const growth = history?.tables['results.tsv'] ?? [];
    expect([1, 2, 3].map((line) => appearanceOfLine(growth, line))).toMatchObject([{ order: 1 }, { order: 1 }, 'later']);
  });

  it('come with rows that a commit only rewrote: with another column, with other line ends, under another name', async () => {
    const { root, commit } = repository();
    commit('Begin', { 'table.tsv': 'commit\tloss\n' });
    commit('Record', { 'table.tsv': 'commit\tloss\na\t1\n' });
    commit('Propose', { 'ideas/rotary.md': idea('expected: "-0.05"\n') });
    commit('Add a column', { 'table.tsv': 'commit\tloss\tseed\r\na\t1\t7\r\n' });
    renameSync(join(root, 'table.tsv'), join(root, 'results.tsv'));
    commit('Rename');
    const history = await readHistory(root, { ...content, files: [...content.files, { ...fileAt, path: 'results.tsv' }] });
    expect(appearanceOfLine(history?.tables['results.tsv'] ?? [], 2)).toMatchObject({ order: 2 });
  });

  it('of a shallow clone may be older than its first commit', async () => {
    const { root, commit } = repository();
    commit('Propose', { 'ideas/rotary.md': idea('expected: "-0.05"\n') });
    commit('Know better', { 'ideas/rotary.md': idea('expected: "+0.01"\n') });
    const clone = join(createWorkspace(), 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, clone]);
    expect(await readHistory(clone, content)).toMatchObject({
      isCut: true,
      predictions: { 'ideas/rotary.md': { expected: '+0.01', isEdge: true } },
    });
  });
});

describe('a workspace', () => {
  it('in a folder of its repository has paths of its own', async () => {
    const { root, commit } = repository();
    commit('Propose', {
      'lab/ideas/rotary.md': idea('expected: "-0.05"\n'),
      'lab/results.tsv': 'commit\tloss\na\t1\n',
      'ideas/rotary.md': idea(''),
    });
    const history = await readHistory(join(root, 'lab'), content);
    expect(Object.keys(history?.predictions ?? {})).toEqual(['ideas/rotary.md']);
    expect(history?.tables['results.tsv']).toMatchObject([{ lines: 2 }]);
    expect(Object.keys(history?.lastChanges ?? {}).toSorted()).toEqual(['ideas/rotary.md', 'results.tsv']);
  });

  it('outside git, and before the first commit, has no history', async () => {
    expect(await readHistory(createWorkspace(), content)).toBeNull();
    expect(await readHistory(repository().root, content)).toBeNull();
  });

  it('runs no program that its own repository names', async () => {
    const { root, git, commit } = repository();
    commit('Propose', {
      'ideas/rotary.md': idea('expected: "-0.05"\n'),
      'results.tsv': 'commit\tloss\na\t1\n',
      '.gitattributes': '* diff=evil\n',
    });
    const trace = join(root, 'ran');
    for (const key of ['diff.evil.textconv', 'diff.evil.command', 'diff.external', 'core.pager'])
      git('config', key, `sh -c 'touch ${trace}'`);
    expect((await readHistory(root, content))?.tables['results.tsv']).toMatchObject([{ lines: 2 }]);
    expect(existsSync(trace)).toBe(false);
  });
});
