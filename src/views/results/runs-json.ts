import type { Results } from '#graph/knowledge-graph.ts';

/** Version of the shape; it grows with every change that could break a reader. */
const schema = 1;

/**
 * The document `api/runs/<table>.json` (contract "Published data"). `noise` and every `verdict` are null: nothing has been judged.
 * A row with more cells than the header has columns carries the others as `surplus`.
 */
export function runsJson({ table, metric, columns, runs, counts }: Results): string {
  return JSON.stringify({
    schema,
    table: table.id,
    path: table.path,
    metric: { name: metric.name, direction: metric.direction, direction_source: metric.directionSource },
    noise: null,
    counts,
    columns: columns.map(({ name, role, roleSource }) => ({ name, role, role_source: roleSource })),
    rows: runs.map(({ id, line, cells, surplus, values, status }) => ({
      id,
      line,
      cells,
      ...(surplus.length > 0 ? { surplus } : {}),
      values,
      status,
      verdict: null,
    })),
  });
}
