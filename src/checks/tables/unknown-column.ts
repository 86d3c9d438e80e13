import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { suggest } from '#diagnostics/suggest.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import type { Table } from '#schemas/results.ts';
import { columnsInQuery, readTableQuery } from '#schemas/table-query.ts';
import { placeOf } from '#checks/places.ts';

/** Columns that pages add to a table (`views/results/computed-columns.ts`). */
const computed = ['verdict', 'configuration', 'ragged'].flatMap((name) => [name, `${name} (computed)`]);

/**
 * What `program.md` says of results tables must be there: the columns of its metrics, roles and views, and the tables that it describes. A
 * workspace without any table has nothing to be wrong about yet.
 */
export function* unknownColumn(graph: KnowledgeGraph): Generator<Problem> {
  const program = graph.entries.find(({ path }) => path === 'program.md');
  const tables = [...graph.results.values()].map(({ table }) => table);
  if (program === undefined || tables.length === 0) return;
  const { metric, metrics = [], tables: described = [], views = [] } = graph.content.program;

  const everyColumn = tables.flatMap(({ columns }) => columns);
  if (metric !== undefined) yield* missing(program, 'metric.name', metric.name, everyColumn);
  for (const [index, { name }] of metrics.entries()) yield* missing(program, `metrics.${index}.name`, name, everyColumn);

  for (const [index, description] of described.entries()) {
    const table = tables.find(({ path }) => path === description.path);
    if (table === undefined) {
      yield missingTable(program, `tables.${index}.path`, description.path, tables);
      continue;
    }
    if (description.metric !== undefined) yield* missing(program, `tables.${index}.metric`, description.metric, table.columns);
    for (const column of Object.keys(description.roles ?? {}))
      yield* missing(program, `tables.${index}.roles.${column}`, column, table.columns);
  }

  for (const [index, view] of views.entries()) {
    const shown = [...graph.results.values()].filter(({ table }) => view.table === undefined || table.path === view.table);
    if (view.table !== undefined && shown.length === 0) {
      yield missingTable(program, `views.${index}.table`, view.table, tables);
      continue;
    }
    const columns = [...shown.flatMap((results) => results.columns.map(({ name }) => name)), ...computed];
    for (const column of columnsInQuery(readTableQuery(view.query))) yield* missing(program, `views.${index}.query`, column, columns);
  }
}

function missingTable(program: Entry, key: string, path: string, tables: readonly Table[]): Problem {
  const suggestion = suggest(
    path,
    tables.map((table) => table.path),
  );
  return problem('unknown-reference', placeOf(program, key), { key, target: path, suggestion });
}

function* missing(program: Entry, key: string, column: string, columns: readonly string[]): Generator<Problem> {
  if (!columns.includes(column))
    yield problem('unknown-column', placeOf(program, key), { key, column, suggestion: suggest(column, columns) });
}
