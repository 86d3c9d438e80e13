import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { cellPlace } from '#graph/results/cell-place.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import { isMissing } from '#graph/results/numbers.ts';
import { isKnownStatus, suggestStatus } from '#graph/results/status.ts';

/**
 * Statuses that nobody knows, each once a table, at its first row. Outside strict workspaces only slips of the pen (`keeep`): other loops have
 * other words, and the raw word is always shown.
 */
export function* unknownStatus(graph: KnowledgeGraph): Generator<Problem> {
  for (const results of graph.results.values()) yield* unknownWords(results, graph.content.strict);
}

function* unknownWords({ table, columns, runs }: Results, strict: boolean): Generator<Problem> {
  const column = columns.findIndex(({ role }) => role === 'status');
  if (column === -1) return;
  const rows = Map.groupBy(
    table.rows.filter((_, index) => runs[index]?.ragged === false),
    (row) => (row.cells[column] ?? '').trim(),
  );
  for (const [status, having] of rows) {
    const [first] = having;
    if (first === undefined || isMissing(status) || isKnownStatus(status)) continue;
    const suggestion = suggestStatus(status);
    if (strict || suggestion !== null) {
      yield problem('unknown-status', cellPlace(table, first, column), { status, rows: having.length, suggestion });
    }
  }
}
