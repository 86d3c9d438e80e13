import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTable } from '#ingest/tables/parse-table.ts';
import { appendRow } from '#write/append-row.ts';
import { lockText, thisMachine } from '#write/lock-owner.ts';
import { tsvRow } from '#schemas/delimited-row.ts';
import { sourceFromText } from '#write/source-text.ts';
import { createWorkspace } from '../../workspace.ts';
import { filesBelow } from './files-below.ts';

const header = 'commit\tval_bpb\tdescription\n';

async function appended(table: string, cells: Readonly<Record<string, string>>): Promise<string> {
  const workspace = createWorkspace({ 'results.tsv': table });
  await appendRow({ workspace, table: 'results.tsv', cells: new Map(Object.entries(cells)) });
  return readFileSync(join(workspace, 'results.tsv'), 'utf8');
}

describe('appendRow', () => {
  it('puts values under their columns and leaves the others empty', async () => {
    expect(await appended(header, { description: 'rotary', commit: '0640555' })).toBe(`${header}0640555\t\trotary\n`);
  });

  it('gives a table without a final newline one first', async () => {
    expect(await appended(`${header}a\t1\tb`, { commit: 'c' })).toBe(`${header}a\t1\tb\nc\t\t\n`);
  });

  it('keeps CRLF', async () => {
    expect(await appended('commit\tx\r\na\t1\r\n', { commit: 'c', x: '2' })).toBe('commit\tx\r\na\t1\r\nc\t2\r\n');
    expect(await appended('commit\tx\r\na\t1', { commit: 'c', x: '2' })).toBe('commit\tx\r\na\t1\r\nc\t2\r\n');
  });

  it('leaves every byte above as it was, a byte order mark included', async () => {
    const before = `\uFEFF${header}# a comment\na\t1\n\nb\t2\tc\td\n`;
    expect(await appended(before, { commit: 'c' })).toBe(`${before}c\t\t\n`);
  });

  it('refuses what is no file, without waiting for its end, and values that are no text', async () => {
    const workspace = createWorkspace({ 'results.tsv': header });
    mkdirSync(join(workspace, 'folder.tsv'));
    execFileSync('mkfifo', [join(workspace, 'pipe.tsv')]);
    const cells = new Map([['commit', 'a']]);
    for (const table of ['folder.tsv', 'pipe.tsv']) {
      await expect(appendRow({ workspace, table, cells })).rejects.toThrow(`"${table}" is no file`);
    }
    const colored = new Map([['description', '\u001b[31mfailed']]);
    await expect(appendRow({ workspace, table: 'results.tsv', cells: colored })).rejects.toThrow('would not be read back');
    expect(readFileSync(join(workspace, 'results.tsv'), 'utf8')).toBe(header);
  });

  it('says which row it became', async () => {
    const workspace = createWorkspace({ 'tables/sweep.tsv': `${header}a\t1\tx\n` });
    expect(await appendRow({ workspace, table: 'tables/sweep.tsv', cells: new Map([['commit', 'b']]) })).toEqual({
      id: 'run/tables-sweep/2',
      warnings: [],
    });
  });

  it.each([
    ['a column that the header lacks', header, { comit: 'a' }, /no column "comit"/],
    ['a header that is not there', '', { commit: 'a' }, /no header/],
    ['rows without a header', 'a1b2c3d\t0.97\tkeep\nb1b2c3d\t0.98\tkeep\n', { commit: 'a' }, /Nothing can be added/],
    ['a file that is no table', 'just\nprose\n', { commit: 'a' }, /Nothing can be added/],
    ['a name that two columns share', 'commit\tx\tx\n', { x: '1' }, /2 columns/],
    ['a row without values', header, { commit: ' ' }, /empty/],
    ['a first cell that would make it a comment', 'commit\tx\n', { commit: '# note' }, /read back/],
  ])('refuses %s, and writes nothing', async (_, table, cells, message) => {
    const workspace = createWorkspace({ 'results.tsv': table });
    await expect(appendRow({ workspace, table: 'results.tsv', cells: new Map(Object.entries(cells)) })).rejects.toThrow(message);
    expect(readFileSync(join(workspace, 'results.tsv'), 'utf8')).toBe(table);
    expect(filesBelow(workspace)).toEqual(['results.tsv']);
  });

  it('refuses a table that is not there, makes no folder for it, and never reaches outside', async () => {
    const workspace = createWorkspace();
    symlinkSync(createWorkspace(), join(workspace, 'away'));
    for (const table of ['results.tsv', 'a/b.tsv', '../results.tsv', 'away/x.tsv', 'program.md']) {
      await expect(appendRow({ workspace, table, cells: new Map([['commit', 'a']]) }), table).rejects.toThrow();
    }
    expect(filesBelow(workspace)).toEqual(['away']);
  });

  it('finds columns by the names that pages show, of which several may share one', async () => {
    const table = 'Next Steps\tloss\tloss\t\tp<0.05\n';
    const cells = { 'Next Steps': 'a', 'loss (1)': '0.5', 'loss (2)': '0.4', 'column 4': 'x', 'p<0.05': '<lambda>' };
    expect(await appended(table, cells)).toBe(`${table}a\t0.5\t0.4\tx\t<lambda>\n`);
  });

  it('refuses what only a slip explains, by the roles that program.md declares, and warns of what is odd', async () => {
    const text = 'id\twidgets\tverdict\na\t1\tkeep\n';
    const program = '---\nmetric: { name: widgets, direction: higher }\n---\n';
    const workspace = createWorkspace({ 'results.tsv': text, 'program.md': program });
    const append = (widgets: string, verdict: string) =>
      appendRow({
        workspace,
        table: 'results.tsv',
        cells: new Map([
          ['id', 'b'],
          ['widgets', widgets],
          ['verdict', verdict],
        ]),
      });
    await expect(append('many', 'keep')).rejects.toThrow('expected a number');
    await expect(append('2', 'keeep')).rejects.toThrow('Unknown status "keeep"');
    expect(readFileSync(join(workspace, 'results.tsv'), 'utf8')).toBe(text);
    expect((await append('2', 'phase_two')).warnings).toHaveLength(1);
    expect(readFileSync(join(workspace, 'results.tsv'), 'utf8')).toBe(`${text}b\t2\tphase_two\n`);
  });

  it('writes every row so that it is read back cell for cell, or writes nothing', async () => {
    let written = 0;
    const word = fc.string({ unit: fc.constantFrom('a', '1', ' ', '"', '\\', '\t', '\n', '#', '-', '=', '<', '值', '\u{1F4A5}') });
    const name = word.filter((text) => text.trim() !== '' && !/[\t\n"]/.test(text) && !/^\s*[#=-]/.test(text));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(name, { minLength: 2, maxLength: 4, selector: (text) => text.trim() }),
        fc.array(word, { minLength: 4, maxLength: 4 }),
        fc.constantFrom('\n', '\r\n', ''),
        async (names, cells, end) => {
          const header = ['id', ...names].join('\t') + end;
          const workspace = createWorkspace({ 'deep/er/results.tsv': header });
          const given = ['run 1', ...cells].slice(0, names.length + 1);
          const row = new Map(['id', ...names].map((column, index) => [column.trim(), given[index] ?? '']));
          const outcome = await appendRow({ workspace, table: 'deep/er/results.tsv', cells: row }).catch(() => null);
          const text = readFileSync(join(workspace, 'deep/er/results.tsv'), 'utf8');
          if (outcome !== null) written += 1;
          if (outcome === null) expect(text).toBe(header);
          else expect(parseTable(sourceFromText('results.tsv', text)).table?.rows.map((read) => read.cells)).toEqual([given]);
        },
      ),
      { numRuns: 60 },
    );
    expect(written).toBeGreaterThan(20);
  });

  it('loses no row when many write at once', async () => {
    const workspace = createWorkspace({ 'results.tsv': header });
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => appendRow({ workspace, table: 'results.tsv', cells: new Map([['commit', `c${index}`]]) })),
    );
    const rows = readFileSync(join(workspace, 'results.tsv'), 'utf8').split('\n').slice(1, -1);
    expect(rows.sort()).toEqual(Array.from({ length: 12 }, (_, index) => `c${index}\t\t`).sort());
    expect(filesBelow(workspace)).toEqual(['results.tsv']);
  });

  it('takes over the lock of a process that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    const lock = lockText({ machine: thisMachine(), pid, nonce: '0123456789abcdef' });
    const workspace = createWorkspace({ 'results.tsv': header, '.results.tsv.lock': lock });
    await appendRow({ workspace, table: 'results.tsv', cells: new Map([['commit', 'a']]) });
    expect(filesBelow(workspace)).toEqual(['results.tsv']);
  });
});

describe('tsvRow', () => {
  it('quotes a cell only where it must', () => {
    expect(tsvRow(['a "b" c', '"quoted"', 'tab\there', 'C:\\tokens', ''])).toBe('a "b" c\t"""quoted"""\t"tab\there"\tC:\\tokens\t');
  });

  it('is read back cell for cell', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\\', ' ', ',', 'é') });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 3, maxLength: 3 }), (cells) => {
        // The first cell keeps the row from being blank, a comment or a rule.
        const row = ['run 1', ...cells];
        const { table } = parseTable(sourceFromText('results.tsv', `id\ta\tb\tc\n${tsvRow(row)}\n`));
        expect(table?.rows.map((read) => read.cells)).toEqual([row]);
      }),
    );
  });
});
