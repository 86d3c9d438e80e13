import { describe, expect, it } from 'vitest';
import { assemble } from '#ingest/assemble.ts';
import { parseFile } from '#ingest/parse-file.ts';

const nothingElse = { name: 'lab', unreadable: [], skipped: [], assets: [], symbolicLinks: [], problems: [] };
const assembled = (files: Readonly<Record<string, string>>, asOf: string | null = '2026-02-01') =>
  assemble(
    nothingElse,
    Object.entries(files)
      .sort()
      .map(([path, text]) => parseFile({ path, text, digest: path, problems: [] })),
    asOf,
  );
const codesOf = (files: Readonly<Record<string, string>>) =>
  assembled(files).problems.map(({ code, path, line, column }) => `${code} ${path}:${line}:${column}`);

const strictProgram = '---\nproject: P\nmetric: { name: loss, direction: lower }\nstrict: true\n---\n';
const event = (time: string) => `[${time}] START: x\n`;

describe('assemble', () => {
  it('gives all entries that share an id the hash of their path, whatever the order of files', () => {
    const one = assembled({ 'ideas/a_b.md': 'x', '1_ideas/a b.md': 'x', 'ideas/c.md': 'x' });
    expect(one.entries.map(({ id }) => id.replace(/[0-9a-f]{6}$/, '******'))).toEqual(['idea/a-b-******', 'idea/a-b-******', 'idea/c']);
    expect(new Set(one.entries.map(({ id }) => id)).size).toBe(3);
    const other = assembled({ '0/first.md': 'x', 'ideas/a_b.md': 'x', '1_ideas/a b.md': 'x' });
    expect(other.entries.filter(({ kind }) => kind === 'idea').map(({ id }) => id)).toEqual(one.entries.slice(0, 2).map(({ id }) => id));
  });

  it('reports duplicates at every file but the first', () => {
    expect(assembled({ '1_ideas/a b.md': 'x', 'ideas/a_b.md': 'x', 'research/ideas/A-B.md': 'x' }).problems).toMatchObject([
      { code: 'duplicate-id', path: 'ideas/a_b.md', line: 1, column: 1, message: 'The id "idea/a-b" is already that of 1_ideas/a b.md' },
      { code: 'duplicate-id', path: 'research/ideas/A-B.md' },
    ]);
    expect(codesOf({ 'ideas/a.md': 'x', 'reports/a.md': 'x' })).toEqual([]);
  });

  it('gives tables that share an id the hash of their path too, and reports them', () => {
    const { tables, problems } = assembled({ 'a/b.tsv': 'x\ty\n1\t2\n', 'a-b.tsv': 'x\ty\n3\t4\n', 'c.tsv': 'x\ty\n' });
    expect(tables.map(({ id }) => id.replace(/[0-9a-f]{6}$/, '******'))).toEqual(['a-b-******', 'a-b-******', 'c']);
    expect(new Set(tables.map(({ id }) => id)).size).toBe(3);
    expect(problems).toMatchObject([
      { code: 'duplicate-id', path: 'a/b.tsv', line: 1, column: 1, message: 'The id "a-b" is already that of a-b.tsv' },
    ]);
  });

  it('is lenient about files without frontmatter unless the workspace is strict', () => {
    const files = { 'ideas/a.md': '# A\n' };
    expect(assembled(files)).toMatchObject({ strict: false, program: {}, problems: [] });
    expect(codesOf({ ...files, 'program.md': strictProgram })).toEqual([
      'missing-key ideas/a.md:1:1',
      'missing-key ideas/a.md:1:1',
      'missing-key ideas/a.md:1:1',
    ]);
  });

  it('makes an experiment of every folder with run logs', () => {
    const { entries } = assembled({
      'experiments/rank_sweep/scaffold.log': event('2026-01-04 09:00:00'),
      'experiments/rank_sweep/logs/design.log': event('2026-01-03 09:00:00'),
      'elsewhere/run.log': event('2026-01-05 09:00:00'),
      'design.log': event('2026-01-06 09:00:00'),
    });
    expect(
      entries.map(({ id, title, date, path, lineageKey, digest, inferred }) => ({ id, title, date, path, lineageKey, digest, inferred })),
    ).toEqual([
      {
        id: 'experiment/design',
        title: 'design',
        date: '2026-01-06T09:00:00',
        path: 'design.log',
        lineageKey: 'design',
        digest: '',
        inferred: ['title', 'date'],
      },
      {
        id: 'experiment/elsewhere',
        title: 'elsewhere',
        date: '2026-01-05T09:00:00',
        path: 'elsewhere',
        lineageKey: 'elsewhere',
        digest: '',
        inferred: ['title', 'date'],
      },
      {
        id: 'experiment/rank-sweep',
        title: 'rank_sweep',
        date: '2026-01-03T09:00:00',
        path: 'experiments/rank_sweep',
        lineageKey: 'rank_sweep',
        digest: '',
        inferred: ['title', 'date'],
      },
    ]);
  });

  it('makes one experiment of a summary and its logs, dated by the first event if it states no date', () => {
    const summary = 'experiments/a/experiment_summary.md';
    const log = { 'experiments/a/scaffold.log': event('2026-01-04 09:00:00') };
    expect(assembled({ ...log, [summary]: '# Ranks' }).entries).toMatchObject([
      { id: 'experiment/a', title: 'Ranks', date: '2026-01-04T09:00:00', path: summary, inferred: ['title', 'date'] },
    ]);
    expect(assembled({ ...log, [summary]: '---\ndate: 2026-01-01\n---\n# Ranks' }).entries).toMatchObject([
      { date: '2026-01-01', inferred: ['title'] },
    ]);
  });

  it('counts time from what it is told, else from the newest day in the workspace', () => {
    const files = { 'ideas/2026-01-04_a.md': 'x', 'a/b.log': event('2026-01-06 23:00:00') };
    expect(assembled(files, '2026-02-01').asOf).toBe('2026-02-01');
    expect(assembled(files, null).asOf).toBe('2026-01-06');
    expect(assembled({ 'a.md': 'x' }, null).asOf).toBe('1970-01-01');
  });

  it('accounts for every file', () => {
    const { files } = assembled({ 'a.md': 'x', 'b.tsv': 'x\ty\n1\t2\n', 'c/d.log': event('2026-01-06 23:00:00') });
    expect(files).toEqual([
      { path: 'a.md', kind: 'page', entries: 1, rows: 0, events: 0, unaccounted: [] },
      { path: 'b.tsv', kind: 'table', entries: 0, rows: 1, events: 0, unaccounted: [] },
      { path: 'c/d.log', kind: 'run log', entries: 0, rows: 0, events: 1, unaccounted: [] },
    ]);
  });
});
