import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseTable } from '#ingest/tables/parse-table.ts';
import { exportRows, type ExportFormat } from '#client/table/export-rows.ts';
import { sourceFromText } from '#write/source-text.ts';
import { makeStore } from './make-store.ts';

const store = makeStore({
  val_bpb: { type: 'number', cells: ['0.9979', '0.98', ''] },
  'a|b': { cells: ['p<0.05, "x"', 'line\nbreak', '$5 & 100% _x_ --flag'] },
});
const exported = (format: ExportFormat, ...rows: number[]): string => exportRows(store.columns, Uint32Array.from(rows), format);

describe('exported rows', () => {
  it('as Markdown are a table whose cells are no markup', () => {
    expect(exported('markdown', 0, 1, 2)).toBe(
      [
        '| val_bpb | a\\|b |',
        '| --: | --- |',
        '| 0.9979 | p\\<0.05, "x" |',
        '| 0.98 | line break |',
        '|  | \\$5 & 100% \\_x\\_ --flag |',
        '',
      ].join('\n'),
    );
  });

  it('as CSV are quoted where they must be', () => {
    expect(exported('csv', 1, 0)).toBe('val_bpb,a|b\r\n0.98,"line\nbreak"\r\n0.9979,"p<0.05, ""x"""\r\n');
  });

  it('as LaTeX are a tabular with every special character escaped', () => {
    expect(exported('latex', 0, 2)).toBe(
      [
        '% \\usepackage{booktabs}',
        '\\begin{tabular}{rl}',
        '\\toprule',
        'val\\_bpb & a\\textbar{}b \\\\',
        '\\midrule',
        '0.9979 & p\\textless{}0.05, "x" \\\\',
        ' & \\$5 \\& 100\\% \\_x\\_ -{}-flag \\\\',
        '\\bottomrule',
        '\\end{tabular}',
        '',
      ].join('\n'),
    );
  });

  it('as LaTeX never hold a bare special character, whatever the cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('\\', '{', '}', '$', '&', '%', '#', '_', '^', '~', '[')), { minLength: 1 }),
        (parts) => {
          const made = makeStore({ it: { cells: [parts.join('')] } });
          const line = exportRows(made.columns, Uint32Array.of(0), 'latex').split('\n')[5] ?? '';
          const known = /\\textbackslash\{\}|\\textascii(?:circum|tilde)\{\}|\\text(?:less|greater|bar)\{\}|\{\[\}|\{\}|\\[{}$&%#_]/g;
          expect(line.replace(/ \\\\$/, '').replaceAll(known, '')).not.toMatch(/[\\{}$&%#_^~]/);
        },
      ),
    );
  });

  it('as JSON keep each cell as text, also under odd names', () => {
    expect(JSON.parse(exported('json', 0))).toEqual([{ val_bpb: '0.9979', 'a|b': 'p<0.05, "x"' }]);
    const odd = makeStore({ ['__proto__']: { cells: ['x'] } });
    expect(exportRows(odd.columns, Uint32Array.of(0), 'json')).toContain('"__proto__": "x"');
  });

  it('as TSV are read again as they were', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\0-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, ' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const made = makeStore({
          id: { cells: rows.map((_, row) => `r${row}`) },
          x: { cells: rows.map(([x]) => `x${x}`) },
          y: { cells: rows.map(([, y]) => `"${y}`) },
        });
        const { table } = parseTable(sourceFromText('results.tsv', exportRows(made.columns, Uint32Array.from(rows.keys()), 'tsv')));
        expect(table?.rows.map(({ cells }) => cells)).toEqual(rows.map(([x, y], row) => [`r${row}`, `x${x}`, `"${y}`]));
      }),
    );
  });

  it('of no rows are the header alone', () => {
    expect(exported('csv')).toBe('val_bpb,a|b\r\n');
    expect(exported('json')).toBe('[]\n');
  });
});
