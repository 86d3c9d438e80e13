import type { Program } from '#schemas/program.ts';
import type { Table, TableRow } from '#schemas/results.ts';
import { countStatuses, markBestSoFar, type UnrankedRun } from './best-so-far.ts';
import { columnsOf, descriptionColumn, isFlagColumn } from './columns.ts';
import { facetsOf } from './facets.ts';
import type { Column, Results } from '#graph/knowledge-graph.ts';
import { mainMetric } from './main-metric.ts';
import { readMetricName } from './metric-names.ts';
import { isMissing, readMetricColumn } from './numbers.ts';
import { readFlag, readStatus } from './status.ts';
import { natureOf } from './table-nature.ts';

/**
 * Applies roles to a table: what `program.md` declares, else guesses, which say that they are guesses (formats.md, "results table"). Which run
 * is best so far: see `markBestSoFar`. Rows that are no runs (`table-nature.ts`) are neither ranked nor counted.
 */
export function buildResults(table: Table, program: Partial<Program>): Results {
  const columns = columnsOf(table, program);
  const nature = natureOf(table, columns);
  const metric = mainMetric(table, columns, program, nature);
  const unranked = readRuns(table, columns, metric);
  const runs = markBestSoFar(unranked, nature.rows === 'runs' ? metric : { ...metric, direction: null });
  return {
    table,
    columns,
    nature,
    metric,
    runs,
    counts: countStatuses(nature.rows === 'curve' ? [] : runs),
    best: runs.findLast((run) => run.bestSoFar) ?? null,
    facets: facetsOf(unranked, nature, program),
  };
}

function readRuns(table: Table, columns: readonly Column[], metric: Results['metric']): UnrankedRun[] {
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
  return table.rows.map((row, position) => ({
    id: `run/${table.id}/${row.ordinal}`,
    ordinal: row.ordinal,
    line: row.line,
    cells: cellsByColumn(row, columns),
    surplus: row.cells.slice(columns.length),
    ragged: row.cells.length !== columns.length,
    // fromEntries makes own properties, also of a column called `__proto__`.
    values: Object.fromEntries(values.map(({ name, numbers }) => [name, numbers[position] ?? null])),
    status: statusesByRow[position] ?? 'other',
    rawStatus: rawStatuses[position] ?? '',
    commit: commitOf(row.cells[commitIndex] ?? ''),
    description: row.cells[descriptionIndex] ?? '',
  }));
}

function cellsByColumn(row: TableRow, columns: readonly Column[]): Record<string, string> {
  return Object.fromEntries(columns.map(({ name }, index) => [name, row.cells[index] ?? '']));
}

function commitOf(cell: string): string | null {
  return isMissing(cell) ? null : cell.trim();
}
