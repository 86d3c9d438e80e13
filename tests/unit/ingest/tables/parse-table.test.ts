import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTable } from '#ingest/tables/parse-table.ts';
import { expectLinear } from '../../../linear-time.ts';

const parse = (text: string, path = 'results.tsv') => parseTable({ path, text, digest: '', problems: [] });
const cellsOf = (text: string) => parse(text).table?.rows.map((row) => row.cells);
const codesOf = (text: string) => parse(text).problems.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('parseTable', () => {
  it('reads a header and rows, with ordinals and lines from 1', () => {
    expect(parse('commit\tval_bpb\n187e419\t0.98\n0640555\t1.0\n')).toEqual({
      table: {
        id: 'results',
        path: 'results.tsv',
        columns: ['commit', 'val_bpb'],
        headerLine: 1,
        notes: [],
        rows: [
          { ordinal: 1, line: 2, lastLine: 2, cells: ['187e419', '0.98'] },
          { ordinal: 2, line: 3, lastLine: 3, cells: ['0640555', '1.0'] },
        ],
      },
      alsoRead: [],
      problems: [],
    });
  });

  it('makes the id from the path', () => {
    expect(parse('a\tb\n', 'results/t000.tsv').table?.id).toBe('results-t000');
  });

  it('takes CRLF, LF and a missing final newline alike', () => {
    expect(cellsOf('a\tb\r\n1\t2\r\n3\t4\n5\t6')).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('skips blank lines without a word and without an ordinal', () => {
    const { table, problems } = parse('\n\na\tb\n\n1\t2\n \t \n3\t4\n');
    expect(table?.headerLine).toBe(3);
    expect(table?.rows.map(({ ordinal, line }) => [ordinal, line])).toEqual([
      [1, 5],
      [2, 7],
    ]);
    expect(problems).toEqual([]);
  });

  it('keeps a table that has only a header', () => {
    expect(parse('commit\tloss\n').table?.rows).toEqual([]);
  });

  describe('ragged rows', () => {
    it('keeps a short row as it is and reports the place where cells are missing', () => {
      const text = 'a\tb\tc\n1\t2\t3\n4\t5\n6\t7\t8\n';
      expect(cellsOf(text)).toEqual([
        ['1', '2', '3'],
        ['4', '5'],
        ['6', '7', '8'],
      ]);
      expect(codesOf(text)).toEqual(['ragged-row 3:4']);
    });

    it('keeps a long row as it is and reports the first surplus cell', () => {
      const text = 'a\tb\n1\t2\n3\t4\tfive\n';
      expect(cellsOf(text)).toEqual([
        ['1', '2'],
        ['3', '4', 'five'],
      ]);
      expect(codesOf(text)).toEqual(['ragged-row 3:5']);
    });
  });

  describe('rows broken over several lines', () => {
    it('are joined when that makes the count right', () => {
      const { table, problems } = parse('id\tnote\tloss\n1\tfirst\t0.5\n2\tsecond\nand more\t0.4\n3\tthird\t0.3\n');
      expect(table?.rows.map((row) => row.cells)).toEqual([
        ['1', 'first', '0.5'],
        ['2', 'second\nand more', '0.4'],
        ['3', 'third', '0.3'],
      ]);
      expect(table?.rows[1]).toMatchObject({ ordinal: 2, line: 3, lastLine: 4 });
      expect(problems).toEqual([]);
    });

    it('are joined inside quotes, blank lines and line ends in the last cell included', () => {
      expect(cellsOf('id\tnote\n1\tfirst\n2\t"second\n\n# and more"\n3\tthird\n')).toEqual([
        ['1', 'first'],
        ['2', 'second\n\n# and more'],
        ['3', 'third'],
      ]);
    });

    it('are joined over blank lines where the shape of a first cell is known', () => {
      expect(cellsOf('round\tnote\tloss\n1\tfirst\t0.5\n2\tsecond\n\n  - why\n  - how\t0.4\n3\tthird\t0.3\n')).toEqual([
        ['1', 'first', '0.5'],
        ['2', 'second\n\n  - why\n  - how', '0.4'],
        ['3', 'third', '0.3'],
      ]);
    });

    it('are not joined when two short rows happen to have the right count together', () => {
      expect(cellsOf('id\tloss\tnote\n1\t0.5\tx\n2\t0.4\ty\n3\t0.3\n4\t0.2\n')).toEqual([
        ['1', '0.5', 'x'],
        ['2', '0.4', 'y'],
        ['3', '0.3'],
        ['4', '0.2'],
      ]);
    });

    it('are not joined across a number', () => {
      expect(cellsOf('id\tloss\tnote\na\t0.5\tx\nb\t0.4\nwhatever\ty\n')).toEqual([
        ['a', '0.5', 'x'],
        ['b', '0.4'],
        ['whatever', 'y'],
      ]);
    });

    it('never take in a whole row when a quote is not closed', () => {
      expect(cellsOf('id\tnote\n1\t"open\n2\tsecond\n3\t5" disk"\n')).toEqual([
        ['1', '"open'],
        ['2', 'second'],
        ['3', '5" disk"'],
      ]);
    });
  });

  it.each([
    ['"a\tb"\tc', ['a\tb', 'c']],
    ['"say ""hi"""\tc', ['say "hi"', 'c']],
    ['"a" b\tc', ['"a" b', 'c']],
    ['5" disk\tc', ['5" disk', 'c']],
    ['""\tc', ['', 'c']],
    [String.raw`C:\tokens\new` + '\tc', [String.raw`C:\tokens\new`, 'c']],
  ])('reads the cells of %j by the quoting rule', (row, cells) => {
    expect(cellsOf(`x\ty\n${row}\n`)).toEqual([cells]);
  });

  it('sets comments and separators apart, and says so', () => {
    const { table, problems } = parse('# my runs\na\tb\n1\t2\n--- phase 2 ---\n#3\t4\n# done\t\n---\t---\n');
    expect(table?.rows.map((row) => row.cells)).toEqual([
      ['1', '2'],
      ['#3', '4'],
    ]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([1, 4, 6, 7].map((line) => ['line-outside-rows', line]));
  });

  it('keeps what comments above the header say of the table', () => {
    const { table, alsoRead, problems } = parse('# metric_direction: higher\n# my runs\na\tb\n1\t2\n');
    expect(table?.notes).toEqual([{ key: 'metric_direction', value: 'higher', line: 1 }]);
    expect(alsoRead).toEqual([{ from: 1, to: 1 }]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['line-outside-rows', 2]]);
  });

  it('sets a header apart that stands there once more', () => {
    const { table, problems } = parse('a\tb\n1\t2\na\tb\n3\t4\n');
    expect(table?.rows.map((row) => row.cells)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(problems).toMatchObject([{ code: 'line-outside-rows', line: 3, message: 'This repeated header is not a row' }]);
  });

  it('says at the name which columns are called alike or not at all', () => {
    expect(codesOf('loss\tacc\tloss\t\n1\t2\t3\t4\n')).toEqual(['repeated-column 1:10', 'unnamed-column 1:15']);
  });

  it('says where cells begin that are not where tabs would put them', () => {
    const { table } = parse('id\tnote\tloss\n1\t"a ""b"" c"\t0.5\n2\tx\ny\t0.4\n3\tz\t0.3\n');
    expect(table?.rows.map(({ places }) => places?.map(({ line, column }) => `${line}:${column}`))).toEqual([
      ['2:1', '2:3', '2:15'],
      ['3:1', '3:3', '4:3'],
      undefined,
    ]);
  });

  it('stays a table where most lines hold a written-out tab, and says so at each of them', () => {
    const escaped = ['3', '5', '7', '9'].map((cell) => String.raw`${cell}\t8`);
    const { table, problems } = parse(['a\tb', '1\t2', '1\t3', '1\t4', ...escaped].join('\n'));
    expect(table?.rows).toHaveLength(7);
    expect(problems[0]?.hint).toMatch(/backslash and a letter/);
  });

  it('takes a first line with # for the header when the next line has as many cells', () => {
    expect(parse('#commit\tloss\n1\t2\n').table?.columns).toEqual(['#commit', 'loss']);
  });

  it('takes a first line of data for a row and names the columns itself', () => {
    const { table, problems } = parse('187e419\t0.98\tkeep\n0640555\t0.97\tkeep\n');
    expect(table?.columns).toEqual(['column 1', 'column 2', 'column 3']);
    expect(table?.headerLine).toBe(0);
    expect(table?.rows).toHaveLength(2);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['missing-header', 1]]);
  });

  it('takes a first line with a date for a row', () => {
    expect(parse('2026-05-01T03:00\tparser\tcoverage\n2026-05-02T03:00\tparser\tcoverage\n').table?.headerLine).toBe(0);
  });

  it('lets numbers be column names beside a usual one', () => {
    expect(parse('run\t0.1\t0.01\nx\t1\t2\n').table?.headerLine).toBe(1);
  });

  it.each([
    ['', 'it is empty'],
    ['Traceback (most recent call last):\n  File "x.py"\nKeyError: \'a\tb\'\n', 'it holds the traceback of a program that failed'],
    ['a,b\n1,2\n', 'its cells are divided by commas, not tabs'],
    ['just words\nand more\n', 'no line holds a tab'],
    ['a\tb\nlr 0.1 loss 2\nlr 0.2 loss 3\nlr 0.3 loss 4\n', 'most of its lines hold no tab'],
    ['0.1\t2\n0.2\t3\t4\n', 'no line names the columns, and its lines differ in their number of cells'],
  ])('does not take %j for a table', (text, reason) => {
    const { table, problems } = parse(text);
    expect(table).toBeNull();
    expect(problems).toMatchObject([{ code: 'not-a-table', line: 1, message: `This is not a results table: ${reason}` }]);
  });

  it('gives a line back when its unquoted cells are joined by tabs', () => {
    const plainRow = fc
      .array(
        fc.string().filter((cell) => !/["\t\n\r]/.test(cell)),
        { minLength: 2, maxLength: 5 },
      )
      .filter((cells) => cells.join('').trim() !== '' && !/^\s*[#*=_~—─-]/.test(cells[0] ?? ''));
    fc.assert(
      fc.property(fc.array(plainRow, { maxLength: 6 }), (rows) => {
        const lines = rows.map((cells) => cells.join('\t'));
        const read = parse(['status\tx', ...lines].join('\n')).table?.rows.flatMap((row) => row.cells.join('\t').split('\n'));
        expect(read).toEqual(lines);
      }),
    );
  });

  it('loses no line, whatever the text: each is header, row, note or named by a problem', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'commit\tloss\tstatus',
        'a1b2c3d\t0.97\tkeep',
        '# key: value',
        '# note',
        '--- x ---',
        '"open\tb',
        'one\ttwo',
        '\r',
        '0.5',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), fc.constantFrom('\n', '\r\n'), (pieces, end) => {
        const text = pieces.join(end);
        const { table, alsoRead, problems } = parse(text);
        if (table === null) return;
        const named = new Set([
          table.headerLine,
          ...alsoRead.map(({ from }) => from),
          ...problems.map(({ line }) => line),
          ...table.rows.flatMap(({ line, lastLine }) => Array.from({ length: lastLine - line + 1 }, (_, index) => line + index)),
        ]);
        const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
        expect(lines.filter((line) => !named.has(line))).toEqual([]);
      }),
    );
  });

  it('reads a long untidy file in linear time', () => {
    const untidy = (count: number): string => `a\tb\tc\n${'"x\t'.repeat(count)}\n${'""\t'.repeat(count)}\n${'1\n'.repeat(count)}`;
    expectLinear(untidy, parse, 50_000);
  });
});
