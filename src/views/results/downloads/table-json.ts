import type { RecordedTable } from './recorded-table.ts';

/** Version of the shape; it grows with every change that could break a reader. */
const schema = 1;

/**
 * The document `api/runs/<table>.json` (contract "Published data"). `noise` is null where it is unknown, a `verdict` where nothing is claimed.
 * A row with more cells than the header has columns carries the others as `surplus`.
 *
 * Rows are written as text, not by way of an object each: of a hundred thousand, the objects would take longer than everything else.
 */
export function tableJson({ id, path, metric, judged, counts, columns, surplus, lines, statuses, verdicts }: RecordedTable): string {
  const head = JSON.stringify({
    schema,
    table: id,
    path,
    metric: { name: metric.name, direction: metric.direction, direction_source: metric.directionSource },
    ...judged,
    counts,
    columns: columns.map(({ name, role, roleSource }) => ({ name, role, role_source: roleSource })),
  });
  const surplusOf = new Map(surplus.map(({ row, cells }) => [row, cells]));
  const cells = columns.map((column) => ({ key: JSON.stringify(column.name), cells: column.cells }));
  const metrics = columns.flatMap(({ name, values }) => (values === null ? [] : [{ key: JSON.stringify(name), values }]));
  const rows = lines.map((line, row) => {
    const written = cells.map((column) => `${column.key}:${quoted(column.cells[row] ?? '')}`).join(',');
    const further = surplusOf.get(row);
    const values = metrics.map((column) => `${column.key}:${JSON.stringify(column.values[row] ?? null)}`).join(',');
    return (
      `{"id":${quoted(`run/${id}/${row + 1}`)},"line":${line},"cells":{${written}},` +
      (further === undefined ? '' : `"surplus":${JSON.stringify(further)},`) +
      `"values":{${values}},"status":${quoted(statuses[row] ?? 'other')},"verdict":${JSON.stringify(verdicts?.[row] ?? null)}}`
    );
  });
  return `${head.slice(0, -1)},"rows":[${rows.join(',')}]}`;
}

/** Text that JSON writes as it is. */
const plain = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}
