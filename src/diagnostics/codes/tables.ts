import { code, didYouMean } from './code.ts';

/** What is wrong with results tables. */
export const tablesCodes = {
  'unknown-column': code<{ key: string; column: string; suggestion: string | null }>({
    class: 'broken',
    about: 'Metrics, roles and views in program.md name columns that a results table has.',
    message: ({ key, column }) => `"${key}" names the column "${column}", which no results table has`,
    hint: ({ suggestion }) => didYouMean(suggestion, 'Write the name as it stands in the header line of the table.'),
  }),
  'not-a-table': code<{ reason: string }>({
    class: 'broken',
    about: 'A .tsv file is a table: one header line, tabs between cells.',
    message: ({ reason }) => `This is not a results table: ${reason}`,
    hint: () => 'It is published as text. Put a header line with tab-separated column names first.',
  }),
  'ragged-row': code<{ found: number; expected: number; escaped: boolean }>({
    class: 'broken',
    about: 'Each row has as many cells as the header.',
    message: ({ found, expected }) => `Unexpected ${found} ${found === 1 ? 'cell' : 'cells'}, expected ${expected}`,
    hint: ({ found, expected, escaped }) =>
      found < expected
        ? escaped
          ? 'Its "\\t" is a backslash and a letter: write tabs, as "priors record" does.'
          : 'Put a tab, not spaces, between cells; an empty cell is nothing between two tabs.'
        : 'Remove the surplus tabs, or put the cell that holds one into quotes.',
  }),
  'missing-header': code<{ columns: number }>({
    class: 'broken',
    about: 'The first line of a results table names its columns.',
    message: () => 'Unexpected data in the first line, expected column names',
    hint: ({ columns }) =>
      `Put a line with ${columns} tab-separated names above it; until then the columns are called "column 1" to "column ${columns}".`,
  }),
  'line-outside-rows': code<{ found: 'comment' | 'separator' | 'repeated header' | 'text' }>({
    class: 'advice',
    about: 'Each line of a results table is its header or a row.',
    message: ({ found }) => `This ${found === 'text' ? 'text above the header' : found} is not a row`,
    hint: () => 'It stays in the downloaded file but not in the table; notes belong into a description cell or a journal.',
  }),
  'repeated-column': code<{ name: string }>({
    class: 'advice',
    about: 'Each column of a results table has a name of its own.',
    message: ({ name }) => `The column name "${name}" stands here once more`,
    hint: ({ name }) => `Rename one of them; until then the later one is called "${name} (2)".`,
  }),
  'unnamed-column': code<{ column: number }>({
    class: 'advice',
    about: 'Each column of a results table has a name.',
    message: ({ column }) => `Column ${column} has no name`,
    hint: ({ column }) => `Give it one, or take away the surplus tab; until then it is called "column ${column}".`,
  }),
  'odd-metric-cell': code<{ cell: string; column: string; unit: string; isNumber: boolean }>({
    class: 'advice',
    about: 'A metric column holds numbers in one unit; a cell without one is empty or says "n/a".',
    message: ({ cell, column, unit, isNumber }) => {
      const expected = unit !== '' ? `a number in ${unit}` : isNumber ? 'a number without a unit' : 'a number';
      return `Unexpected "${cell}" in the metric column "${column}", expected ${expected}`;
    },
    hint: () => 'It counts as not measured. Write the number in the unit of the column, or leave the cell empty.',
  }),
  'unranked-table': code<{ metric: string; runs: number }>({
    class: 'advice',
    about: 'For the main metric of a table somebody says whether lower or higher is better.',
    message: ({ metric, runs }) => `Nothing says which way "${metric}" is better, so none of the ${runs} runs is ranked or judged`,
    hint: ({ metric }) =>
      `Write into the frontmatter of program.md: metric: { name: ${JSON.stringify(metric)}, direction: lower }, or higher.`,
  }),
  'unknown-status': code<{ status: string; rows: number; suggestion: string | null }>({
    class: 'advice',
    about: 'A status says keep, discard, crash, baseline, running or planned, in one of many words for them.',
    message: ({ status, rows }) =>
      `Unknown status "${status}"${rows === 1 ? '' : `, here and in ${rows - 1} more ${rows === 2 ? 'row' : 'rows'}`}`,
    hint: ({ suggestion }) =>
      didYouMean(suggestion, 'Such runs count as "other". Begin the cell with keep, discard, crash, baseline, running or planned.'),
  }),
  'seed-disagrees': code<{ run: number; first: number; seed: string; value: string; firstValue: string }>({
    class: 'advice',
    about: 'Runs of one configuration and seed have one value.',
    message: ({ run, first, value, firstValue }) =>
      `Run ${run} has the same configuration and seed as run ${first}, but another value (${value} against ${firstValue})`,
    hint: ({ seed }) =>
      `Either what is called deterministic is not, or what differs has no column. Of the runs with seed ${seed} only the first counts as a replicate.`,
  }),
} as const;
