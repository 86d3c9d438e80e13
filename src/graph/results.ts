import type { Program } from '#schemas/program.ts';
import type { Table, TableRow } from '#schemas/results.ts';
import { countStatuses, markBestSoFar, type UnrankedRun } from './best-so-far.ts';
import { columnsOf, declarationOf, isLongForm } from './columns.ts';
import type { Column, Results } from './knowledge-graph.ts';
import { readMetricName } from './metric-names.ts';
import { isMissing, readMetricColumn } from './numbers.ts';
import { readStatus } from './status.ts';

type Metric = Results['metric'];

/**
 * Applies roles to a table: what `program.md` declares, else guesses, which say that they are guesses (formats.md, "results table"). Which run
 * is best so far: see `markBestSoFar`.
 */
export function buildResults(table: Table, program: Partial<Program>): Results {
  const columns = columnsOf(table, program);
  const metric = metricOf(table, columns, program);
  const runs = markBestSoFar(readRuns(table, columns), metric);
  return { table, columns, metric, runs, counts: countStatuses(runs), best: runs.findLast((run) => run.bestSoFar) ?? null };
}

function metricOf(table: Table, columns: readonly Column[], program: Partial<Program>): Metric {
  const declaration = declarationOf(table, program);
  const metrics = columns.filter((column) => column.role === 'metric').map((column) => column.name);
  const stated = [declaration?.metric, program.metric?.name, ...(program.metrics ?? []).map((metric) => metric.name)];
  const name = stated.find((candidate) => candidate !== undefined && metrics.includes(candidate)) ?? likeliestMetric(metrics);
  if (name === null) return { name, direction: null, directionSource: 'unknown', unit: null };

  const described = [program.metric, ...(program.metrics ?? [])].find((metric) => metric?.name === name);
  const unit = described?.unit ?? null;
  const direction =
    (name === declaration?.metric || declaration?.metric === undefined ? declaration?.direction : undefined) ?? described?.direction;
  if (direction !== undefined) return { name, direction, directionSource: 'declared', unit };
  const guess = isLongForm(columns, table) ? null : (readMetricName(name)?.direction ?? null);
  return { name, direction: guess, directionSource: guess === null ? 'unknown' : 'guessed', unit };
}

/** The first column whose name tells quality, validation before the rest; else the first that tells cost. */
function likeliestMetric(metrics: readonly string[]): string | null {
  const quality = metrics.filter((name) => readMetricName(name)?.tells === 'quality');
  return (
    quality.find((name) => /(?:^|[^a-z])(?:val|valid|validation|eval|test)(?:[^a-z]|$)/i.test(name)) ?? quality[0] ?? metrics[0] ?? null
  );
}

function readRuns(table: Table, columns: readonly Column[]): UnrankedRun[] {
  const indexOf = (role: Column['role']): number => columns.findIndex((column) => column.role === role);
  const [statusIndex, commitIndex, descriptionIndex] = [indexOf('status'), indexOf('commit'), indexOf('description')];
  const rawStatuses = table.rows.map((row) => row.cells[statusIndex] ?? '');
  const statusesByRow = rawStatuses.map(readStatus);
  const crashed = statusesByRow.map((status) => status === 'crash');
  const values = columns.flatMap(({ name, role }, index) =>
    role === 'metric'
      ? [
          {
            name,
            numbers: readMetricColumn(
              table.rows.map((row) => row.cells[index] ?? ''),
              crashed,
            ),
          },
        ]
      : [],
  );
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
