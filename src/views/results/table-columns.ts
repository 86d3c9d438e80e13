import { decimalsOf } from '#client/table/written-numbers.ts';
import { sparkline } from '#charts/sparkline.ts';
import type { Results } from '#graph/knowledge-graph.ts';
import { isMissing } from '#graph/results/numbers.ts';
import type { TableColumnInfo } from '#schemas/table-data.ts';
import { usualRange } from '#statistics/usual-range.ts';

/** A column of a table's page. */
export interface TableColumn {
  readonly name: string;
  readonly role: TableColumnInfo['role'];
  readonly numeric: boolean;
  /** `lower is better`, on the main metric only. */
  readonly note: string | null;
  /**
   * The longest cell of the rows that the page leaves to its script, so that the column is wide enough for them from the start; null where the
   * page has all rows, and for columns whose cells take several lines.
   */
  readonly widest: string | null;
  /** How many decimals its numbers have at most, where all are plain: they stand in line then. Else 0. */
  readonly decimals: number;
  /** Of a metric: its course over all rows as recorded. Null where no row has a value. */
  readonly course: ColumnCourse | null;
}

/** A small line of a metric's values, and what it shows in words. */
export interface ColumnCourse {
  readonly path: string;
  readonly text: string;
}

/** Width and height of the line of a metric's course. */
export const courseSize = { width: 64, height: 16 } as const;

/** So many runs must agree before a column counts as the same in every run. */
const fewestToAgree = 5;

/** Longer cells than this take more than one line, whatever the column is called. */
const longestWidest = 32;

/** More decimals than this are not lined up: it would cost more width than it helps. */
const mostDecimals = 8;

/** All columns of a table's file as its page shows them. @param shownRows how many rows stand in the page itself */
export function fileColumns(results: Results, shownRows: number): TableColumn[] {
  return results.columns.map(({ name, role }, index) => {
    const content = results.contents[index];
    const cells = content?.cells ?? [];
    const numeric = role !== 'commit' && role !== 'id' && content?.isNumeric === true;
    return {
      name,
      role,
      numeric,
      note: name === results.metric.name && results.metric.direction !== null ? `${results.metric.direction} is better` : null,
      widest: role === 'description' ? null : widestOf(cells, shownRows),
      decimals: numeric ? commonDecimals(cells) : 0,
      course: role === 'metric' ? courseOf(results, name) : null,
    };
  });
}

function courseOf({ runs, nature }: Results, metric: string): ColumnCourse | null {
  const values = Float64Array.from(runs, (run) => run.values[metric] ?? NaN);
  const rows = Uint32Array.from(runs, (_, row) => row);
  const range = usualRange(values.filter((value) => !Number.isNaN(value)));
  const line = range === null ? null : sparkline(values, rows, courseSize, range);
  if (line === null) return null;
  const counted = `${line.n.toLocaleString('en-US')} ${nature.rows === 'runs' ? 'run' : 'row'}${line.n === 1 ? '' : 's'}`;
  const { min, median, max } = line;
  return {
    path: line.path,
    text: `${metric} over ${counted}: least ${shortNumber(min)}, median ${shortNumber(median)}, most ${shortNumber(max)}`,
  };
}

/** Without the digits that a binary fraction adds. */
function shortNumber(number: number): string {
  return Number(number.toPrecision(8)).toString();
}

/** Columns that say the same of every run, with what they say: settings that nobody changed. What identifies or judges a run is never one. */
export function constantColumns({ columns, runs, metric }: Results): ReadonlyMap<string, string> {
  const [first] = runs;
  if (first === undefined || runs.length < fewestToAgree) return new Map();
  return new Map(
    columns
      .filter(({ name, role }) => role === 'parameter' && name !== metric.name)
      .map(({ name }) => [name, first.cells[name] ?? ''] as const)
      .filter(([name, text]) => text.trim() !== '' && runs.every((run) => run.cells[name] === text)),
  );
}

function widestOf(cells: readonly string[], shownRows: number): string | null {
  let widest = '';
  for (let row = shownRows; row < cells.length; row += 1) {
    const cell = cells[row] ?? '';
    if (cell.length > widest.length) widest = cell.slice(0, longestWidest);
  }
  return widest === '' ? null : widest;
}

function commonDecimals(cells: readonly string[]): number {
  let most = 0;
  for (const cell of cells) {
    if (isMissing(cell)) continue;
    const decimals = decimalsOf(cell);
    if (decimals === null) return 0;
    most = Math.max(most, decimals);
  }
  return most > mostDecimals ? 0 : most;
}
