import type { Program } from '#schemas/program.ts';
import type { Table, TableRow } from '#schemas/results.ts';
import { setOwn } from '#schemas/own-property.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { bestSoFarOf, countStatuses, isScored } from './best-so-far.ts';
import { columnsOf, descriptionColumn, isFlagColumn } from './columns.ts';
import { facetsOf } from './facets.ts';
import type { Column, Results, Run } from '#graph/knowledge-graph.ts';
import { mainMetric } from './main-metric.ts';
import { readMetricName } from './metric-names.ts';
import { columnContents, readMetricColumn } from './column-content.ts';
import { isMissing } from './numbers.ts';
import { readFlag, readStatus } from './status.ts';
import { strataOf, unknownStratum } from './strata.ts';
import { natureOf } from './table-nature.ts';

/**
 * Applies roles to a table: what `program.md` declares, else guesses, which say that they are guesses (formats.md, "results table"). Which run
 * is best so far: see `bestSoFarOf`. Rows that are no runs (`table-nature.ts`) are neither ranked nor counted.
 */
export function buildResults(table: Table, program: Partial<Program>, evaluations: WorkspaceContent['evaluations'] = {}): Results {
  const contents = columnContents(table);
  const columns = columnsOf(table, program, contents);
  const nature = natureOf(table, columns);
  const metric = mainMetric(table, columns, program, nature);
  const runs = readRuns(table, { columns, contents, metric, evaluations });
  const best = nature.rows === 'runs' ? bestSoFarOf(runs, metric) : [];
  for (const run of best) run.bestSoFar = true;
  const stratum = (runs.findLast((run) => isScored(run, metric)) ?? runs.at(-1))?.stratum ?? unknownStratum;
  return {
    table,
    columns,
    contents,
    nature,
    metric,
    runs,
    counts: countStatuses(nature.rows === 'curve' ? [] : runs),
    stratum,
    best: best.findLast((run) => run.stratum === stratum) ?? null,
    facets: facetsOf(runs, nature, program),
  };
}

/** A run whose rank is still to be found: a copy of each, once it is, would be a second table. */
type RankedRun = Omit<Run, 'bestSoFar'> & { bestSoFar: boolean };

const noCells: readonly string[] = [];

/** Of no run it is known yet whether it is best so far. */
function readRuns(
  table: Table,
  { columns, contents, metric, evaluations }: Pick<Results, 'columns' | 'contents' | 'metric'> & Pick<WorkspaceContent, 'evaluations'>,
): RankedRun[] {
  const indexOf = (role: Column['role']): number => columns.findIndex((column) => column.role === role);
  const [statusIndex, commitIndex, descriptionIndex] = [indexOf('status'), indexOf('commit'), descriptionColumn(columns)];
  const statusColumn = columns[statusIndex];
  const rawStatuses = table.rows.map((row) => row.cells[statusIndex] ?? '');
  const statusesByRow = rawStatuses.map(statusColumn !== undefined && isFlagColumn(statusColumn) ? readFlag : readStatus);
  const crashed = statusesByRow.map((status) => status === 'crash');
  const values = columns.flatMap(({ name, role }, index) => {
    if (role !== 'metric') return [];
    const content = contents[index];
    if (content === undefined) return [];
    const direction = name === metric.name ? metric.direction : (readMetricName(name)?.direction ?? null);
    return [{ name, numbers: readMetricColumn(content, crashed, direction) }];
  });
  const commits = table.rows.map((row) => commitOf(row.cells[commitIndex] ?? ''));
  const strata = strataOf(commits, evaluations);
  const valuesAt = (position: number): Record<string, number | null> => {
    const numbersOf: Record<string, number | null> = {};
    for (const { name, numbers } of values) setOwn(numbersOf, name, numbers[position] ?? null);
    return numbersOf;
  };
  return table.rows.map((row, position) => ({
    id: `run/${table.id}/${row.ordinal}`,
    ordinal: row.ordinal,
    line: row.line,
    cells: cellsByColumn(row, columns),
    surplus: row.cells.length > columns.length ? row.cells.slice(columns.length) : noCells,
    ragged: row.cells.length !== columns.length,
    values: valuesAt(position),
    status: statusesByRow[position] ?? 'other',
    rawStatus: rawStatuses[position] ?? '',
    commit: commits[position] ?? null,
    description: row.cells[descriptionIndex] ?? '',
    stratum: strata[position] ?? unknownStratum,
    bestSoFar: false,
  }));
}

/** In a loop: a hundred thousand rows would leave a million pairs behind for the collector. */
function cellsByColumn(row: TableRow, columns: readonly Column[]): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [index, { name }] of columns.entries()) setOwn(cells, name, row.cells[index] ?? '');
  return cells;
}

function commitOf(cell: string): string | null {
  return isMissing(cell) ? null : cell.trim();
}
