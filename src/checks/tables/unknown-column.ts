import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { suggest } from '#diagnostics/suggest.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Entry } from '#schemas/entry.ts';
import { placeOf } from '#checks/places.ts';

/**
 * What `program.md` says of results tables must be there: the columns of its metrics and roles, and the tables that it describes. A workspace
 * without any table has nothing to be wrong about yet.
 */
export function* unknownColumn(graph: KnowledgeGraph): Generator<Problem> {
  const program = graph.entries.find(({ path }) => path === 'program.md');
  const tables = [...graph.results.values()].map(({ table }) => table);
  if (program === undefined || tables.length === 0) return;
  const { metric, metrics = [], tables: described = [] } = graph.content.program;

  const everyColumn = tables.flatMap(({ columns }) => columns);
  if (metric !== undefined) yield* missing(program, 'metric.name', metric.name, everyColumn);
  for (const [index, { name }] of metrics.entries()) yield* missing(program, `metrics.${index}.name`, name, everyColumn);

  for (const [index, description] of described.entries()) {
    const table = tables.find(({ path }) => path === description.path);
    if (table === undefined) {
      const key = `tables.${index}.path`;
      const suggestion = suggest(
        description.path,
        tables.map(({ path }) => path),
      );
      yield problem('unknown-reference', placeOf(program, key), { key, target: description.path, suggestion });
      continue;
    }
    if (description.metric !== undefined) yield* missing(program, `tables.${index}.metric`, description.metric, table.columns);
    for (const column of Object.keys(description.roles ?? {}))
      yield* missing(program, `tables.${index}.roles.${column}`, column, table.columns);
  }
}

function* missing(program: Entry, key: string, column: string, columns: readonly string[]): Generator<Problem> {
  if (!columns.includes(column))
    yield problem('unknown-column', placeOf(program, key), { key, column, suggestion: suggest(column, columns) });
}
