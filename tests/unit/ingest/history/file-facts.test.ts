import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHistory } from '#ingest/history/read-history.ts';
import { makeContent, makeEntry, makeTable } from '../../graph/make-content.ts';
import { repository } from '../../../repository.ts';
import { createWorkspace } from '../../../workspace.ts';

const text = (end: string): string =>
  `# Rotary\n\nText that stays as it is, so that git sees the same file, in several lines.\n\nMore.\n\n${end}\n`;
const content = makeContent({ entries: [makeEntry('idea', 'ideas/rotary.md'), makeEntry('idea', 'ideas/other.md')] });
const factsOf = async (root: string, path = 'ideas/rotary.md') => (await readHistory(root, content))?.files[path];

function shallow(root: string, depth: number): string {
  const clone = join(createWorkspace(), 'clone');
  execFileSync('git', ['clone', '--quiet', '--depth', String(depth), `file://${root}`, clone]);
  return clone;
}

describe('what git says of a file', () => {
  it('is since when it is there, who changed it when, by whatever name it had', async () => {
    const { root, commit } = repository();
    const added = commit('Propose', { '1_ideas/rope.md': text('One.') }, 'Zoe <z@example.org>');
    commit('Something else', { 'ideas/other.md': text('Other.').repeat(3) });
    commit('Move', { '1_ideas/rope.md': null, 'ideas/rope.md': text('One.') }, 'Ada <a@example.org>');
    const last = commit('Rename and edit', { 'ideas/rope.md': null, 'ideas/rotary.md': text('Two.') }, 'Zoe <z@example.org>');
    commit('Something else again', { 'ideas/other.md': text('Another.') });
    expect(await factsOf(root)).toMatchObject({
      created: { commit: added, date: '2026-01-01T10:01:00+01:00', isEdge: false },
      updated: { commit: last },
      authors: ['Zoe', 'Ada'],
      commits: 3,
    });
    expect((await readHistory(root, content))?.renames).toEqual({
      'ideas/rotary.md': [
        { path: 'ideas/rope.md', until: '2026-01-01T10:04:00+01:00' },
        { path: '1_ideas/rope.md', until: '2026-01-01T10:03:00+01:00' },
      ],
    });
  });

  it('counts neither merges nor commits of branches that are not here', async () => {
    const { root, git, commit } = repository();
    commit('Propose', { 'ideas/rotary.md': text('One.') });
    git('checkout', '--quiet', '-b', 'merged');
    const onBranch = commit('Change it', { 'ideas/rotary.md': text('Two.') }, 'Bob <b@example.org>');
    git('checkout', '--quiet', 'main');
    commit('Go on', { 'ideas/other.md': 'Other.\n' });
    git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'merged');
    git('checkout', '--quiet', '-b', 'elsewhere');
    commit('Change and rename it', { 'ideas/rotary.md': null, 'ideas/moved.md': text('Three.') }, 'Eve <e@example.org>');
    git('checkout', '--quiet', 'main');
    expect(await factsOf(root)).toMatchObject({ updated: { commit: onBranch }, authors: ['A', 'Bob'], commits: 2 });
  });

  it('names people as .mailmap does, and never by their addresses', async () => {
    const { root, commit } = repository();
    commit(
      'Propose',
      { 'ideas/rotary.md': text('One.'), '.mailmap': 'Ada Lovelace <ada@example.org> <al@work.example>\n' },
      'al <al@work.example>',
    );
    commit('Edit', { 'ideas/rotary.md': text('Two.') }, 'Ada Lovelace <ada@example.org>');
    commit('Edit', { 'ideas/rotary.md': text('Three.') }, 'bob@example.org <bob@example.org>');
    expect((await factsOf(root))?.authors).toEqual(['Ada Lovelace', 'bob']);
  });

  it('takes no harm from what a name holds', async () => {
    const { root, commit } = repository();
    const token = `ghp_${'a1B2'.repeat(9)}`;
    commit('exp(rotary): one', { 'ideas/rotary.md': text('One.') }, `R\u001b[31med\u0002\u202e ${token} <r@example.org>`);
    commit('exp(rotary): two', { 'ideas/rotary.md': text('Two.') }, `${'long '.repeat(90)} <l@example.org>`);
    const history = await readHistory(root, content);
    const authors = history?.files['ideas/rotary.md']?.authors ?? [];
    expect(authors[0]).toMatch(/^R␛\[31med/);
    expect(authors.join('')).not.toMatch(/[\u0000-\u001f\u202e]|a1B2/);
    expect(authors[1]?.length).toBeLessThanOrEqual(100);
    expect(history?.commits).toHaveLength(2);
  });

  it('ends where a shallow clone ends, and says nothing of who wrote what came with its first commit', async () => {
    const { root, commit } = repository();
    commit('Propose', { 'ideas/rotary.md': text('One.') }, 'Zoe <z@example.org>');
    const edge = commit('Something else', { 'ideas/other.md': 'Other.\n' }, 'Ada <a@example.org>');
    const last = commit('Edit', { 'ideas/rotary.md': text('Two.') }, 'Bob <b@example.org>');
    const clone = shallow(root, 2);
    expect(await readHistory(clone, content)).toMatchObject({ isCut: true, isShallow: true });
    expect(await factsOf(clone)).toMatchObject({
      created: { commit: edge, isEdge: true },
      updated: { commit: last, isEdge: false },
      authors: ['Bob'],
      commits: 1,
    });
    expect(await factsOf(clone, 'ideas/other.md')).toMatchObject({
      created: { isEdge: true },
      updated: { isEdge: true },
      authors: [],
      commits: 0,
    });
  });

  it('knows a rename in a clone without texts where the file stayed as it was', async () => {
    const { root, git, commit } = repository();
    const added = commit('Propose', { 'ideas/rope.md': text('One.') });
    commit('Rename', { 'ideas/rope.md': null, 'ideas/rotary.md': text('One.') });
    git('config', 'uploadpack.allowFilter', 'true');
    const clone = join(createWorkspace(), 'clone');
    execFileSync('git', ['clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${root}`, clone], { stdio: 'pipe' });
    expect(await factsOf(clone)).toMatchObject({ created: { commit: added, isEdge: false } });
  });

  it('does not know who added a file that came with a merge', async () => {
    const { root, git, commit } = repository();
    commit('Begin', { 'ideas/other.md': 'Other.\n' });
    git('checkout', '--quiet', '-b', 'branch');
    commit('Go on there', { 'a.md': 'A.\n' });
    git('checkout', '--quiet', 'main');
    commit('Go on here', { 'b.md': 'B.\n' });
    git('merge', '--quiet', '--no-ff', '--no-commit', 'branch');
    commit('Merge', { 'ideas/rotary.md': text('One.') });
    commit('Edit', { 'ideas/rotary.md': text('Two.') });
    expect(await factsOf(root)).toMatchObject({ created: { isEdge: true }, commits: 1 });
  });

  it('gives a name back to the file that has it now', async () => {
    const { root, commit } = repository();
    commit('Propose', { 'ideas/rotary.md': text('One.') });
    commit('Rename', { 'ideas/rotary.md': null, 'ideas/other.md': text('One.') });
    const again = commit('Propose anew', { 'ideas/rotary.md': 'Nothing of the kind.\n' });
    expect(await factsOf(root)).toMatchObject({ created: { commit: again }, commits: 1 });
    expect((await readHistory(root, content))?.renames).toMatchObject({ 'ideas/other.md': [{ path: 'ideas/rotary.md' }] });
  });
});

describe('a file of a workspace that is a folder of its repository', () => {
  const historyOf = async (root: string, folder: string) => readHistory(join(root, folder), content);
  const alice = 'Alice <a@example.org>';
  const bob = 'Bob <b@example.org>';

  it('is as old as it was before the workspace moved there, twice, and has the names that it had in it', async () => {
    const { root, git, commit } = repository();
    const added = commit('Propose', { 'content/ideas/rope.md': text('One.'), 'src/model.py': 'print(1)\n' }, alice);
    commit('Rename', { 'content/ideas/rope.md': null, 'content/ideas/rotary.md': text('One.') }, bob);
    git('mv', 'content', 'lab');
    commit('Move the workspace', {}, bob);
    git('mv', 'lab', 'research');
    commit('Move it again', {}, bob);
    const history = await historyOf(root, 'research');
    expect(history?.files['ideas/rotary.md']).toMatchObject({
      created: { commit: added, isEdge: false },
      authors: ['Alice', 'Bob'],
      commits: 4,
    });
    expect(history?.renames).toEqual({ 'ideas/rotary.md': [{ path: 'ideas/rope.md', until: '2026-01-01T10:02:00+01:00' }] });
  });

  it('is as old as it was before the workspace moved below a folder, or out of one', async () => {
    const { root, git, commit } = repository();
    const added = commit('Propose', { 'ideas/rotary.md': text('One.') }, alice);
    mkdirSync(join(root, 'a'));
    git('mv', 'ideas', 'a/ideas');
    commit('Move down', {}, bob);
    expect((await historyOf(root, 'a'))?.files['ideas/rotary.md']?.created).toMatchObject({ commit: added, isEdge: false });
    git('mv', 'a/ideas', 'ideas');
    commit('Move up', {}, bob);
    expect((await historyOf(root, '.'))?.files['ideas/rotary.md']?.created).toMatchObject({ commit: added, isEdge: false });
  });

  it('is as old as it was where it lay outside, and had no name there', async () => {
    const { root, commit } = repository();
    const added = commit('Note', { 'notes/rope.md': text('One.'), 'lab/ideas/other.md': 'Other.\n' }, alice);
    commit('Take it in', { 'notes/rope.md': null, 'lab/ideas/rotary.md': text('One.') }, bob);
    const history = await historyOf(root, 'lab');
    expect(history?.files['ideas/rotary.md']).toMatchObject({ created: { commit: added, isEdge: false }, authors: ['Alice', 'Bob'] });
    expect(history?.renames).toEqual({});
  });

  it('begins where it was added, be other files removed outside in that commit', async () => {
    const { root, commit } = repository();
    commit('Begin', { 'notes/rope.md': 'Quite another text.\n' }, alice);
    const added = commit('Propose', { 'notes/rope.md': null, 'lab/ideas/rotary.md': text('One.') }, bob);
    const history = await historyOf(root, 'lab');
    expect(history?.files['ideas/rotary.md']).toMatchObject({ created: { commit: added, isEdge: false }, authors: ['Bob'] });
  });

  it('keeps what was expected before the workspace moved, and the rows that came then', async () => {
    const { root, git, commit } = repository();
    const expected = '---\ntitle: Rotary\nexpected: "-0.05"\n---\n\nText that stays as it is.\n';
    const first = commit('Propose', { 'content/ideas/rotary.md': expected });
    commit('Record', { 'content/results.tsv': 'commit\tloss\na\t1\n' });
    commit('exp(rotary): change code', { 'src/model.py': 'print(1)\n' });
    git('mv', 'content', 'research');
    commit('Move the workspace');
    const history = await readHistory(join(root, 'research'), {
      ...content,
      tables: [makeTable('results.tsv', 'commit\tloss', 'a\t1')],
    });
    expect(history?.predictions?.['ideas/rotary.md']).toMatchObject({ commit: first, order: 1 });
    expect(history?.tables['results.tsv']?.[0]).toMatchObject({ lines: 2, appearance: { order: 2 } });
    expect(history?.commits).toMatchObject([{ isInWorkspace: false }]);
  });

  it('is followed in a clone without texts where it stayed as it was', async () => {
    const { root, git, commit } = repository();
    commit('Propose', { 'content/ideas/rotary.md': text('One.') }, alice);
    git('mv', 'content', 'research');
    const moved = commit('Move the workspace', {}, bob);
    git('config', 'uploadpack.allowFilter', 'true');
    const clone = join(createWorkspace(), 'clone');
    execFileSync('git', ['clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${root}`, clone]);
    mkdirSync(join(clone, 'research'));
    const facts = (await historyOf(clone, 'research'))?.files['ideas/rotary.md'];
    expect(facts).toMatchObject({ authors: ['Alice', 'Bob'], updated: { commit: moved } });
  });
});
