import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import type { TableManifest } from '#schemas/table-data.ts';
import { columnsInQuery, readTableQuery, writeTableQuery } from '#schemas/table-query.ts';
import { computedNames } from './computed-columns.ts';

/**
 * The named views that `program.md` has for a table: those that name it, and those that name no table and whose columns it has. Their queries are
 * written anew, so that the address of a page is the same whether a view was followed or made by hand.
 */
export function namedViews(results: Results, { content }: Pick<KnowledgeGraph, 'content'>): TableManifest['views'] {
  const names = new Set([...results.columns.map(({ name }) => name), ...Object.values(computedNames(results))]);
  return (content.program.views ?? []).flatMap(({ name, table, query }) => {
    const state = readTableQuery(query);
    const applies = table === undefined ? columnsInQuery(state).every((column) => names.has(column)) : table === results.table.path;
    return applies ? [{ name, query: writeTableQuery(state) }] : [];
  });
}
