import type { Program } from '#schemas/program.ts';
import type { Table, TableRow } from '#schemas/results.ts';
import { setOwn } from '#schemas/own-property.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { countStatuses, isScored, markBestSoFar, type UnrankedRun } from './best-so-far.ts';
import { columnsOf, descriptionColumn, isFlagColumn } from './columns.ts';
import { facetsOf } from './facets.ts';
import type { Column, Results } from '#graph/knowledge-graph.ts';
import { mainMetric } from './main-metric.ts';
import { readMetricName } from './metric-names.ts';
import { isMissing, readMetricColumn } from './numbers.ts';
import { readFlag, readStatus } from './status.ts';
import { strataOf, unknownStratum } from './strata.ts';
import { natureOf } from './table-nature.ts';

/**
 * Applies roles to a table: what `program.md` declares, else guesses, which say that they are guesses (formats.md, "results table"). Which run
 * is best so far: see `markBestSoFar`. Rows that are no runs (`table-nature.ts`) are neither ranked nor counted.
 */
export function buildResults(table: Table, program: Partial<Program>, evaluations: WorkspaceContent['evaluations'] = {}): Results {
  const columns = columnsOf(table, program);
  const nature = natureOf(table, columns);
  const metric = mainMetric(table, columns, program, nature);
  const unranked = readRuns(table, columns, metric, evaluations);
  const runs = markBestSoFar(unranked, nature.rows === 'runs' ? metric : { ...metric, direction: null });
  const stratum = (runs.findLast((run) => isScored(run, metric)) ?? runs.at(-1))?.stratum ?? unknownStratum;
  return {
    table,
    columns,
    nature,
    metric,
    runs,
    counts: countStatuses(nature.rows === 'curve' ? [] : runs),
    stratum,
    best: runs.findLast((run) => run.bestSoFar && run.stratum === stratum) ?? null,
    facets: facetsOf(unranked, nature, program),
  };
}

function readRuns(
  table: Table,
  columns: readonly Column[],
  metric: Results['metric'],
  evaluations: WorkspaceContent['evaluations'],
): UnrankedRun[] {
  const indexOf = (role: Column['role']): number => columns.findIndex((column) => column.role === role);
  const [statusIndex, commitIndex, descriptionIndex] = [indexOf('status'), indexOf('commit'), descriptionColumn(columns)];
  const statusColumn = columns[statusIndex];
  const rawStatuses = table.rows.map((row) => row.cells[statusIndex] ?? '');
  const statusesByRow = rawStatuses.map(statusColumn !== undefined && isFlagColumn(statusColumn) ? readFlag : readStatus);
  const crashed = statusesByRow.map((status) => status === 'crash');
  const values = columns.flatMap(({ name, role }, index) => {
    if (role !== 'metric') return [];
    const cells = table.rows.map((row) => row.cells[index] ?? '');
    const direction = name === metric.name ? metric.direction : (readMetricName(name)?.direction ?? null);
    return [{ name, numbers: readMetricColumn(cells, crashed, direction) }];
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
    surplus: row.cells.slice(columns.length),
    ragged: row.cells.length !== columns.length,
    values: valuesAt(position),
    status: statusesByRow[position] ?? 'other',
    rawStatus: rawStatuses[position] ?? '',
    commit: commits[position] ?? null,
    description: row.cells[descriptionIndex] ?? '',
    stratum: strata[position] ?? unknownStratum,
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
