import { setOwn } from '#schemas/own-property.ts';
import type { RecordedTable } from './recorded-table.ts';

/** Version of the shape; it grows with every change that could break a reader. */
const schema = 1;

/**
 * The document `api/runs/<table>.json` (contract "Published data"). `noise` is null where it is unknown, a `verdict` where nothing is claimed.
 * A row with more cells than the header has columns carries the others as `surplus`.
 */
export function tableJson({ id, path, metric, judged, counts, columns, surplus, lines, statuses, verdicts }: RecordedTable): string {
  const surplusOf = new Map(surplus.map(({ row, cells }) => [row, cells]));
  const metrics = columns.flatMap(({ name, values }) => (values === null ? [] : [{ name, values }]));
  return JSON.stringify({
    schema,
    table: id,
    path,
    metric: { name: metric.name, direction: metric.direction, direction_source: metric.directionSource },
    ...judged,
    counts,
    columns: columns.map(({ name, role, roleSource }) => ({ name, role, role_source: roleSource })),
    rows: lines.map((line, row) => ({
      id: `run/${id}/${row + 1}`,
      line,
      cells: byName(columns, ({ cells }) => cells[row] ?? ''),
      ...(surplusOf.has(row) ? { surplus: surplusOf.get(row) } : {}),
      values: byName(metrics, ({ values }) => values[row] ?? null),
      status: statuses[row],
      verdict: verdicts?.[row] ?? null,
    })),
  });
}

/** In a loop: a hundred thousand rows would leave a million pairs behind for the collector. */
function byName<Of extends { readonly name: string }>(columns: readonly Of[], valueOf: (column: Of) => string | number | null): object {
  const object: Record<string, string | number | null> = {};
  for (const column of columns) setOwn(object, column.name, valueOf(column));
  return object;
}
