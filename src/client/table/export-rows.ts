import { csvRow, tsvRow } from '#schemas/delimited-row.ts';
import { textAt, type StoredColumn } from './column-store.ts';

export const exportFormats = ['markdown', 'csv', 'tsv', 'latex', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Rows as text in a format that other programs read: these columns, in this order, every cell as it is written in the table. */
export function exportRows(columns: readonly StoredColumn[], rows: Uint32Array, format: ExportFormat): string {
  const names = columns.map(({ name }) => name);
  const lines = Array.from(rows, (row) => columns.map((column) => textAt(column, row)));
  switch (format) {
    case 'markdown':
      return markdownTable(names, columns, lines);
    case 'csv':
      return [names, ...lines].map((cells) => `${csvRow(cells)}\r\n`).join('');
    case 'tsv':
      return [names, ...lines].map((cells) => `${tsvRow(cells)}\n`).join('');
    case 'latex':
      return latexTable(names, columns, lines);
    case 'json':
      return `${JSON.stringify(
        lines.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))),
        null,
        2,
      )}\n`;
  }
}

type Lines = readonly (readonly string[])[];

function markdownTable(names: readonly string[], columns: readonly StoredColumn[], lines: Lines): string {
  const marks = columns.map(({ type }) => (type === 'number' ? '--:' : '---'));
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [row(names.map(markdownCell)), row(marks), ...lines.map((cells) => row(cells.map(markdownCell)))].join('');
}

/** In a Markdown table a cell is Markdown: what would be markup is escaped (the `_` of `val_bpb` would not), and a line break becomes a space. */
function markdownCell(text: string): string {
  return oneLine(text).replaceAll(/[\\|`*[\]<~$]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`);
}

/** A `tabular` of booktabs: numbers to the right. */
function latexTable(names: readonly string[], columns: readonly StoredColumn[], lines: Lines): string {
  const row = (cells: readonly string[]): string => `${cells.map(latexCell).join(' & ')} \\\\`;
  return [
    '% \\usepackage{booktabs}',
    `\\begin{tabular}{${columns.map(({ type }) => (type === 'number' ? 'r' : 'l')).join('')}}`,
    '\\toprule',
    row(names),
    '\\midrule',
    ...lines.map(row),
    '\\bottomrule',
    '\\end{tabular}\n',
  ].join('\n');
}

const latexSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  // Two would be drawn as a dash.
  '-': '{}-',
  // At the beginning of a row it would be an optional argument of the `\\` before it.
  '[': '{[}',
};

function latexCell(text: string): string {
  return oneLine(text).replaceAll(/[\\{}$&%#_^~<>|[]|(?<=-)-/g, (sign) => latexSigns[sign] ?? sign);
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*[\r\n]\s*/g, ' ');
}
