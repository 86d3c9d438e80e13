import { columnsOf, isFlagColumn } from '#graph/results/columns.ts';
import type { Column } from '#graph/knowledge-graph.ts';
import { ColumnContent, columnContents } from '#graph/results/column-content.ts';
import { isMissing, isNoMeasurement, readMeasure } from '#graph/results/numbers.ts';
import { isKnownStatus, saysNoResult, suggestStatus } from '#graph/results/status.ts';
import type { Program } from '#schemas/program.ts';
import type { Table } from '#schemas/results.ts';
import { Refusal } from './refusal.ts';

/**
 * Whether the cells of a new row fit the columns they go to. Refused is what only a slip explains: text where the column's metric stands
 * (`OOM` and other words of a status may stand there), and a status one letter away from a known one, unless the table has it already.
 *
 * @param cells one for each column
 * @returns what is odd but may be meant, in sentences
 */
export function checkCells(table: Table, cells: readonly string[], program: Partial<Program>): string[] {
  const contents = columnContents(table);
  return columnsOf(table, program, contents).flatMap((column, index) => {
    const cell = (cells[index] ?? '').trim();
    const earlier = contents[index] ?? nothing;
    if (column.role === 'metric') return checkMetric(column, cell, earlier);
    return column.role === 'status' ? checkStatus(column, cell, earlier) : [];
  });
}

const nothing = new ColumnContent([]);

function checkMetric({ name }: Column, cell: string, earlier: ColumnContent): string[] {
  if (isNoMeasurement(cell) || saysNoResult(cell)) return [];
  const measure = readMeasure(cell);
  if (measure === null) {
    throw new Refusal(
      `Unexpected ${JSON.stringify(cell)} for "${name}", expected a number`,
      'Write the number as it was measured, or "n/a" where nothing was; words go into the status or description.',
    );
  }
  const { unit } = earlier;
  if (unit === null || measure.unit === unit) return [];
  return [
    `"${name}" holds ${unit === '' ? 'bare numbers' : `numbers in ${unit}`}; ${JSON.stringify(cell)} will not be compared with them.`,
  ];
}

function checkStatus(column: Column, cell: string, earlier: ColumnContent): string[] {
  if (isMissing(cell) || isKnownStatus(cell) || earlier.cells.some((known) => known.trim() === cell)) return [];
  if (isFlagColumn(column) && readMeasure(cell) !== null) return [];
  const meant = suggestStatus(cell);
  if (meant !== null) throw new Refusal(`Unknown status "${cell}"`, `Did you mean "${meant}"?`);
  return [`The status "${cell}" counts as "other": begin it with keep, discard, crash, baseline, running or planned to have it counted.`];
}
