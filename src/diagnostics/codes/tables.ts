import { code, didYouMean } from './code.ts';

/** What is wrong with results tables. */
export const tablesCodes = {
  'unknown-column': code<{ key: string; column: string; suggestion: string | null }>({
    class: 'broken',
    about: 'Metrics and roles in program.md name columns that a results table has.',
    message: ({ key, column }) => `"${key}" names the column "${column}", which no results table has`,
    hint: ({ suggestion }) => didYouMean(suggestion, 'Write the name as it stands in the header line of the table.'),
  }),
  'not-a-table': code<{ reason: string }>({
    class: 'broken',
    about: 'A .tsv file is a table: one header line, tabs between cells.',
    message: ({ reason }) => `This is not a results table: ${reason}`,
    hint: () => 'It is published as text. Put a header line with tab-separated column names first.',
  }),
  'ragged-row': code<{ found: number; expected: number }>({
    class: 'broken',
    about: 'Each row has as many cells as the header.',
    message: ({ found, expected }) => `Unexpected ${found} ${found === 1 ? 'cell' : 'cells'}, expected ${expected}`,
    hint: ({ found, expected }) =>
      found < expected
        ? 'Put a tab, not spaces, between cells; an empty cell is nothing between two tabs.'
        : 'Remove the surplus tabs, or put the cell that holds one into quotes.',
  }),
  'missing-header': code<{ columns: number }>({
    class: 'broken',
    about: 'The first line of a results table names its columns.',
    message: () => 'Unexpected data in the first line, expected column names',
    hint: ({ columns }) =>
      `Put a line with ${columns} tab-separated names above it; until then the columns are called "column 1" to "column ${columns}".`,
  }),
  'line-outside-rows': code<{ found: 'comment' | 'separator' | 'text' }>({
    class: 'advice',
    about: 'Each line of a results table is its header or a row.',
    message: ({ found }) => `This ${found === 'text' ? 'text above the header' : found} is not a row`,
    hint: () => 'It stays in the downloaded file but not in the table; notes belong into a description cell or a journal.',
  }),
} as const;
