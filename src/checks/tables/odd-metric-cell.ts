import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { cellPlace } from '#graph/results/cell-place.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { isNoMeasurement, readMeasure } from '#graph/results/numbers.ts';
import { saysNoResult } from '#graph/results/status.ts';

/**
 * Cells of a metric column that are neither a number in the column's unit, nor a word for "no value", nor a status (`DIVERGED`). A ragged row
 * has a problem of its own; the values of a long-form table are of many sorts.
 */
export function* oddMetricCell(graph: KnowledgeGraph): Generator<Problem> {
  for (const results of graph.results.values()) if (results.nature.rows !== 'measurements') yield* oddCells(results);
}

function* oddCells({ table, columns, contents, runs }: Results): Generator<Problem> {
  for (const [index, { name, role }] of columns.entries()) {
    const content = contents[index];
    if (role !== 'metric' || content === undefined || content.unit === null) continue;
    for (const [at, row] of table.rows.entries()) {
      if (runs[at]?.ragged !== false || (content.values[at] ?? null) !== null) continue;
      const cell = content.cells[at] ?? '';
      if (isNoMeasurement(cell) || saysNoResult(cell)) continue;
      yield problem('odd-metric-cell', cellPlace(table, row, index), {
        cell: cell.trim(),
        column: name,
        unit: content.unit,
        isNumber: readMeasure(cell) !== null,
      });
    }
  }
}
