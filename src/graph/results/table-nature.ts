import type { Table } from '#schemas/results.ts';
import { longFormKeys, longFormValues, loopNames, normalised, stepNames } from './column-names.ts';
import type { Column, TableNature } from '#graph/knowledge-graph.ts';
import { readMeasure } from './numbers.ts';

/** A column called `iteration` may count the runs of a loop; so many rows in a row are steps. */
const fewestLoopSteps = 50;
const fewestSteps = 3;

export function natureOf(table: Table, columns: readonly Column[]): TableNature {
  const key = columns.find(({ name, role }) => role !== 'metric' && longFormKeys.includes(normalised(name)));
  const value = columns.find(({ name, role }) => role === 'metric' && longFormValues.includes(normalised(name)));
  if (key !== undefined && value !== undefined && cellsOf(table, columns.indexOf(key)).size > 1) {
    return { rows: 'measurements', key: key.name, value: value.name };
  }
  const step = stepColumn(table, columns);
  return step === null ? { rows: 'runs' } : { rows: 'curve', step };
}

function cellsOf(table: Table, index: number): Set<string> {
  return new Set(table.rows.map((row) => (row.cells[index] ?? '').trim()));
}

/** The column that counts steps, where nothing in the table judges, names or describes a row: what only numbers have is no list of runs. */
function stepColumn(table: Table, columns: readonly Column[]): string | null {
  if (columns.some(({ role }) => role === 'status' || role === 'commit' || role === 'description' || role === 'parent')) return null;
  const index = columns.findIndex(({ name }) => isStepName(normalised(name), table.rows.length));
  const step = columns[index];
  if (step === undefined || columns.some(({ role }, at) => role === 'id' && at !== index)) return null;
  const steps = table.rows.map((row) => readMeasure(row.cells[index] ?? '')?.value ?? null);
  const grows = steps.every((value, row) => value !== null && (row === 0 || value >= (steps[row - 1] ?? -Infinity)));
  return grows && steps.at(-1) !== steps[0] ? step.name : null;
}

function isStepName(name: string, rows: number): boolean {
  return (stepNames.includes(name) && rows >= fewestSteps) || (loopNames.includes(name) && rows >= fewestLoopSteps);
}
