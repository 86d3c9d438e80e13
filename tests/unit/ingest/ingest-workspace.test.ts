import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingestWorkspace, readBody } from '#ingest/ingest-workspace.ts';
import { folderWith } from './temporary-folder.ts';

const idea = (title: string, body = '') => `---\ntitle: ${title}\ndate: 2026-01-04\nhypothesis: H\n---\n${body}`;
const setUp = (files: Readonly<Record<string, string>>) => ({
  root: folderWith(files),
  cacheDir: join(folderWith({}), 'deep', 'cache'),
  asOf: '2026-02-01',
});
const cachedFiles = (cacheDir: string, ending: string) =>
  readdirSync(join(cacheDir, 'parsed'))
    .filter((name) => name.endsWith(ending))
    .map((name) => join(cacheDir, 'parsed', name));
const metadataOf = (cacheDir: string) => cachedFiles(cacheDir, '.json').filter((path) => !path.endsWith('.body.json'));

describe('ingestWorkspace', () => {
  it('reads a workspace, and leaves content and bodies in the cache', async () => {
    const options = setUp({ 'ideas/a.md': idea('A', 'See [[b]].'), 'ideas/b.md': idea('B') });
    const ingest = await ingestWorkspace(options);
    expect(ingest.content.entries.map(({ id, title }) => [id, title])).toEqual([
      ['idea/a', 'A'],
      ['idea/b', 'B'],
    ]);
    expect(ingest.content).toMatchObject({ asOf: '2026-02-01', strict: false, problems: [] });
    const [entry] = ingest.content.entries;
    const body = entry && (await readBody(options.cacheDir, entry));
    expect(body?.html).toContain('data-link="0"');
    expect(body?.markdown).toBe(idea('A', 'See [[b]].'));
  });

  it('parses only what changed, and tables each time, with the same result', async () => {
    const options = setUp({ 'ideas/a.md': idea('A'), 'ideas/b.md': idea('B'), 'results.tsv': 'x\ty\n1\t2\n' });
    const first = await ingestWorkspace(options);
    const second = await ingestWorkspace(options);
    expect([first.manifest.parsed, second.manifest.parsed]).toEqual([3, 1]);
    expect(JSON.stringify(second.content)).toBe(JSON.stringify(first.content));
    writeFileSync(join(options.root, 'ideas/a.md'), idea('Changed'));
    const third = await ingestWorkspace(options);
    expect(third.manifest.parsed).toBe(2);
    expect(third.content.entries.map(({ title }) => title)).toEqual(['Changed', 'B']);
  });

  it('parses again what is damaged in the cache', async () => {
    const options = setUp({ 'ideas/a.md': idea('A'), 'ideas/b.md': idea('B'), 'ideas/c.md': idea('C') });
    const first = await ingestWorkspace(options);
    const [a = '', b = '', c = ''] = metadataOf(options.cacheDir);
    writeFileSync(a, '{"digest":');
    writeFileSync(b, '[]');
    truncateSync(c.replace('.json', '.body.json'), 5);
    const second = await ingestWorkspace(options);
    expect(second.manifest.parsed).toBe(3);
    expect(second.content).toEqual(first.content);
    expect((await ingestWorkspace(options)).manifest.parsed).toBe(0);
  });

  it('asks to be run again where a body is damaged, and then mends it', async () => {
    const options = setUp({ 'ideas/a.md': idea('A', 'Text') });
    const [entry] = (await ingestWorkspace(options)).content.entries;
    const [body = ''] = cachedFiles(options.cacheDir, '.body.json');
    writeFileSync(body, 'x'.repeat(readFileSync(body).length));
    if (entry === undefined) throw new Error('There is an entry.');
    await expect(readBody(options.cacheDir, entry)).rejects.toThrow('Run the command again');
    await ingestWorkspace(options);
    expect((await readBody(options.cacheDir, entry)).html).toContain('Text');
  });

  it('keeps in the cache what this ingest and the one before used', async () => {
    const options = setUp({ 'ideas/a.md': idea('1') });
    for (const title of ['1', '2', '3', '4']) {
      writeFileSync(join(options.root, 'ideas/a.md'), idea(title));
      await ingestWorkspace(options);
    }
    expect(metadataOf(options.cacheDir)).toHaveLength(2);
  });

  it('removes nothing from the cache that it does not put there', async () => {
    const options = setUp({ 'ideas/a.md': idea('1') });
    const others = ['letter.txt', 'package.json', '.keep'].map((name) => join(options.cacheDir, 'parsed', name));
    mkdirSync(join(options.cacheDir, 'parsed'), { recursive: true });
    for (const path of others) writeFileSync(path, 'text');
    await ingestWorkspace(options);
    expect(others.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('ignores what program.md says, and names it', async () => {
    const { content } = await ingestWorkspace(
      setUp({
        'program.md': '---\nproject: P\nmetric: { name: x, direction: lower }\nignore: [drafts/**, program.md]\n---\n',
        'drafts/a.md': 'A',
        'b.md': 'B',
      }),
    );
    expect(content.entries.map(({ path }) => path)).toEqual(['b.md', 'program.md']);
    expect(content.skipped).toEqual([{ path: 'drafts', reason: 'Ignored by program.md' }]);
  });

  it('gives a missing and an empty workspace as problems', async () => {
    const options = setUp({});
    expect((await ingestWorkspace(options)).content.problems).toMatchObject([{ code: 'empty-workspace' }]);
    expect((await ingestWorkspace({ ...options, root: join(options.root, 'gone') })).content.problems).toMatchObject([
      { code: 'missing-workspace' },
    ]);
  });

  it('reports five different mistakes in one run, each at its line', async () => {
    const { content } = await ingestWorkspace(
      setUp({
        'program.md': '---\nproject: P\nmetric: { name: x, direction: lower }\nstrict: true\n---\n',
        'ideas/1.md': '---\ntitle: T\ndate: 2026-01-04\nhypothesys: H\n---\n',
        'ideas/2.md': '---\ntitle: T\ndate: 2026-02-30\nhypothesis: H\n---\n',
        'ideas/3.md': '---\ntitle: T: U\ndate: 2026-01-04\nhypothesis: H\n---\n',
        'ideas/4.md': '---js\nalert(1)\n---\n',
        'reports/5.md': '---\ntitle: T\ndate: 2026-01-04\noutcome: supported\nruns: 0640555\n---\n',
      }),
    );
    expect(content.problems.map(({ code, path, line, column }) => `${code} ${path}:${line}:${column}`).sort()).toEqual([
      'executable-frontmatter ideas/4.md:1:1',
      'impossible-date ideas/2.md:3:7',
      'invalid-yaml ideas/3.md:2:8',
      'missing-key ideas/1.md:1:1',
      'unknown-key ideas/1.md:4:1',
      'wrong-type reports/5.md:5:7',
    ]);
  });
});
